import type { Day } from '@crm/platform'

/** Where a taxpayer stands in the register of VAT payers; `absent` is one that the register does not know. */
export type VatStatus = 'active' | 'exempt' | 'unregistered' | 'absent'

/** What the register says of a taxpayer; nothing of the people in it is kept. */
export interface Taxpayer {
  readonly name: string
  readonly nip: string
  readonly regon: string | null
  readonly krs: string | null
  readonly status: VatStatus
  readonly street: string | null
  readonly postalCode: string | null
  readonly city: string | null
  /** With the country, `PL61109010140000071219812874`. */
  readonly accounts: readonly string[]
  /** It has accounts that are made up for each payer: one that is not in the list may still be right. */
  readonly hasVirtualAccounts: boolean
}

/** An answer of the register, the proof that it was asked. */
export interface WhiteListAnswer {
  readonly nip: string
  /** The day that was asked about. */
  readonly day: Day
  readonly requestId: string
  /** ISO UTC */
  readonly askedAt: string
  /** `null` for one that the register does not know. */
  readonly taxpayer: Taxpayer | null
}

/** The last answer about a party, with who asked. */
export interface PartyCheck extends WhiteListAnswer {
  /** `null` when the system asked by itself at night. */
  readonly by: string | null
}

export const statusOf = ({ taxpayer }: Pick<WhiteListAnswer, 'taxpayer'>): VatStatus => taxpayer?.status ?? 'absent'

/** The address as the register writes it, `CHEMIKÓW 7, 09-411 PŁOCK`, in its parts; what does not look so is the street. */
export function addressParts(address: string | null): Pick<Taxpayer, 'street' | 'postalCode' | 'city'> {
  if (!address) return { street: null, postalCode: null, city: null }
  const found = /^(?:(.*), )?(\d{2}-\d{3}) ([^,]+)$/.exec(address.trim())
  if (!found) return { street: address.slice(0, 120), postalCode: null, city: null }
  return { street: found[1]?.slice(0, 120) ?? null, postalCode: found[2] ?? null, city: found[3]?.slice(0, 80) ?? null }
}

/** What became worse between two answers about a party with these accounts. */
export interface Worsening {
  /** It is no longer an active payer. */
  readonly status: VatStatus | null
  /** Accounts of the party that were on the list and are not. */
  readonly accounts: readonly string[]
}

/** @returns `null` when nothing became worse; also without an answer before, for then nothing is known to have changed */
export function worsening(before: WhiteListAnswer | null, now: WhiteListAnswer, accounts: readonly string[]): Worsening | null {
  if (!before) return null
  const status = statusOf(now) !== 'active' && statusOf(before) !== statusOf(now) ? statusOf(now) : null
  const gone = accounts.filter((account) => before.taxpayer?.accounts.includes(account) && !now.taxpayer?.accounts.includes(account))
  return status === null && gone.length === 0 ? null : { status, accounts: gone }
}
