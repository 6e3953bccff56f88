import type { Reading } from '@crm/platform/server'
import { fold } from '@crm/platform'
import type { SuspectedPair, SuspectedParty, Suspicion } from '../../merge-wire.ts'
import { sameName } from '../../same-name.ts'
import { apartPairs } from './merge-table.ts'

const mostShown = 200
/** Of one name in one town so many are compared, each with each; above, the name says nothing. */
const mostAlike = 20

interface Scope {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Parties that may be the same, among those that the reader may see and nobody has said to be two. */
export async function suspectedPairs(ctx: Reading, scope: Scope | null): Promise<SuspectedPair[]> {
  const rows = await ctx.system.database.read.query(
    `select t.id, t.name, t.nip, t.regon, t.krs, t.eu_vat, t.city from directory_party t where t.shelf <> 'removed' ${scope ? `and ${scope.text}` : ''} order by t.id`,
    scope?.values ?? [],
  )
  const apart = await apartPairs(ctx.system)
  const found = new Map<string, SuspectedPair>()
  const groups = new Map<string, { because: Suspicion; parties: SuspectedParty[] }>()
  for (const [id, name, nip, regon, krs, euVat, city] of rows) {
    const party = { id: Number(id), name: String(name), nip: textOf(nip), city: textOf(city) }
    for (const [because, key] of keysOf({ ...party, regon: textOf(regon), krs: textOf(krs), euVat: textOf(euVat) })) {
      const group = groups.get(`${because} ${key}`) ?? { because, parties: [] }
      group.parties.push(party)
      groups.set(`${because} ${key}`, group)
    }
  }
  const sure = (one: Suspicion) => order.indexOf(one)
  for (const { because, parties } of [...groups.values()].filter(({ parties: alike }) => alike.length > 1).sort((a, b) => sure(a.because) - sure(b.because))) {
    for (const [at, one] of parties.slice(0, mostAlike).entries())
      for (const other of parties.slice(at + 1, mostAlike)) {
        const key = `${one.id}:${other.id}`
        // Numbers that differ say more than names that do not.
        const areTwo = because === 'name' && one.nip !== null && other.nip !== null && one.nip !== other.nip
        if (!found.has(key) && !apart.has(key) && !areTwo) found.set(key, { because, one, other })
      }
    if (found.size >= mostShown) break
  }
  return [...found.values()].slice(0, mostShown)
}

const order: readonly Suspicion[] = ['nip', 'regon', 'krs', 'name']
const textOf = (cell: unknown): string | null => (cell === null || cell === undefined ? null : String(cell))

interface Keyed {
  readonly name: string
  readonly nip: string | null
  readonly city: string | null
  readonly regon: string | null
  readonly krs: string | null
  readonly euVat: string | null
}

/** What a party could be the same by. A Polish number of the union is a NIP; the first nine digits of a branch are its company's. */
function keysOf({ name, nip, city, regon, krs, euVat }: Keyed): [Suspicion, string][] {
  const tax = new Set([nip, euVat?.startsWith('PL') ? euVat.slice(2) : null].filter((one) => one !== null))
  return [
    ...[...tax].map((one): [Suspicion, string] => ['nip', one]),
    ...(regon ? [['regon', regon] satisfies [Suspicion, string]] : []),
    ...(krs ? [['krs', krs] satisfies [Suspicion, string]] : []),
    ['name', `${sameName(name)} ${fold(city ?? '')}`],
  ]
}
