import type { Issue } from '@crm/platform'
import { choice, code, items, optional, text } from '@crm/register'
import { countries } from './countries.ts'

/** An address that people write to or send to, beside the seat. */
const address = {
  kind: choice('correspondence', 'delivery', 'branch', 'other'),
  street: optional(text(120)),
  postalCode: optional(code(10)),
  city: text(80),
  country: choice(...countries),
}

/** Somebody at a party's. */
const contact = {
  name: text(120),
  role: optional(text(80)),
  email: optional(code(160)),
  phone: optional(code(40)),
  notes: optional(text(200)),
}

/** @see Poczta Polska: five digits, `00-950`. Other countries write letters, spaces and hyphens. */
const isPostalCode = (typed: string, country: string | null | undefined): boolean =>
  (country ?? 'PL') === 'PL' ? /^\d{2}-\d{3}$/.test(typed) : /^[A-Z0-9][A-Z0-9 -]{1,9}$/i.test(typed)

const isMailbox = (typed: string): boolean => /^[^\s@<>"(),:;\\[\]]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(typed)

/** A telephone number with its signs; an extension may follow: `+48 42 600 10 20 wew. 5`. */
const isPhone = (typed: string): boolean => /^\+?[\d\s()/.-]{5,}(\s?(w|wew|ext)?\.?\s?\d{1,6})?$/i.test(typed) && typed.replace(/\D/g, '').length >= 5

export const addresses = items(address)
export const contacts = items(contact)

type Address = { readonly [Part in 'postalCode' | 'country']?: string | null }
type Contact = { readonly [Part in 'email' | 'phone']?: string | null }

export interface Places extends Address {
  readonly email?: string | null
  readonly addresses?: readonly Address[] | null
  readonly contacts?: readonly Contact[] | null
}

/** What of a party's addresses and contacts is wrong, each at its place. */
export function placeIssues({ postalCode, country, email, addresses: further, contacts: people }: Places): Issue[] {
  return [
    ...codeIssues({ postalCode, country }, ''),
    ...mailIssues({ email }, ''),
    ...(further ?? []).flatMap((one, at) => codeIssues(one, `addresses.${at}.`)),
    ...(people ?? []).flatMap((one, at) => [...mailIssues(one, `contacts.${at}.`), ...(one.phone && !isPhone(one.phone) ? [{ path: `contacts.${at}.phone`, code: 'phone' }] : [])]),
  ]
}

const codeIssues = ({ postalCode, country }: Address, under: string): Issue[] =>
  postalCode && !isPostalCode(postalCode, country) ? [{ path: `${under}postalCode`, code: (country ?? 'PL') === 'PL' ? 'postal-code' : 'foreign-postal-code' }] : []

const mailIssues = ({ email }: Contact, under: string): Issue[] => (email && !isMailbox(email) ? [{ path: `${under}email`, code: 'mailbox' }] : [])
