/** Why pages wait for a person. */
export type SortReason = 'no-label' | 'two-labels' | 'unknown-label' | 'voided-label' | 'archived' | 'trashed' | 'no-right' | 'broken' | 'locked'

export type IntakeSource = 'folder' | 'mail'

/** Why a source of scans stands still. */
export type IntakeFailure = 'no-person' | 'unreadable' | 'no-answer' | 'wrong-login' | 'no-folder' | 'not-trusted'

/** A source of scans that stands still. */
export interface StoppedIntake {
  readonly source: IntakeSource
  readonly failure: IntakeFailure
  readonly since: string
}

/** Why a letter brought no scan. */
export type LetterReason = 'stranger' | 'no-file' | 'no-pdf' | 'too-large'

/** A letter that came to the mailbox of scans. */
export interface LetterLine {
  readonly id: number
  readonly at: string
  readonly sender: string
  readonly subject: string
  readonly fileCount: number
  readonly reason: LetterReason | null
}

/** Where scans come in by themselves, as who sets it up sees it. */
export interface IntakeLine {
  readonly source: IntakeSource
  /** Whether it is set up at all. */
  readonly isSet: boolean
  readonly failure: IntakeFailure | null
  readonly since: string | null
  readonly lookedAt: string | null
  readonly nextAt: string | null
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
