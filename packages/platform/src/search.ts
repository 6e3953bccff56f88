/** A document that the search of the whole system found. */
export interface SearchHit {
  /** `contracts.trade` */
  readonly kind: string
  readonly id: number
  /** How people call it, where it has a code. */
  readonly code: string | null
  readonly title: string
  /** Its page. */
  readonly path: string
}
