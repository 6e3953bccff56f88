import { dayOf, Failure, invalid } from '@crm/platform'
import { closeTodos, lookupFor, type Reading, statement, type Writing, visibleKeys, momentOf } from '@crm/platform/server'
import type { Loan, LoanLine } from '../../paper.ts'
import { factsOf, type PaperDesk, type Shelved } from './desk.ts'

/** To whom a paper goes: a person of the house, or somebody outside. */
export interface Lending {
  readonly holderId: number | null
  readonly outsider: string | null
  readonly dueOn: string | null
  readonly note: string | null
}

const columns = `l.id, coalesce(h.name, l.outsider), l.due_on, l.note, b.name, l.lent_at, l.document`
const joined = `storage_loan l left join platform_user h on h.id = l.holder_id join platform_user b on b.id = l.lent_by`

function loanOf(ctx: Reading, [id, holder, dueOn, note, by, at]: readonly unknown[]): Loan {
  const due = dueOn === null ? null : String(dueOn)
  return {
    id: Number(id),
    holder: String(holder),
    dueOn: due,
    note: note === null ? null : String(note),
    by: String(by),
    at: momentOf(at),
    isOverdue: due !== null && due < dayOf(ctx.now),
  }
}

/** Who has the paper of a document. */
export async function loanOn(ctx: Reading, document: string): Promise<Loan | null> {
  const [row] = await ctx.system.database.read.query(`select ${columns} from ${joined} where l.live_document = ?`, [document])
  return row ? loanOf(ctx, row) : null
}

/** Holders by document. */
export async function holdersOf(ctx: Pick<Reading, 'system'>, documents: readonly string[]): Promise<Map<string, string>> {
  if (documents.length === 0) return new Map()
  const rows = await ctx.system.database.read.query(`select ${columns} from ${joined} where l.live_document in (?)`, [documents])
  return new Map(rows.map((row) => [String(row[6]), String(row[1])]))
}

/** What is lent out and the reader may see; the longest overdue first. */
export async function listLoans(ctx: Reading, desk: PaperDesk): Promise<LoanLine[]> {
  const rows = await ctx.system.database.read.query(
    `select ${columns} from ${joined} where l.live_document is not null and substring_index(l.live_document, ':', 1) in (?) order by l.due_on is null, l.due_on, l.id limit 1000`,
    [desk.documents.map(({ kind }) => kind)],
  )
  const documents = rows.map((row) => String(row[6]))
  const [seen, facts] = [await visibleKeys(ctx.system, ctx.user, documents), await factsOf(ctx.system, desk, documents)]
  return rows.flatMap((row): LoanLine[] => {
    const document = String(row[6])
    const about = facts.get(document)
    return about && seen.has(document) ? [{ ...loanOf(ctx, row), document, ...about }] : []
  })
}

/** Hand a paper out; one that somebody has already goes on to the new holder, which is a return and a loan. */
export async function lend(ctx: Writing, to: Shelved, { id, code, lending }: { id: number; code: string | null; lending: Lending }): Promise<void> {
  const document = `${to.kind}:${id}`
  const holder = await holderOf(ctx, lending)
  await to.lock(id)
  const before = await endLoan(ctx, to, document)
  await statement('insert into storage_loan (document, live_document, holder_id, outsider, due_on, note, lent_by, lent_at) values (?,?,?,?,?,?,?,?)', [
    document,
    document,
    lending.holderId,
    lending.outsider,
    lending.dueOn,
    lending.note,
    ctx.user.id,
    ctx.now,
  ])
  await ctx.journal({
    document,
    documentCode: code,
    changes: { paperHolder: [before, holder], ...(lending.dueOn === null ? {} : { paperDueOn: [null, lending.dueOn] }) },
    ...(lending.note === null ? {} : { note: lending.note }),
  })
}

/** Take a paper back. @throws Failure 'invalid' when nobody has it */
export async function giveBack(ctx: Writing, to: Shelved, { id, code }: { id: number; code: string | null }): Promise<void> {
  const document = `${to.kind}:${id}`
  await to.lock(id)
  const before = await endLoan(ctx, to, document)
  if (before === null) throw invalid({ path: 'ids', code: 'not-lent', params: { number: code ?? String(id) } })
  await ctx.journal({ document, documentCode: code, changes: { paperHolder: [before, null] } })
}

/** @returns who had it */
async function endLoan(ctx: Writing, to: Shelved, document: string): Promise<string | null> {
  const [held] = await statement<{ id: number; holder_id: number | null; outsider: string | null }[]>(
    'select id, holder_id, outsider from storage_loan where live_document = ? for update',
    [document],
  )
  if (!held) return null
  await statement('update storage_loan set live_document = null, returned_by = ?, returned_at = ? where id = ?', [ctx.user.id, ctx.now, held.id])
  await closeTodos(ctx, { kind: to.overdue, document })
  const [row] = await statement<{ name: string }[]>('select name from platform_user where id = ?', [held.holder_id ?? 0])
  return row?.name ?? held.outsider ?? ''
}

/** @throws Failure 'invalid' at the field that names nobody, or a day that has passed */
async function holderOf(ctx: Writing, { holderId, outsider, dueOn }: Lending): Promise<string> {
  if (dueOn !== null && dueOn < dayOf(ctx.now)) throw invalid({ path: 'dueOn', code: 'day-passed' })
  if ((holderId === null) === (outsider === null)) throw invalid({ path: 'holderId', code: 'required' })
  if (outsider !== null) return outsider
  const label = (await lookupFor(ctx.system, 'directory.person').labels(ctx.system, [holderId ?? 0])).get(holderId ?? 0)
  if (label === undefined) throw new Failure('invalid', { issues: [{ path: 'holderId', code: 'not-a-choice' }] })
  return label
}
