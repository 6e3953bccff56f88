import { can, type DocumentAccess, type DocumentLine, type SearchHit } from '../../index.ts'
import type { Reading, System, User } from '../context.ts'
import type { Reminded } from '../reminders/subject.ts'

/** A conditional grant of a user or of one of their groups, as it is kept with the user's rights. */
export interface HeldGrant {
  readonly kind: string
  readonly recordId: number
  readonly rights: ReadonlySet<string>
  /** ISO UTC */
  readonly fromAt: string
  readonly untilAt: string | null
}

/** A kind of document that may have an access table of its own; the app that owns the documents describes it in its server. */
export interface DocumentKind {
  /** `contracts.trade` */
  readonly kind: string
  /** The right without which a document is not there. */
  readonly view: string
  /** Its pages: `/contracts/trade` and, with the id, under it. */
  readonly path: string
  /** The access table that governs each of these documents; `null` is none, an id that is not in the answer does not exist. */
  accessIds(system: System, ids: readonly number[]): Promise<ReadonlyMap<number, number | null>>
  /** How people call these documents; one that is not in the answer does not exist. */
  codes(system: System, ids: readonly number[]): Promise<ReadonlyMap<number, string | null>>
  /** The documents on which these hang, `contracts.trade:42`, where they are no documents themselves. */
  partOf?(system: System, ids: readonly number[]): Promise<ReadonlyMap<number, string>>
  /** What reminders must know of these documents, when they can be reminded of. */
  readonly reminded?: Reminded
  /** For the search of the whole system: only what the reader may see. */
  search?(ctx: Reading, question: { text: string; limit: number }): Promise<readonly Pick<SearchHit, 'id' | 'code' | 'title' | 'file'>[]>
}

/** Every kind of thing that may have an access table: documents, and what hangs on them. */
export const everyKind = (system: System): readonly DocumentKind[] =>
  system.apps.flatMap((server) => [...(server.documents ?? []), ...(server.attached ?? []).flatMap((one) => one.parts?.() ?? [])])

/** A condition on `t.id` and `t.access_id` with its values. */
export interface AccessSql {
  readonly text: string
  readonly values: readonly unknown[]
  /** Few documents by their ids, so that nobody walks an index for them. */
  readonly isNarrow?: boolean
  /** A cheap condition under which it is true anyway: enough to know that there are more than anybody counts. */
  readonly plain?: string
}

/**
 * The documents of a kind on which a user holds a right, as a condition for lists, counts and searches.
 * Where no document of the kind has a table, it is `all` and costs nothing; elsewhere only restricted rows cost a look into their table.
 *
 * @see can - the same formula for one document
 */
export function visibleWhere(user: User, question: { kind: string; right: string; now: Date }): AccessSql | 'all' | 'none' {
  const parts = eyesOf(user).map((one) => whereFor(one, question))
  if (parts.includes('none')) return 'none'
  const conditions = parts.filter((part) => typeof part === 'object')
  const [first] = conditions
  if (!first) return 'all'
  if (conditions.length === 1) return first
  return { text: conditions.map((part) => part.text).join(' and '), values: conditions.flatMap((part) => part.values), isNarrow: conditions.some((part) => part.isNarrow ?? false) }
}

/** Who must be allowed: the user, and the one who looks with their eyes. */
export const eyesOf = (user: User): readonly User[] => (user.seenBy ? [user, user.seenBy] : [user])

/** Whether a right beside the one of the request is held, by all who look. */
export const holderOf =
  (user: User) =>
  (right: string): boolean =>
    eyesOf(user).every((one) => one.rights.has(right))

function whereFor(user: User, { kind, right, now }: { kind: string; right: string; now: Date }): AccessSql | 'all' | 'none' {
  const granted = grantsFor(user, { kind, right, now: now.toISOString() }).map((grant) => grant.recordId)
  const mine = 'from platform_access_line l where l.table_id = t.access_id and l.right_id = ? and l.holder in (?)'
  const values = [right, user.holders]
  const undenied = `not exists (select 1 ${mine} and l.effect = '-')`
  if (!user.rights.has(right)) {
    if (granted.length === 0) return 'none'
    return { text: `(t.id in (?) and (t.access_id is null or ${undenied}))`, values: [granted, ...values], isNarrow: true }
  }
  if (!user.restrictedKinds.has(kind)) return 'all'
  // '+' is the enum's first value and '-' its second: a maximum of one is a plus and no minus.
  const listed = `(select max(l.effect + 0) ${mine}) = 1`
  const plain = 't.access_id is null'
  if (granted.length === 0) return { text: `(${plain} or ${listed})`, values, plain }
  return { text: `(${plain} or ${listed} or (t.id in (?) and ${undenied}))`, values: [...values, granted, ...values], plain }
}

const grantsFor = (user: User, { kind, right, now }: { kind: string; right: string; now: string }) =>
  user.grants.filter((grant) => grant.kind === kind && grant.rights.has(right) && grant.fromAt <= now && (grant.untilAt === null || now < grant.untilAt))

/** Whether some document somewhere is open to the user by a grant of this right; the document itself is asked afterwards. */
export const hasGrantOf = (user: User, right: string, now: string): boolean =>
  user.grants.some((grant) => grant.rights.has(right) && grant.fromAt <= now && (grant.untilAt === null || now < grant.untilAt))

