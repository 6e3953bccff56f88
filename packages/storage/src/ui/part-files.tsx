import { type Api, createLive, onChanged, RightButton, sentenceOf, useCanSome, useText } from '@crm/platform/ui'
import { Dialog } from '@crm/widgets/ui'
import type { Attachment, AttachmentRights, DocumentPart } from '../index.ts'
import { messages } from '../messages/index.ts'
import type { AttachmentProcedures } from '../server/index.ts'
import { Attachments } from './attachments.tsx'
import { ofPart, type PartsOf } from './parts.ts'

/** The files of one kind of document, as the pages of its parts are made with. */
export interface FilesOf {
  /** `contracts.trade` */
  readonly kind: string
  readonly rights: AttachmentRights
  readonly api: Api<AttachmentProcedures>
  readonly labelOf: (right: string) => string
  readonly parts: PartsOf
}

/** What a document's parts have of its files, asked once for all of them; nothing for a reader who may not list files. */
export function createPartFiles(files: FilesOf, documentId: () => number): (part: DocumentPart) => readonly Attachment[] {
  const can = useCanSome()
  const known = createLive(documentId, async (id) => (can(files.rights.list) ? files.api.list.fetch({ documentId: id }) : []))
  onChanged(
    () => `${files.kind}:${documentId()}`,
    () => void known.refetch(),
  )
  return (part) => ofPart(known.value() ?? [], part)
}

interface Part {
  readonly files: FilesOf
  readonly part: DocumentPart
}

const titleOf = ({ files, part }: Part) => `${sentenceOf(messages, 'title')}: ${files.parts.name(part)}`

/** Opens the files of a part and says how many there are. Whoever shows it keeps what is open: a line is made anew whenever its list is. */
export const PartFilesButton = (props: Part & { readonly count: number; readonly onOpen: () => void }) => (
  <RightButton right={props.files.rights.list} look="quiet" icon="clip" label={titleOf(props)} onClick={() => props.onOpen()}>
    {props.count > 0 ? props.count : undefined}
  </RightButton>
)

/** The files of a part, in the same control as the document's own. */
export function PartFilesDialog(props: Part & { readonly documentId: number; readonly onClose: () => void }) {
  const text = useText(messages)
  return (
    <Dialog title={titleOf(props)} closeLabel={text('close')} isWide onClose={props.onClose}>
      <Attachments {...props.files} documentId={props.documentId} part={props.part} />
    </Dialog>
  )
}
