export type { Attachment, DocumentPart, FileVersion, UploadMetadata } from './attachment.ts'
export { allowedEndings, endingOf, isAllowedEnding, isPreviewable, isPromised, largestFile } from './file-kind.ts'
export { attachmentRightTexts } from './right-texts.ts'
export { type AttachmentRights, attachmentRights } from './rights.ts'
export { storage } from './storage.ts'
export { labelRights, type LabelRights, labelRightTexts, scanRights, type ScanRights, scanRightTexts } from './label-rights.ts'
export { labelCode, readLabel, spokenLabel } from './label-code.ts'
export { type LabelFormatName, labelFormatNames, labelFormats } from './label-format.ts'
export { type ScanJobs, scanJobs } from './scan-jobs.ts'
export type { Excerpt, FileHit, TextState } from './file-text.ts'
export type { IntakeLine, LabelLine, LetterLine, ScanLine, ScanPart, StoppedIntake } from './scan.ts'
export { type PaperRights, paperRights, paperRightTexts, type PlaceRights, placeRights, placeRightTexts } from './paper-rights.ts'
export { type PaperJobs, paperJobs } from './paper-jobs.ts'
export { overdueTexts, paperHistory, paperMessages } from './messages/papers.ts'
export {
  asTree,
  type Loan,
  type LoanLine,
  type PaperAbout,
  type Place,
  type SightLine,
  type SightOutcome,
  sightOutcomes,
  type StockTaking,
  type UnlistedPlace,
  within,
} from './paper.ts'
export type { Activity, Look } from './look.ts'
export type { FoundInText, FoundOnPage, ReadPdf } from './found-in-text.ts'
