import { dayOf } from '@crm/platform'
import { closeTodos, type JobContext, putTodo } from '@crm/platform/server'
import { documentOf } from '@crm/register'
import { plainAccount } from '../../identifiers.ts'
import { checkWhiteList } from '../../jobs.ts'
import { whiteListTodo } from '../../notices.ts'
import { party } from '../../party.ts'
import { settings } from '../../settings.ts'
import { type PartyCheck, statusOf, type WhiteListAnswer, worsening } from '../../white-list.ts'
import { askMany, mostAtOnce, WhiteListProblem } from './client.ts'
import { closeDay, keepCheck, lastChecks, nightDocument, takeQuestion } from './table.ts'

/** Between two questions: the Ministry's machine is everybody's. */
const pauseMs = 20_000
const laterMs = 30 * 60_000
/** After this hour in UTC a night is over; what is left is asked in the next one. */
const lastHour = 20

interface Due {
  readonly id: number
  readonly name: string
  readonly nip: string
  readonly accounts: readonly string[]
  readonly keepers: readonly number[]
}

/**
 * The parties of active contracts, thirty a question, each question a job: killed in between, the next one finds those that have no answer
 * of today. One that became worse is a task of those who look after its contracts; the task goes when it is well again.
 */
export default async function checkParties(ctx: JobContext): Promise<void> {
  const get = ctx.system.settings.get.bind(ctx.system.settings)
  const { isOn, isNightly, address, dailyLimit, keptForPeople } = settings.whiteList
  if (!(await get(isOn)) || !(await get(isNightly))) return
  const day = dayOf(ctx.now)
  const due = await dueParties(ctx, day)
  if (due.length === 0) return
  const limit = await get(dailyLimit)
  if (!(await takeQuestion(day, limit - (await get(keptForPeople))))) return
  try {
    const answers = await askMany(await get(address), { nips: due.map((one) => one.nip), day, now: ctx.now })
    const before = await lastChecks(
      ctx.system,
      due.map((one) => one.id),
    )
    for (const one of due) {
      const answer = answers.get(one.nip)
      // A number that the register refuses was asked too, or it would be asked again all night; without a request it is no answer.
      await keepCheck(answer ?? { nip: one.nip, day, requestId: '', askedAt: ctx.now.toISOString(), taxpayer: null }, { partyId: one.id, by: null })
      if (answer) await tell(ctx, one, { before: before.get(one.id) ?? null, answer })
    }
    await ctx.journal({ document: nightDocument, note: `${due.length} checked` })
    if (due.length === mostAtOnce) await ctx.send(checkWhiteList, {}, { startAfter: new Date(ctx.now.getTime() + pauseMs) })
  } catch (error) {
    if (!(error instanceof WhiteListProblem)) throw error
    if (error.reason === 'limit') await closeDay(day, limit)
    await ctx.journal({ document: nightDocument, note: `${error.reason} ${error.code}` })
    if ((error.reason === 'updating' || error.reason === 'silent') && ctx.now.getUTCHours() < lastHour)
      await ctx.send(checkWhiteList, {}, { startAfter: new Date(ctx.now.getTime() + laterMs) })
  }
}

/** Parties with a NIP that something active refers to and that have no answer of today, those first that were asked longest ago. */
async function dueParties(ctx: JobContext, day: string): Promise<Due[]> {
  const kept = new Map<number, Set<number>>()
  for (const server of ctx.system.apps)
    for (const { id, userIds } of (await server.keepers?.(ctx.system, party.id)) ?? []) kept.set(id, new Set([...(kept.get(id) ?? []), ...userIds]))
  if (kept.size === 0) return []
  const rows = await ctx.system.database.read.query(
    `select p.id, p.name, p.nip, p.accounts from directory_party p left join (select party_id, max(day) as day from directory_white_list_check group by party_id) c on c.party_id = p.id
       where p.id in (?) and p.shelf = 'current' and p.nip is not null and (c.day is null or c.day < ?) order by c.day, p.id limit ${mostAtOnce}`,
    [[...kept.keys()], day],
  )
  return rows.map(([id, name, nip, accounts]) => ({
    id: Number(id),
    name: String(name),
    nip: String(nip),
    accounts: String(accounts ?? '')
      .split('|')
      .filter(Boolean)
      .map(plainAccount),
    keepers: [...(kept.get(Number(id)) ?? [])],
  }))
}

async function tell(ctx: JobContext, one: Due, { before, answer }: { before: PartyCheck | null; answer: WhiteListAnswer }): Promise<void> {
  const document = documentOf(party, one.id)
  const worse = worsening(before, answer, one.accounts)
  const isWell = statusOf(answer) === 'active' && one.accounts.every((account) => !account.startsWith('PL') || (answer.taxpayer?.accounts.includes(account) ?? false))
  if (isWell) return closeTodos(ctx, { kind: whiteListTodo, document })
  if (!worse) return
  const params = { party: one.name, status: worse.status ?? '', accounts: worse.accounts.join(', ') }
  for (const userId of one.keepers) await putTodo(ctx, whiteListTodo, { userId, document, params, path: `/directory/parties/${one.id}`, dueOn: dayOf(ctx.now) })
}
