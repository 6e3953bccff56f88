/** Something that a text says: what it is, as it is kept, and from which sign to which. */
export interface FoundInText {
  readonly kind: string
  readonly value: string
  /** The field that it probably belongs in; `null` where the words around it do not say. */
  readonly field: string | null
  readonly from: number
  readonly to: number
}

/** The same with its page and its place there: left, top, width, height in thousandths of the page. */
export interface FoundOnPage {
  readonly kind: string
  readonly value: string
  readonly field: string | null
  readonly page: number
  /** As it stands there. */
  readonly text: string
  readonly box: readonly [number, number, number, number] | null
}

/** What was found in a PDF, with pictures of the pages where something was. */
export interface ReadPdf {
  readonly hasText: boolean
  readonly found: readonly FoundOnPage[]
  readonly pictures: Readonly<Record<number, string>>
}
