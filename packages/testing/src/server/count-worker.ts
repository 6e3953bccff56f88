import { defineJob } from '@crm/platform'
import { openSystem, openWorker, platformServer, readEnv } from '@crm/platform/server'
import { QueryTypes } from 'sequelize'
import { z } from 'zod'

/** A worker process for the tests that kill one: it writes a row for its job, says so, and with `HANG=1` never gets further. */
export const countJob = defineJob('platform.count', z.object({ number: z.number() }))

if (process.argv[1] === import.meta.filename) {
  const system = openSystem(readEnv(process.env), {
    process: 'test',
    apps: [
      {
        ...platformServer,
        handlers: [
          {
            job: countJob,
            async run(_ctx, payload) {
              const { number } = countJob.payload.parse(payload)
              await system.database.sequelize.query('insert into platform_preference (user_id, name, value) values (1, ?, ?)', {
                type: QueryTypes.INSERT,
                replacements: [`counted ${number} by ${process.pid}`, '1'],
              })
              process.stdout.write('taken\n')
              if (process.env.HANG === '1') await new Promise(() => undefined)
            },
          },
        ],
      },
    ],
  })
  await openWorker(system, { expireInSeconds: 1, superviseSeconds: 1 })
}
