import { expect, it } from 'vitest'
import { attackOf, type Sign } from './attack.ts'

const sign = (given: Partial<Sign> & Pick<Sign, 'rule'>): Sign => ({ network: '203.0.113.7', userId: null, hasSession: false, sample: null, ...given })

it.each([
  ['a mass attack, wherever it comes from', sign({ rule: 'stuffing' }), 'storm'],
  ['a password that it found', sign({ rule: 'forced-change', userId: 4, sample: 'stuffing' }), 'storm'],
  ['an address that sprays', sign({ rule: 'spraying' }), 'network 203.0.113.7'],
  ['a password that it found', sign({ rule: 'forced-change', userId: 4, sample: 'spraying' }), 'network 203.0.113.7'],
  ['a lock that it got', sign({ rule: 'address-locked', userId: 4 }), 'network 203.0.113.7'],
  ['the sign-in that it won', sign({ rule: 'sign-in-after-failures', userId: 4 }), 'network 203.0.113.7'],
  ['an account tried from many places', sign({ rule: 'account-many-places', userId: 4 }), 'user 4'],
  ['a stolen session', sign({ rule: 'session-moved', userId: 4, hasSession: true }), 'user 4'],
  ['what somebody who is signed in does', sign({ rule: 'tampered-field', userId: 4, hasSession: true }), 'user 4'],
  ['the same of a stranger', sign({ rule: 'broken-input' }), 'network 203.0.113.7'],
])('%s belongs to its attack', (_name, event, attack) => expect(attackOf(event)).toBe(attack))
