import { expect, it } from 'vitest'
import { areaOf, isWithin, networkOf } from './network.ts'

it.each([
  ['203.0.113.7', '203.0.113.7', '203.0.113.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.7', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['2001:0db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
  ['::1', '0:0:0:0::/64', '0:0:0::/48'],
])('%s is one place with %s, near %s', (address, network, area) => expect([networkOf(address), areaOf(address)]).toEqual([network, area]))

it.each([
  ['203.0.113.7', ['203.0.113.0/24'], true],
  ['203.0.114.7', ['203.0.113.0/24'], false],
  ['203.0.113.7', ['203.0.113.7'], true],
  ['2001:db8::7', ['2001:db8::/32'], true],
  ['203.0.113.7', ['our office', '999.1.1.1/8', '10.0.0.0/99'], false],
  ['not an address', ['0.0.0.0/0'], false],
])('%s within %j: %s', (address, networks, isIt) => expect(isWithin(address, networks)).toBe(isIt))
