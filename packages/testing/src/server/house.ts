import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { platformSettings, rightsOf } from '@crm/platform'
import { type Env, giveRights, hashPassword, openHttp, openSystem, type ServerApp, stamp, type System, transact } from '@crm/platform/server'
import type { FastifyInstance } from 'fastify'
import { QueryTypes } from 'sequelize'
import { type Browser, openBrowser, usualBrowser } from './browser.ts'
import { openStores, type Stores } from './schema.ts'

/** The whole product without its processes, over databases of its own. */
export interface House {
  readonly system: System
  readonly http: FastifyInstance
  readonly stores: Stores
  /** An account with the rights named; `all` stands for every right there is. */
  hire(login: string, rights: readonly string[] | 'all'): Promise<number>
  /** The browser of somebody who has signed in. */
  signIn(login: string): Promise<Browser>
  anonymous(from?: { cookie?: string; ip?: string; userAgent?: string }): Browser
  /** Rows of a query, as arrays of cells. */
  rows(sql: string, values?: readonly unknown[]): Promise<unknown[][]>
  /** Set the clock. */
  setClock(moment: string | null): void
  close(): Promise<void>
}

interface Opening {
  readonly hasJobs?: boolean
  /** Refusals are answered as in production; otherwise a test may be refused as often as it likes. */
  readonly isWatched?: boolean
  readonly env?: Partial<Env>
}

export const testPassword = 'a long password for tests'
let passwordHash: Promise<string> | null = null

export async function openHouse(apps: readonly ServerApp[], { hasJobs = false, isWatched = false, env = {} }: Opening = {}): Promise<House> {
  const stores = await openStores(
    apps.map(({ app, migrations }) => ({ id: app.id, migrations })),
    { hasJobs },
  )
  const data = await mkdtemp(join(tmpdir(), 'crm-test-'))
  let clock: Date | null = null
  const system = openSystem(
    {
      MYSQL_URL: stores.MYSQL_URL,
      MYSQL_SEALER_URL: stores.MYSQL_SEALER_URL,
      JOBS_URL: stores.JOBS_URL,
      CRM_DATA: data,
      HOST: '127.0.0.1',
      PORT: 0,
      TRUSTED_PROXIES: '',
      CRM_SECRET: 'a secret of the tests, forty characters long',
      RECAPTCHA_URL: 'http://127.0.0.1:9',
      RECAPTCHA_ENTERPRISE_URL: 'http://127.0.0.1:9',
      COMPANY: 'Test',
      CRM_DEMO: '0',
      LOG_LEVEL: 'silent',
      ...env,
    },
    { apps, process: 'test', now: () => clock ?? new Date() },
  )
  if (!isWatched)
    await system.database.read.query('insert into platform_setting (name, value, changed_at) values ?', [
      Object.values(platformSettings.watch).map(({ id }) => [id, '0', new Date()]),
    ])
  const http = await openHttp(system)
  // A call that a test makes by hand comes from the same browser as its sign-in.
  http.addHook('onRequest', async (raw) => {
    if (raw.headers['user-agent'] === 'lightMyRequest') raw.headers['user-agent'] = usualBrowser
  })
  await http.ready()
  const { sequelize } = system.database
  return {
    system,
    http,
    stores,
    async hire(login, rights) {
      passwordHash ??= hashPassword(testPassword)
      const now = new Date()
      const [id] = await sequelize.query('insert into platform_user (login, name, password_hash, created_at) values (?,?,?,?)', {
        type: QueryTypes.INSERT,
        replacements: [login, `Test ${login}`, await passwordHash, now],
      })
      const held = rights === 'all' ? apps.flatMap(({ app }) => rightsOf(app.rights)).map((right) => right.id) : rights
      await transact(system.database, async () => {
        await giveRights({ now }, { userId: id, rightIds: held })
        await stamp(system, { userIds: [id], now })
      })
      return id
    },
    async signIn(login) {
      const browser = openBrowser(http)
      const { failure } = await browser.mutate('platform.session.signIn', { login, password: testPassword })
      if (failure) throw new Error(`${login} could not sign in: ${failure.code}`)
      return browser
    },
    anonymous: (from) => openBrowser(http, from),
    rows: (sql, values) => system.database.read.query(sql, values),
    setClock(moment) {
      clock = moment === null ? null : new Date(moment)
    },
    async close() {
      await http.close()
      await system.close()
      await stores.drop()
      await rm(data, { recursive: true, force: true })
    },
  }
}
