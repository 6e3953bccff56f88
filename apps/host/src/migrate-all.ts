import { servers } from '@crm/catalog/server'
import { currentTransaction, giveLevel, hashPassword, migrate, newOneTimePassword, openSystem, readEnv, stamp, transact, userHolder } from '@crm/platform/server'
import { QueryTypes } from 'sequelize'

/** The schema of every app, then, where nobody has an account yet, the first admin. */
export async function migrateAll(): Promise<void> {
  const env = readEnv(process.env)
  if (!env.MYSQL_MIGRATOR_URL) throw new Error('MYSQL_MIGRATOR_URL is not set: migrations run as the migrator, not as the application')
  const steps = await migrate(
    servers.map(({ app, migrations }) => ({ id: app.id, migrations })),
    { migrator: env.MYSQL_MIGRATOR_URL, application: env.MYSQL_URL, sealer: env.MYSQL_SEALER_URL },
  )
  process.stdout.write(steps.length === 0 ? 'The schema is up to date.\n' : steps.map((step) => `migrated ${step}\n`).join(''))
  if (env.CRM_DEMO !== '1') await makeFirstAdmin()
  await stampEverybody()
}

/** A new version brings new rights to its levels: whoever holds a level gets them with it. Without a change nothing is written. */
async function stampEverybody(): Promise<void> {
  const system = openSystem(readEnv(process.env), { apps: servers, process: 'crm' })
  try {
    const users = (await system.database.read.query('select id from platform_user')).map(([id]) => Number(id))
    // The demo reads this: only then it loads its sample data.
    if (users.length === 0) process.stdout.write('Nobody has an account yet.\n')
    const differences = await transact(system.database, () => stamp(system, { userIds: users, now: system.now() }))
    for (const { userId, changes } of differences) process.stdout.write(`rights of user ${userId}: ${Object.keys(changes).length} changed with the levels of this version\n`)
  } finally {
    await system.close()
  }
}

async function makeFirstAdmin(): Promise<void> {
  const system = openSystem(readEnv(process.env), { apps: servers, process: 'crm' })
  try {
    const [known] = await system.database.read.query('select 1 from platform_user limit 1')
    if (known) return
    const password = newOneTimePassword()
    const now = system.now()
    const { sequelize } = system.database
    await transact(system.database, async () => {
      const [id] = await sequelize.query('insert into platform_user (login, name, password_hash, password_changed_at, created_at) values (?,?,?,?,?)', {
        type: QueryTypes.INSERT,
        transaction: currentTransaction() ?? null,
        replacements: ['admin', 'Administrator', await hashPassword(password), now, now],
      })
      await sequelize.query('insert into platform_credential (user_id, must_change) values (?, true)', {
        type: QueryTypes.INSERT,
        transaction: currentTransaction() ?? null,
        replacements: [id],
      })
      for (const { app } of system.apps) await giveLevel({ now }, { holder: userHolder(id), app: app.id, level: 'manage' })
      await stamp(system, { userIds: [id], now })
    })
    process.stdout.write(
      `Pierwsze konto / the first account: login admin, hasło / password ${password}\nZapisz je teraz: nie pojawi się drugi raz; przy pierwszym logowaniu trzeba je zmienić. Write it down now: it is not shown again, and is changed at the first sign-in.\n`,
    )
  } finally {
    await system.close()
  }
}
