import { randomUUID } from 'node:crypto'
import { QueryTypes } from 'sequelize'
import type { Job } from '../../index.ts'
import { currentTransaction, type Database } from '../database/database.ts'

/** Put a job beside the change that causes it: both commit or neither. A relay hands it to pg-boss under the same id. */
export async function post<Payload>(database: Database, job: Job<Payload>, letter: { payload: Payload; now: Date; startAfter?: Date }): Promise<void> {
  const transaction = currentTransaction()
  if (!transaction) throw new Error(`Job ${job.name} is sent outside a transaction: it could survive a change that does not`)
  await database.sequelize.query('insert into platform_outbox (id, name, payload, start_after, created_at) values (?,?,?,?,?)', {
    type: QueryTypes.INSERT,
    transaction,
    replacements: [randomUUID(), job.name, JSON.stringify(job.payload.parse(letter.payload)), letter.startAfter ?? null, letter.now],
  })
}
