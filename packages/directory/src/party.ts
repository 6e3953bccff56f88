import type { Issue } from '@crm/platform'
import { addedFields, choice, code, computed, defineRegister, longText, optional, sensitive, tags, text } from '@crm/register'
import { countries } from './countries.ts'
import { isAccount, isEuVat, isKrs, isRegon } from './identifiers.ts'
import { type Places, addresses, contacts, placeIssues } from './places.ts'
import { rights } from './rights.ts'
import { isNip } from './tax-number.ts'

/** Those with whom the company has to do; shared by all registers. */
export const party = defineRegister({
  id: 'directory.party',
  table: 'directory_party',
  fields: {
    name: text(200),
    nip: optional(code(10)),
    regon: optional(code(14)),
    krs: optional(code(10)),
    euVat: optional(code(20)),
    street: optional(text(120)),
    postalCode: optional(code(10)),
    city: optional(text(80)),
    country: optional(choice(...countries)),
    addresses: optional(addresses),
    email: optional(code(160)),
    phone: optional(code(40)),
    contacts: optional(sensitive(contacts, rights.party.contacts)), // what is written of people
    accounts: optional(tags()),
    /** What it was called before, and what was merged into it was called: found by the search. */
    formerNames: computed(longText()),
    ...addedFields,
  },
  sections: {
    party: ['name', 'nip', 'regon', 'krs', 'euVat'],
    address: ['street', 'postalCode', 'city', 'country', 'addresses'],
    contact: ['email', 'phone', 'contacts'],
    payment: ['accounts'],
  },
  list: { columns: ['name', 'nip', 'city', 'phone'], sort: { field: 'name', dir: 'asc' }, title: 'name' },
  duplicates: { same: ['nip'] },
  derive: ({ name }, { beside }) => (beside ? { formerNames: formerNames(name, beside as Named) } : {}), // what the directory's own loader says
  check: partyIssues,
})

/** Every name that a party has had, oldest first, with the one that it has. */
export interface Named {
  readonly names: readonly string[]
}

const formerNames = (name: string, { names }: Named): string | null => [...new Set(names)].filter((one) => one !== name).join(' · ') || null

interface Checked extends Places {
  readonly nip?: string | null
  readonly regon?: string | null
  readonly krs?: string | null
  readonly euVat?: string | null
  readonly accounts?: readonly string[] | null
}

/** Numbers whose check digits do not fit, addresses that nobody can write to, each at its field. */
function partyIssues({ nip, regon, krs, euVat, accounts, ...places }: Checked): Issue[] {
  const issues = placeIssues(places)
  if (nip && !isNip(nip)) issues.push({ path: 'nip', code: 'nip' })
  if (regon && !isRegon(regon)) issues.push({ path: 'regon', code: 'regon' })
  if (krs && !isKrs(krs)) issues.push({ path: 'krs', code: 'krs' })
  if (euVat && !isEuVat(euVat)) issues.push({ path: 'euVat', code: 'euVat' })
  const wrong = accounts?.find((account) => !isAccount(account))
  if (wrong !== undefined) issues.push({ path: 'accounts', code: 'account', params: { account: wrong } })
  return issues
}
