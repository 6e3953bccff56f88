import type { System } from '@crm/platform/server'
import { counting } from '../report.ts'
import { variants } from '../variants.ts'

/** Who looks after the contracts in force with each party. */
export async function keepersOfParties(system: System, kind: string): Promise<{ id: number; userIds: number[] }[]> {
  if (kind !== 'directory.party') return []
  const answers = await Promise.all(
    Object.values(variants).map(({ register }) =>
      system.database.read.query(
        `select distinct l.target_id, t.owner_id from ${register.table} t join ${register.table}_parties l on l.record_id = t.id where t.shelf = 'current' and t.status in (?)`,
        [counting],
      ),
    ),
  )
  return answers.flat().map(([id, userId]) => ({ id: Number(id), userIds: [Number(userId)] }))
}
