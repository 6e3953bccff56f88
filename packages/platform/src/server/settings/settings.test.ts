import { type Browser, type House, openHouse } from '@crm/testing/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { platformSettings, type SettingLine } from '../../index.ts'
import { platformServer } from '../platform-server.ts'

let house: House
let admin: Browser

beforeAll(async () => {
  house = await openHouse([platformServer], { env: { RECAPTCHA_SECRET: 'very secret' } })
  await house.hire('admin', 'all')
  admin = await house.signIn('admin')
})
afterAll(() => house.close())

const save = (values: object) => admin.mutate('platform.settings.save', { values })
const lines = async () => (await admin.query('platform.settings.list', { language: 'en' })).data as SettingLine[]

it('has the initial value until somebody changes it, and journals old and new', async () => {
  expect(await house.system.settings.get(platformSettings.password.maxAgeDays)).toBe(90)
  expect((await save({ 'platform.password.maxAgeDays': 30, 'platform.signIn.officeNetworks': ['203.0.113.0/24'] })).failure).toBeNull()
  expect(await house.system.settings.get(platformSettings.password.maxAgeDays)).toBe(30)
  expect(house.system.settings.known(platformSettings.signIn.officeNetworks)).toEqual(['203.0.113.0/24'])
  const [entry] = await house.rows("select changes from platform_journal where action = 'platform.settings.edit' order by id desc limit 1")
  expect(JSON.parse(String(entry?.[0]))).toMatchObject({ 'platform.password.maxAgeDays': [90, 30] })
})

it('changes none when one does not fit, and says which', async () => {
  const { failure } = await save({
    'platform.password.maxAgeDays': 60,
    'platform.password.minLength': 1,
    'platform.nothing.here': 1,
    'platform.signIn.officeNetworks': ['our office'],
  })
  expect(failure).toEqual({
    code: 'invalid',
    params: {
      issues: [
        { path: 'platform.password.minLength', code: 'out-of-range', params: { min: 8, max: 64 } },
        { path: 'platform.nothing.here', code: 'unknown-field' },
        { path: 'platform.signIn.officeNetworks', code: 'wrong-line', params: { line: 'our office' } },
      ],
    },
  })
  expect(await house.system.settings.get(platformSettings.password.maxAgeDays)).toBe(30)
})

it('shows a secret as set or not set, never its value, and lets nobody write one', async () => {
  const shown = await lines()
  expect(shown.find((line) => line.id === 'platform.captcha.secret')).toMatchObject({ isSet: true, value: null })
  expect(shown.find((line) => line.id === 'platform.captcha.apiKey')).toMatchObject({ isSet: false, value: null })
  expect(JSON.stringify(shown)).not.toContain('very secret')
  expect((await save({ 'platform.captcha.secret': 'mine' })).failure?.code).toBe('invalid')
})

it('takes a stored value that its declaration no longer allows for not set', async () => {
  await house.rows("replace into platform_setting (name, value, changed_at) values ('platform.captcha.provider', '\"hcaptcha\"', utc_timestamp(3))")
  house.system.settings.forget()
  expect(await house.system.settings.get(platformSettings.captcha.provider)).toBe('altcha')
})
