import type { AboutGroup, Day } from '@crm/platform'

/** A name that a party had. */
export interface FormerName {
  readonly name: string
  /** The day on which it got another one, Europe/Warsaw. */
  readonly until: Day
}

/** What all apps have about a party, as far as the reader may see it. */
export interface PartyAbout {
  readonly groups: readonly AboutGroup[]
  /** Newest first. */
  readonly names: readonly FormerName[]
}
