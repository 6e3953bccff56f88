import { describe, expect, it } from 'vitest'
import { addressParts, type Taxpayer, type WhiteListAnswer, worsening } from './white-list.ts'

it.each([
  ['CHEMIKÓW 7, 09-411 PŁOCK', 'CHEMIKÓW 7', '09-411', 'PŁOCK'],
  ['AL. JANA PAWŁA II 24, LOK. 3, 00-133 WARSZAWA', 'AL. JANA PAWŁA II 24, LOK. 3', '00-133', 'WARSZAWA'],
  ['09-411 PŁOCK', null, '09-411', 'PŁOCK'],
  ['Somewhere abroad', 'Somewhere abroad', null, null],
  [null, null, null, null],
])('takes the address %s apart', (address, street, postalCode, city) => expect(addressParts(address)).toEqual({ street, postalCode, city }))

describe('between two answers', () => {
  const taxpayer: Taxpayer = {
    name: 'Granit',
    nip: '7740001454',
    regon: null,
    krs: null,
    status: 'active',
    street: null,
    postalCode: null,
    city: null,
    accounts: ['PL1', 'PL2'],
    hasVirtualAccounts: false,
  }
  const said = (given: Partial<Taxpayer> | null): WhiteListAnswer => ({
    nip: '7740001454',
    day: '2026-11-24',
    requestId: 'x',
    askedAt: '2026-11-24T05:00:00.000Z',
    taxpayer: given && { ...taxpayer, ...given },
  })
  it.each([
    ['nothing changed', said({}), said({}), null],
    ['there was none before', null, said({ status: 'unregistered' }), null],
    ['the status was lost', said({}), said({ status: 'exempt' }), { status: 'exempt', accounts: [] }],
    ['it is not known any more', said({}), said(null), { status: 'absent', accounts: ['PL1'] }],
    ['it stayed as bad as it was', said({ status: 'exempt' }), said({ status: 'exempt' }), null],
    ['it became active', said({ status: 'exempt' }), said({}), null],
    ['our account left', said({}), said({ accounts: ['PL2'] }), { status: null, accounts: ['PL1'] }],
    ['an account left that is none of ours', said({}), said({ accounts: ['PL1'] }), null],
  ])('%s', (_what, before, now, expected) => expect(worsening(before, now, ['PL1', 'PL9'])).toEqual(expected))
})