interface Governed {
  readonly kind: string
  readonly id: number
  readonly accessId: number | null
  /** What it hangs on, nearest first, up to and with the first that has a table of its own: grants there reach it. Of a document with a table of its own, nothing. */
  readonly inherits?: readonly { readonly kind: string; readonly id: number }[]
}

/** What {@link can} must know of one document for this user: the lines of its table and the grants on it. */
export async function accessFor(system: System, user: User, governed: Governed): Promise<DocumentAccess> {
  const [access] = await accessForAll(system, user, [governed])
  return access ?? { isRestricted: true, lines: [] }
}

/** The same for many documents, with one question for all their tables. */
export async function accessForAll(system: System, user: User, all: readonly Governed[]): Promise<DocumentAccess[]> {
  const tables = [...new Set(all.map(({ accessId }) => accessId).filter((id) => id !== null))]
  const rows =
    tables.length === 0
      ? []
      : await system.database.read.query('select table_id, right_id, effect from platform_access_line where table_id in (?) and holder in (?)', [tables, user.holders])
  const lines = Map.groupBy(rows, ([table]) => Number(table))
  return all.map(({ kind, id, accessId, inherits }) => ({
    isRestricted: accessId !== null,
    lines: [
      ...(accessId === null ? [] : (lines.get(accessId) ?? [])).map(([, right, effect]) => lineOf(String(right), effect === '+' ? 'allow' : 'deny')),
      ...grantLines(user, { kind, id }),
      ...(inherits ?? []).flatMap((above) => grantLines(user, above)),
    ],
  }))
}

const lineOf = (right: string, effect: 'allow' | 'deny'): DocumentLine => ({ right, effect, isGrant: false, fromAt: null, untilAt: null })

const grantLines = (user: User, { kind, id }: { kind: string; id: number }): DocumentLine[] =>
  user.grants
    .filter((grant) => grant.kind === kind && grant.recordId === id)
    .flatMap((grant) => [...grant.rights].map((right): DocumentLine => ({ right, effect: 'allow', isGrant: true, fromAt: grant.fromAt, untilAt: grant.untilAt })))

/** Which of these documents, `contracts.trade:42`, the user may know of. Keys that are no documents pass; a document that is not there does not. */
export async function visibleKeys(system: System, user: User, keys: readonly string[]): Promise<Set<string>> {
  const kinds = new Map(system.apps.flatMap((server) => server.documents ?? []).map((one) => [one.kind, one]))
  const byKind = Map.groupBy(keys, (key) => key.slice(0, key.lastIndexOf(':')))
  const seen = new Set<string>()
  for (const [name, mine] of byKind) {
    const kind = kinds.get(name)
    if (!kind) {
      for (const key of mine) seen.add(key)
      continue
    }
    const ids = mine.map((key) => Number(key.slice(name.length + 1))).filter((id) => Number.isInteger(id) && id > 0)
    for (const id of await visibleIds(system, user, { kind, ids })) seen.add(`${name}:${id}`)
  }
  return seen
}

/** Which of these documents are there, but not for this user. */
export async function hiddenKeys(system: System, user: User, keys: readonly string[]): Promise<Set<string>> {
  const hidden = new Set<string>()
  for (const kind of system.apps.flatMap((server) => server.documents ?? [])) {
    const ids = keys.filter((key) => key.startsWith(`${kind.kind}:`)).map((key) => Number(key.slice(kind.kind.length + 1)))
    if (ids.length === 0) continue
    const [there, seen] = await Promise.all([kind.accessIds(system, ids), visibleIds(system, user, { kind, ids })])
    for (const id of there.keys()) if (!seen.has(id)) hidden.add(`${kind.kind}:${id}`)
  }
  return hidden
}

/** Which of these documents of a kind the user may know of. */
export async function visibleIds(system: System, user: User, question: { kind: Pick<DocumentKind, 'kind' | 'view' | 'accessIds'>; ids: readonly number[] }): Promise<Set<number>> {
  const [mine = new Set<number>(), ...others] = await Promise.all(eyesOf(user).map((one) => idsFor(system, one, question)))
  return new Set([...mine].filter((id) => others.every((other) => other.has(id))))
}

async function idsFor(system: System, user: User, { kind, ids }: { kind: Pick<DocumentKind, 'kind' | 'view' | 'accessIds'>; ids: readonly number[] }): Promise<Set<number>> {
  const now = system.now().toISOString()
  if (ids.length === 0 || !(user.rights.has(kind.view) || hasGrantOf(user, kind.view, now))) return new Set()
  const tables = await kind.accessIds(system, ids)
  const restricted = [...new Set([...tables.values()].filter((table) => table !== null))]
  const rows =
    restricted.length === 0
      ? []
      : await system.database.read.query('select table_id, effect from platform_access_line where table_id in (?) and right_id = ? and holder in (?)', [
          restricted,
          kind.view,
          user.holders,
        ])
  const lines = Map.groupBy(rows, (row) => Number(row[0]))
  return new Set(
    [...tables]
      .filter(([id, table]) => {
        const own = table === null ? [] : (lines.get(table) ?? []).map(([, effect]) => lineOf(kind.view, effect === '+' ? 'allow' : 'deny'))
        return can(user, { right: kind.view, document: { isRestricted: table !== null, lines: [...own, ...grantLines(user, { kind: kind.kind, id })] }, now }).allowed
      })
      .map(([id]) => id),
  )
}
