import { describe, expect, it } from 'vitest'
import { areAlike, similarity } from './alike.ts'

const contract = (given: object) => ({ signedOn: '2026-01-02', startsOn: '2026-01-15', endsOn: '2026-12-31', subject: 'Serwis dźwigów osobowych', ...given })

describe('two contracts with the same party', () => {
  it.each([
    ['signed on one day about the same', {}, true],
    ['over the same days, in other words', { signedOn: '2026-02-01', startsOn: '2026-06-01', endsOn: null, subject: 'Serwisowanie dźwigu osobowego' }, true],
    ['one after the other', { signedOn: '2026-12-01', startsOn: '2027-01-01', endsOn: '2027-12-31' }, false],
    ['about something else', { subject: 'Dostawa papieru' }, false],
  ])('%s', (_what, given, answer) => expect(areAlike(contract({}), contract(given))).toBe(answer))
})

it('compares titles without marks, and empty ones', () => {
  expect(similarity('Łódź', 'LODZ')).toBe(1)
  expect(similarity('', '')).toBe(1)
  expect(similarity('', 'a')).toBe(0)
})
