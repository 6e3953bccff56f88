/** A document that the search of the whole system found. */
export interface SearchHit {
  /** `contracts.trade` */
  readonly kind: string
  readonly id: number
  /** How people call it, where it has a code. */
  readonly code: string | null
  readonly title: string
  /** The file in which it was found, with the place, when it was not found by its own words. */
  readonly file?: {
    readonly name: string
    readonly excerpt: { readonly page: number; readonly before: string; readonly match: string; readonly after: string } | null
  }
  /** Its page. */
  readonly path: string
}
