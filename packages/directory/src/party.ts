import { code, defineRegister, optional, text } from '@crm/register'
import { isNip } from './tax-number.ts'

/** Those with whom the company has to do; shared by all registers. */
export const party = defineRegister({
  id: 'directory.party',
  table: 'directory_party',
  fields: {
    name: text(200),
    nip: optional(code(10)),
    regon: optional(code(14)),
    street: optional(text(120)),
    postalCode: optional(code(10)),
    city: optional(text(80)),
    email: optional(code(160)),
    phone: optional(code(40)),
  },
  sections: { party: ['name', 'nip', 'regon'], address: ['street', 'postalCode', 'city'], contact: ['email', 'phone'] },
  list: { columns: ['name', 'nip', 'city', 'phone'], sort: { field: 'name', dir: 'asc' }, title: 'name' },
  duplicates: { same: ['nip'] },
  check: ({ nip }) => (nip && !isNip(nip) ? [{ path: 'nip', code: 'nip' }] : []),
})
