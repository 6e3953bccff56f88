/** Why pages wait for a person. */
export type SortReason = 'no-label' | 'two-labels' | 'unknown-label' | 'voided-label' | 'archived' | 'trashed' | 'no-right' | 'broken' | 'locked'

/** Why a source of scans stands still. */
export type IntakeFailure = 'no-person' | 'unreadable' | 'no-answer' | 'wrong-login'

/** A source of scans that stands still. */
export interface StoppedIntake {
  readonly source: 'folder' | 'mail'
  readonly failure: IntakeFailure
  readonly since: string
}

/** A file that came in, and how far it is. */
export interface ScanLine {
  readonly id: number
  readonly name: string
  readonly state: 'reading' | 'sort' | 'done'
  readonly pageCount: number | null
  readonly readCount: number
  readonly by: string
  readonly at: string
  readonly parts: readonly ScanPart[]
}

/** The pages of one document in a scan. */
export interface ScanPart {
  readonly id: number
  readonly pages: readonly number[]
  readonly code: string | null
  readonly state: 'sort' | 'attached' | 'dropped'
  readonly reason: SortReason | null
  /** `contracts.trade:42`, when it hangs there and the reader may know of it. */
  readonly document: string | null
  readonly documentCode: string | null
}

/** A label that was printed, and whether its paper came back as a scan. */
export interface LabelLine {
  readonly id: number
  readonly code: string
  readonly document: string
  readonly documentCode: string
  readonly title: string
  readonly by: string
  readonly printedAt: string
  readonly returnedAt: string | null
  readonly voidedAt: string | null
}
