import type { PgBoss } from 'pg-boss'
import { QueryTypes } from 'sequelize'
import type { System } from '../context.ts'
import { transact } from '../database/database.ts'

interface Letter {
  seq: number
  id: string
  name: string
  payload: object | string
  start_after: Date | null
}

const batch = 200

/**
 * Hand the waiting letters to pg-boss and delete them. The job id is the letter's id and pg-boss refuses an id that it knows,
 * so a relay killed between the two databases sends again without doubling. Several relays share the work by SKIP LOCKED.
 *
 * @returns how many were handed over
 */
export async function relay(system: System, boss: PgBoss): Promise<number> {
  return transact(system.database, async () => {
    const { sequelize } = system.database
    const letters = await sequelize.query<Letter>(`select seq, id, name, payload, start_after from platform_outbox order by seq limit ${batch} for update skip locked`, {
      type: QueryTypes.SELECT,
    })
    for (const [name, group] of Map.groupBy(letters, (letter) => letter.name)) {
      await boss.insert(
        name,
        group.map((letter) => ({
          id: letter.id,
          data: typeof letter.payload === 'string' ? (JSON.parse(letter.payload) as object) : letter.payload,
          ...(letter.start_after ? { startAfter: letter.start_after } : {}),
        })),
      )
    }
    if (letters.length > 0) await sequelize.query('delete from platform_outbox where seq in (?)', { replacements: [letters.map((letter) => letter.seq)] })
    return letters.length
  })
}
