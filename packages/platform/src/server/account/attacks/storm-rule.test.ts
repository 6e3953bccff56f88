import { expect, it } from 'vitest'
import { isStorm, median } from './storm-rule.ts'

const limits = { failures: 30, times: 5, addresses: 10 }

it.each([
  ['thirty-one failures from ten places', { failures: 31, addresses: 10, usual: 0 }, true],
  ['thirty failures', { failures: 30, addresses: 20, usual: 0 }, false],
  ['many failures of few places', { failures: 500, addresses: 9, usual: 0 }, false],
  ['four times the usual rate of a large office', { failures: 48, addresses: 40, usual: 12 }, false],
  ['more than five times of it', { failures: 61, addresses: 40, usual: 12 }, true],
])('%s', (_name, wave, is) => expect(isStorm(wave, limits)).toBe(is))

it.each([
  [[], 0],
  [[4], 4],
  [[0, 0, 0, 0, 0, 0, 9_000], 0],
  [[3, 1, 2, 4], 2.5],
])('takes the middle of %j', (counts, middle) => expect(median(counts)).toBe(middle))
