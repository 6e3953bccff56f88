import { Failure, type JournalLine, type JournalQuestion, type Outcome } from '../../index.ts'
import { eyesOf, hiddenKeys, holderOf } from '../access/access.ts'
import type { System, User } from '../context.ts'
import type { Changes } from './journal.ts'
import { openVeil } from '../access/veil.ts'
import { openMasking } from './masking.ts'
import { withNames } from './names.ts'
import { disclose } from './personal.ts'
import { type Condition, conditionsOf } from './question.ts'
import { momentOf } from '../database/moment.ts'

interface Asking {
  readonly system: System
  readonly user: User
  /** The right with which entries about documents that are hidden from the reader are shown too. */
  readonly unveiled: string
}

const probeLimit = 2_000
const longestStep = 5_000
const columns = `j.id, j.at, j.action, a.name, p.name, g.name, j.rights, j.document, j.document_code, j.outcome, j.ip, j.session, j.request_id, j.note, j.changes, j.personal, j.personal_of`
const joins = 'left join platform_user a on a.id = j.actor_id left join platform_user p on p.id = j.affected_user_id left join platform_group g on g.id = j.affected_group_id'

/**
 * A page of the journal, newest first, without entries about documents and files that are not there for the reader. Where many are
 * hidden the walk goes on in longer steps until the page is full.
 *
 * @throws Failure 'busy' when a text is sought in too much for the engine's time limit: narrow the days
 */
export async function browseJournal(asking: Asking, question: JournalQuestion, { limit = 100 }: { limit?: number } = {}): Promise<JournalLine[]> {
  if (eyesOf(asking.user).every((one) => one.rights.has(asking.unveiled))) return pageOf(asking, question, limit)
  const shown: JournalLine[] = []
  let before = question.before
  for (let step = limit; ; step = Math.min(step * 4, longestStep)) {
    const lines = await pageOf(asking, { ...question, before }, step)
    shown.push(...(await seenLines(asking, lines)))
    before = lines.at(-1)?.id
    if (shown.length >= limit || lines.length < step) return shown.slice(0, limit)
  }
}

/** Those about something that the reader may know of; a document that is destroyed hides nothing any more. */
async function seenLines({ system, user }: Asking, lines: readonly JournalLine[]): Promise<JournalLine[]> {
  const documents = [...new Set(lines.flatMap(({ document }) => document ?? []))]
  const [hidden, hides] = await Promise.all([hiddenKeys(system, user, documents), openVeil({ system, user }, documents)])
  return lines.filter((line) => line.document === null || !(hidden.has(line.document) || hides(line.document, line)))
}

/**
 * A page of everything. Few matches of the indexed conditions are fetched by their numbers; where there are many, the
 * entries are walked from the newest, because soon enough of them fit.
 */
async function pageOf({ system, user }: Pick<Asking, 'system' | 'user'>, question: JournalQuestion, limit: number): Promise<JournalLine[]> {
  const conditions = conditionsOf(question)
  const ids = await probe(system, conditions, question.before)
  if (ids?.length === 0) return []
  const all = [...conditions, ...(question.before ? [{ sql: 'j.id < ?', values: [question.before] }] : []), ...(ids ? [{ sql: 'j.id in (?)', values: [ids] }] : [])]
  const where = all.length > 0 ? `where ${all.map((one) => one.sql).join(' and ')}` : ''
  const rows = await withinLimit(
    system.database.read.query(
      `select ${columns} from (select j.id as found from platform_journal j force index (primary) ${where} order by j.id desc limit ${limit}) f
     join platform_journal j on j.id = f.found ${joins} order by j.id desc`,
      all.flatMap((one) => one.values),
    ),
  )
  return linesOf({ system, user }, rows)
}

/** MariaDB ends a statement by 1969, MySQL by 3024. */
async function withinLimit<Rows>(asked: Promise<Rows>): Promise<Rows> {
  try {
    return await asked
  } catch (error) {
    const errno = error instanceof Error && 'errno' in error ? error.errno : null
    throw errno === 1969 || errno === 3024 ? new Failure('busy') : error
  }
}

/** The numbers that fit the indexed conditions, when they are few; `null` when they are many. */
async function probe(system: System, conditions: readonly Condition[], before: number | undefined): Promise<number[] | null> {
  const indexed = conditions.filter((one) => one.isIndexed)
  if (indexed.length === 0) return null
  const rows = await system.database.read.query(
    `select j.id from platform_journal j where ${indexed.map((one) => one.sql).join(' and ')} ${before ? 'and j.id < ?' : ''} limit ${probeLimit + 1}`,
    [...indexed.flatMap((one) => one.values), ...(before ? [before] : [])],
  )
  return rows.length > probeLimit ? null : rows.map(([id]) => Number(id))
}

async function linesOf({ system, user }: Pick<Asking, 'system' | 'user'>, rows: readonly (readonly unknown[])[]): Promise<JournalLine[]> {
  const secluded = rows.flatMap((row) => (row[15] === null ? [] : [{ id: Number(row[0]), userId: Number(row[16]), bytes: row[15] as Buffer }])) // a blob column
  const told = new Map((await disclose(system, secluded)).map((said, at) => [secluded[at]?.id, said as { changes: Changes | null; note: string | null } | null])) // what writeJournal secluded
  const mask = openMasking(system.apps, holderOf(user))
  const changesOf = (row: readonly unknown[]): Changes | null => (row[15] === null ? parsed(row[14]) : (told.get(Number(row[0]))?.changes ?? null))
  const named = await withNames(system, rows.map(changesOf))
  return rows.map((row, at) => {
    const document = text(row[7])
    return {
      id: Number(row[0]),
      at: momentOf(row[1]),
      action: String(row[2]),
      actor: text(row[3]),
      affectedUser: text(row[4]),
      affectedGroup: text(row[5]),
      rights: String(row[6]),
      document,
      documentCode: text(row[8]),
      outcome: row[9] as Outcome, // an enum of the table
      ip: String(row[10]),
      session: text(row[11]),
      requestId: String(row[12]),
      note: row[15] === null ? text(row[13]) : (told.get(Number(row[0]))?.note ?? null),
      ...mask(document, named[at] ?? null),
      isForgotten: row[15] !== null && !told.get(Number(row[0])),
    }
  })
}

const text = (value: unknown) => (value === null ? null : String(value))
const parsed = (value: unknown): Changes | null => (value === null ? null : ((typeof value === 'string' ? JSON.parse(value) : value) as Changes)) // what writeJournal wrote

/** Everything a question finds, page by page, for exports. */
export async function* allOfJournal(asking: Asking, question: JournalQuestion): AsyncGenerator<JournalLine> {
  let before = question.before
  for (;;) {
    const lines = await browseJournal(asking, { ...question, before }, { limit: 1_000 })
    yield* lines
    before = lines.at(-1)?.id
    if (lines.length < 1_000) return
  }
}
