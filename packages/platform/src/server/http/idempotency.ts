import { QueryTypes } from 'sequelize'
import type { Writing } from '../context.ts'
import { Again, currentTransaction, isDuplicate } from '../database/database.ts'

/**
 * Do something once for a key that the client made: a request repeated after a lost answer gets the first answer again.
 * The key is stored in the transaction of the change, so they exist together or not at all.
 */
export async function once<Answer>(ctx: Writing, key: string | undefined, act: () => Promise<Answer>): Promise<Answer> {
  if (!key) return act()
  const { sequelize } = ctx.system.database
  const transaction = currentTransaction() ?? null
  const [earlier] = await sequelize.query<{ answer: Answer | string }>('select answer from platform_idempotency where user_id = ? and request_key = ?', {
    type: QueryTypes.SELECT,
    transaction,
    replacements: [ctx.user.id, key],
  })
  if (earlier) {
    await ctx.journal({ note: 'repeated request' })
    return typeof earlier.answer === 'string' ? (JSON.parse(earlier.answer) as Answer) : earlier.answer
  }
  const answer = await act()
  try {
    await sequelize.query('insert into platform_idempotency (user_id, request_key, answer, at) values (?,?,?,?)', {
      type: QueryTypes.INSERT,
      transaction,
      replacements: [ctx.user.id, key, JSON.stringify(answer), ctx.now],
    })
  } catch (error) {
    throw isDuplicate(error) ? new Again('the same request ran beside this one') : error
  }
  return answer
}
