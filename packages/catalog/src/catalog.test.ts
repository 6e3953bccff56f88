import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { admin } from '@crm/app-admin'
import { rights as contractRights } from '@crm/app-contracts'
import { type Right, rightsOf, sentence, settingsOf } from '@crm/platform'
import { actsOf, allowed, defineServer, namesOf, type ProcedureLine, proceduresOf, routesOf, shelf } from '@crm/platform/server'
import { type Browser, digestOf, type House, openHouse } from '@crm/testing/server'
import { initTRPC } from '@trpc/server'
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

  it('has its chapters in both languages under the same names', async () => {
    const names = (language: 'pl' | 'en') =>
      Promise.all(servers.map(async (server) => (await shelf(server.app.id, server.help, language)).map(({ app, id, rights: told }) => [app, id, told])))
    expect(await names('en')).toEqual(await names('pl'))
  })

  it('is written once', () => expect(known.size).toBe(rights.length))
  it('in a level exists', () => expect(apps.flatMap((app) => Object.values(app.levels).flat()).filter((id) => !known.has(id))).toEqual([]))
})

describe('what is done without a right', () => {
  it.each(actsOf(servers))('%s has a name in both languages', (id) =>
    expect(namesOf(servers, 'acts', id)).toEqual({ pl: expect.stringMatching(/^[^.]{3,}$/), en: expect.stringMatching(/^[^.]{3,}$/) }),
  )
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

/** What is wrong with how procedures are guarded: those that name no right of their app and give no reason for it. */
const unguarded = (lines: readonly ProcedureLine[]) =>
  lines.filter(({ path, right, open }) => !(right ? right.startsWith(`${path.split('.')[0]}.`) && known.has(right) : open)).map(({ path }) => path)

describe('every procedure', () => {
  it('names a right of its app, or says why it needs none', () => {
    expect(unguarded(procedures)).toEqual([])
    expect(procedures.filter((procedure) => procedure.open).map((procedure) => procedure.path)).toEqual([
      'platform.seeAs.end',
      'platform.session.welcome',
      'platform.session.signIn',
      'platform.session.signOut',
      'platform.session.confirm',
      'platform.session.enter',
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

  it('is found when it names none, a foreign one, or one that does not exist', () => {
    const t = initTRPC.create()
    const foreign = allowed(contractRights.trade.view).input({ parse: () => null })
    const planted = defineServer({
      app: { ...admin, rights: {} },
      router: t.router({ bare: t.procedure.query(() => 'open to everybody'), people: t.router({ foreign: foreign.query(async () => null) }) }),
      migrations: [],
      help: new URL('.', import.meta.url),
    })
    expect(unguarded(proceduresOf([planted]))).toEqual(['admin.bare', 'admin.people.foreign'])
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

  it('refuses a caller without its right, changes nothing, and journals it', async () => {
    const before = await digestOf(house)
    const files = routesOf(house.http).filter((route) => route.right !== null && route.method !== 'OPTIONS')
    expect(files.length).toBeGreaterThan(5)
    for (const { method, path, right } of files) {
      const answer = await house.http.inject({
        method: method as 'GET',
        url: path.replace(':id', '1'),
        headers: { cookie: nobody.cookie(), 'tus-resumable': '1.0.0', 'upload-length': '1' },
      })
      expect([method, path, answer.statusCode]).toEqual([method, path, 403])
      const [entry] = await house.rows('select action, outcome from platform_journal order by id desc limit 1')
      expect([path, entry]).toEqual([path, [right, 'denied']])
    }
    expect(await digestOf(house)).toEqual(before)
  })
})

describe('every app', () => {
  it.each(servers.map((server) => [server.app.id, server] as const))('%s keeps its migrations in order, its jobs under its name, its help where it says', (id, server) => {
    const names = server.migrations.map((migration) => migration.name)
    expect(names).toEqual([...new Set(names)].sort())
    expect(names.map((name) => name.slice(0, 5)).every((number, index, all) => /^\d{4}-$/.test(number) && all.indexOf(number) === index)).toBe(true)
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
