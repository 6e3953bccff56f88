import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Right, rightsOf, sentence, settingsOf } from '@crm/platform'
import { proceduresOf, routesOf, shelf } from '@crm/platform/server'
import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apps } from './index.ts'
import { servers } from './server.ts'

let house: House
let nobody: Browser

beforeAll(async () => {
  house = await openHouse(servers)
  await house.hire('nobody', [])
  nobody = await house.signIn('nobody')
})
afterAll(() => house.close())

const rights: readonly Right[] = apps.flatMap((app) => rightsOf(app.rights))
const known = new Set(rights.map((right) => right.id))
const procedures = proceduresOf(servers)
const guarded = procedures.filter((procedure) => procedure.right !== null)

describe('every right', () => {
  it.each(rights.map((right) => right.id))('%s has a name and a description in both languages', (id) => {
    const app = apps.find((one) => id.startsWith(`${one.id}.`))
    const path = id.split('.').slice(1).join('.')
    for (const language of ['pl', 'en'] as const) {
      for (const part of ['name', 'description']) expect(sentence(app?.messages[language] ?? {}, `rights.${path}.${part}`, { language })).toEqual(expect.stringMatching(/.{3,}/))
    }
  })

  it.each(['pl', 'en'] as const)('has a help chapter in %s, and no chapter names a right that does not exist', async (language) => {
    const chapters = (await Promise.all(servers.map((server) => shelf(server.app.id, server.help, language)))).flat()
    const told = new Set(chapters.flatMap((chapter) => chapter.rights))
    expect(rights.map((right) => right.id).filter((id) => !told.has(id))).toEqual([])
    expect([...told].filter((id) => !known.has(id))).toEqual([])
  })

  it('is written once', () => expect(known.size).toBe(rights.length))
  it('in a level exists', () => expect(apps.flatMap((app) => Object.values(app.levels).flat()).filter((id) => !known.has(id))).toEqual([]))
})

describe('every setting', () => {
  it.each(apps.flatMap((app) => ('settings' in app ? settingsOf(app.settings) : [])).map((setting) => setting.id))(
    '%s has a name and its group a title in both languages',
    (id) => {
      const [app, group, name] = id.split('.')
      const messages = apps.find((one) => one.id === app)?.messages
      for (const language of ['pl', 'en'] as const) {
        for (const path of [`${group}.title`, `${group}.${name}.name`])
          expect(sentence(messages?.[language] ?? {}, `systemSettings.${path}`, { language }), path).toEqual(expect.stringMatching(/.{3,}/))
      }
    },
  )
})

describe('every procedure', () => {
  it('names a right of its app, or says why it needs none', () => {
    for (const { path, right, open } of procedures) {
      const app = path.split('.')[0]
      expect(right ? right.startsWith(`${app}.`) && known.has(right) : Boolean(open), `${path}: ${right}`).toBe(true)
    }
    expect(procedures.filter((procedure) => procedure.open).map((procedure) => procedure.path)).toEqual([
      'platform.session.welcome',
      'platform.session.signIn',
      'platform.session.signOut',
      'platform.session.confirm',
      'platform.password.rule',
      'platform.password.change',
      'platform.password.forgot',
      'platform.password.link',
      'platform.password.renew',
      'platform.factor.prove',
      'platform.factor.passkeyQuestion',
      'platform.factor.draftTotp',
      'platform.factor.addTotp',
      'platform.factor.draftPasskey',
      'platform.factor.addPasskey',
      'platform.captcha.challenge',
    ])
  })

  it.each(guarded.map(({ path, type, right }) => [path, type, right] as const))(
    '%s refuses a caller without its right, changes nothing, and journals it',
    async (path, type, right) => {
      const before = await digestOf(house)
      const { status, failure } = type === 'query' ? await nobody.query(path, {}) : await nobody.mutate(path, {})
      expect([status, failure]).toEqual([403, { code: 'denied', params: { right } }])
      expect(await digestOf(house)).toEqual(before)
      const [entry] = await house.rows('select action, outcome from platform_journal order by id desc limit 1')
      expect(entry).toEqual([right, 'denied'])
    },
  )

  it.each(guarded.map(({ path, type }) => [path, type] as const))('%s refuses somebody who is not signed in', async (path, type) => {
    const somebody = house.anonymous()
    const { status } = type === 'query' ? await somebody.query(path, {}) : await somebody.mutate(path, {})
    expect(status).toBe(401)
  })
})

describe('every route', () => {
  const open = ['/trpc/:path', '/healthz', '/readyz']
  it('demands a right of its own', () => {
    const bare = routesOf(house.http).filter((route) => route.right === null && !open.includes(route.path))
    expect(bare).toEqual([])
    expect(routesOf(house.http).filter((route) => route.right !== null && !known.has(route.right))).toEqual([])
  })

  it('refuses a caller without its right', async () => {
    const files = routesOf(house.http).filter((route) => route.right !== null && route.method !== 'OPTIONS')
    expect(files.length).toBeGreaterThan(5)
    for (const { method, path } of files) {
      const answer = await house.http.inject({
        method: method as 'GET',
        url: path.replace(':id', '1'),
        headers: { cookie: nobody.cookie(), 'tus-resumable': '1.0.0', 'upload-length': '1' },
      })
      expect([method, path, answer.statusCode]).toEqual([method, path, 403])
    }
  })
})

describe('every app', () => {
  it.each(servers.map((server) => [server.app.id, server] as const))('%s keeps its migrations in order, its jobs under its name, its help where it says', (id, server) => {
    const names = server.migrations.map((migration) => migration.name)
    expect(names).toEqual([...new Set(names)].sort())
    expect(names.filter((name) => !/^\d{4}-[a-z-]+$/.test(name))).toEqual([])
    for (const handler of server.handlers ?? []) expect(handler.job.name.startsWith(`${id}.`)).toBe(true)
    expect(existsSync(fileURLToPath(server.help))).toBe(true)
  })
})

it('has models whose columns are those of the migrated tables', async () => {
  const drift: string[] = []
  for (const model of Object.values(house.system.database.sequelize.models)) {
    const columns = (await house.rows('select column_name from information_schema.columns where table_schema = database() and table_name = ?', [model.tableName])).map(([name]) =>
      String(name),
    )
    const declared = Object.keys(model.getAttributes())
    for (const name of declared) if (!columns.includes(name)) drift.push(`${model.tableName}.${name} is declared and not migrated`)
    for (const name of columns) if (!declared.includes(name)) drift.push(`${model.tableName}.${name} is migrated and not declared`)
  }
  expect(drift).toEqual([])
})

/** What a refusal must leave as it was: every table but the journal and sessions. */
async function digestOf(at: House): Promise<unknown> {
  const tables = (
    await at.rows(
      "select table_name from information_schema.tables where table_schema = database() and table_name not in ('platform_journal', 'platform_session', 'platform_security_event') order by 1",
    )
  ).map(([name]) => String(name))
  return at.rows(`checksum table ${tables.join(', ')}`)
}
