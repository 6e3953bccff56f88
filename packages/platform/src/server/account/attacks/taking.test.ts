import { type House, openHouse, testPassword } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { defineApp, defineRights, right } from '../../../index.ts'
import { platformServer } from '../../platform-server.ts'
import { router } from '../../procedure.ts'
import { defineServer } from '../../server-app.ts'

const rights = defineRights('shelf', { files: { download: right() }, list: { export: right() } })
const shelf = defineServer({
  app: defineApp({ id: 'shelf', rights, levels: { read: [], work: [], approve: [], manage: [] }, messages: { pl: {}, en: {} }, notices: [] }),
  router: router({}),
  migrations: [],
  help: new URL('./', import.meta.url),
  routes(http) {
    for (const [path, asked] of [
      ['/files/shelf/1/download', rights.files.download],
      ['/files/shelf/export', rights.list.export],
    ] as const)
      http.get(path, { config: { right: asked } }, async (raw, reply) => {
        await http.guard(asked)(raw, reply)
        return 'content'
      })
  },
})
let house: House

beforeAll(async () => {
  house = await openHouse([platformServer, shelf], { isWatched: true })
  await house.rows('insert into platform_setting (name, value, changed_at) values ?', [
    [
      ['platform.watch.massDownloads', '5', new Date()],
      ['platform.watch.massExports', '3', new Date()],
    ],
  ])
  house.system.settings.forget()
})
afterAll(() => house.close())

const events = () => house.rows("select rule, severity, count, action from platform_security_event where rule like 'mass-%' order by id")

it('asks who downloads too much for the password, and lets them go on', async () => {
  await house.hire('zbieracz', 'all')
  const browser = await house.signIn('zbieracz')
  const take = async (path: string) => (await house.http.inject({ url: path, headers: { cookie: browser.cookie() } })).statusCode
  for (let number = 0; number < 5; number += 1) expect(await take('/files/shelf/1/download')).toBe(200)
  expect(await events()).toEqual([])
  expect(await take('/files/shelf/1/download')).toBe(200)
  await expect.poll(events).toEqual([['mass-download', 'critical', 6, 'password-asked']])
  expect(await take('/files/shelf/1/download')).not.toBe(200)
  expect((await browser.query('platform.notices.list')).failure?.code).toBe('confirm-password')
  expect((await browser.mutate('platform.session.confirm', { password: testPassword })).failure).toBeNull()
  expect(await take('/files/shelf/1/download')).toBe(200)
})

it('tells many exports and lets them be', async () => {
  await house.rows('delete from platform_security_event')
  await house.hire('eksporter', 'all')
  const browser = await house.signIn('eksporter')
  for (let number = 0; number < 4; number += 1) expect((await house.http.inject({ url: '/files/shelf/export', headers: { cookie: browser.cookie() } })).statusCode).toBe(200)
  await expect.poll(events).toEqual([['mass-export', 'warn', 4, null]])
  expect((await browser.query('platform.notices.list')).failure).toBeNull()
})
