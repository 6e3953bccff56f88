import { expect, it } from 'vitest'
import { isNip, plainNip } from './tax-number.ts'

it.each(['5261040828', '7740001454', '5260251049', '9999999982', '1234563218', '8655104670'])('takes %s', (nip) => expect(isNip(nip)).toBe(true))
it.each(['7740001455', '5250008014', '123', '', '526104082a', '1111111111'])('refuses %s', (nip) => expect(isNip(nip)).toBe(false))
it('reads a NIP as people write it', () => expect(plainNip('PL 526-104-08-28')).toBe('5261040828'))
