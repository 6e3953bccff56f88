import { expect, it } from 'vitest'
import { choiceSetting, countSetting, defineSettings, isSecret, linesSetting, secretSetting, settingIssue, settingsOf, switchSetting, textSetting } from './setting.ts'

const shelf = defineSettings('shop', {
  counter: {
    seats: countSetting({ initial: 4, min: 1, max: 9 }),
    name: textSetting({ initial: '', limit: 5 }),
    isOpen: switchSetting(true),
    colour: choiceSetting({ initial: 'red', choices: ['red', 'blue'] }),
    doors: linesSetting({ initial: [], limit: 2, pattern: /^[A-Z]$/ }),
    key: secretSetting('SHOP_KEY'),
  },
})

it('names settings by their path', () => {
  expect(settingsOf(shelf).map((one) => one.id)).toEqual(['seats', 'name', 'isOpen', 'colour', 'doors', 'key'].map((name) => `shop.counter.${name}`))
  expect(settingsOf(shelf).filter(isSecret)).toEqual([{ id: 'shop.counter.key', variable: 'SHOP_KEY' }])
})

it.each([
  [shelf.counter.seats, 9, null],
  [shelf.counter.seats, 10, 'out-of-range'],
  [shelf.counter.seats, 1.5, 'not-a-number'],
  [shelf.counter.seats, '4', 'not-a-number'],
  [shelf.counter.seats, Number.NaN, 'not-a-number'],
  [shelf.counter.name, 'short', null],
  [shelf.counter.name, 'longer', 'too-long'],
  [shelf.counter.isOpen, 'yes', 'wrong-value'],
  [shelf.counter.colour, 'blue', null],
  [shelf.counter.colour, 'toString', 'not-a-choice'],
  [shelf.counter.doors, ['A', 'B'], null],
  [shelf.counter.doors, ['A', 'b'], 'wrong-line'],
  [shelf.counter.doors, ['A', 'B', 'C'], 'too-long'],
  [shelf.counter.doors, 'A', 'wrong-value'],
])('%o takes %o: %s', (setting, value, code) => expect(settingIssue(setting, value)?.code ?? null).toBe(code))
