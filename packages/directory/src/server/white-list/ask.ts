import { dayOf, invalid } from '@crm/platform'
import { type Reading, transact } from '@crm/platform/server'
import { settings } from '../../settings.ts'
import type { WhiteListAnswer } from '../../white-list.ts'
import { askOne, WhiteListProblem } from './client.ts'
import { closeDay, takeQuestion } from './table.ts'

/**
 * Ask for a person, outside any transaction: nobody's row waits for the Ministry.
 *
 * @throws Failure 'invalid' at `nip` with the reason
 */
export async function askFor({ system, now }: Pick<Reading, 'system' | 'now'>, nip: string): Promise<WhiteListAnswer> {
  const get = system.settings.get.bind(system.settings)
  if (!(await get(settings.whiteList.isOn))) throw invalid({ path: 'nip', code: 'wl-off' })
  const [day, limit] = [dayOf(now), await get(settings.whiteList.dailyLimit)]
  if (!(await transact(system.database, () => takeQuestion(day, limit)))) throw invalid({ path: 'nip', code: 'wl-limit' })
  try {
    return await askOne(await get(settings.whiteList.address), { nip, day, now })
  } catch (error) {
    if (!(error instanceof WhiteListProblem)) throw error
    if (error.reason === 'limit') await transact(system.database, () => closeDay(day, limit))
    throw invalid({ path: 'nip', code: `wl-${error.reason}`, params: { reason: error.code } })
  }
}
