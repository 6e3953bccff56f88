import { AccessPanel, type Api, createLive, DocumentRights, FailureMessage, failureOf, failureText, onChanged, useCan, useText } from '@crm/platform/ui'
import { AskDialog, Dialog, Message, Skeleton, toast } from '@crm/widgets/ui'
import { createSignal, For, Match, Show, Switch, untrack } from 'solid-js'
import type { Attachment, AttachmentRights, DocumentPart } from '../index.ts'
import { messages } from '../messages/index.ts'
import type { AttachmentProcedures } from '../server/index.ts'
import { DescribeDialog } from './describe-dialog.tsx'
import { DropZone } from './drop-zone.tsx'
import { askAgainWhile } from './ask-again.ts'
import { type AboutFile, FileLine } from './file-line.tsx'
import { ofPart, type PartsOf } from './parts.ts'
import { PagePictures } from './page-pictures.tsx'
import { Preview } from './preview.tsx'
import { UploadList } from './upload-list.tsx'
import { createUploads } from './uploads.ts'
import { VersionsDialog } from './versions-dialog.tsx'

interface AttachmentsProps {
  /** `contracts.trade` */
  readonly kind: string
  readonly documentId: number
  readonly rights: AttachmentRights
  readonly api: Api<AttachmentProcedures>
  /** A right as people know it. */
  readonly labelOf: (right: string) => string
  /** What of the document has files of its own. */
  readonly parts?: PartsOf
  /** Only what belongs to this part; what is added belongs to it. */
  readonly part?: DocumentPart
}

type Asking = { readonly about: AboutFile; readonly file: Attachment }

/** The files of a document: what is there, adding by drop or choice, reading, taking away. */
export function Attachments(props: AttachmentsProps) {
  const text = useText(messages)
  const can = useCan()
  const files = createLive(
    () => props.documentId,
    async (documentId) =>
      ofPart(
        await props.api.list.fetch({ documentId }),
        untrack(() => props.part),
      ),
  )
  const [asking, setAsking] = createSignal<Asking | null>(null)
  const uploads = createUploads({
    endpoint: untrack(() => `/files/${props.kind}/upload`),
    document: () => props.documentId,
    part: untrack(() => props.part?.key),
    onDone: (name) => {
      toast({ text: text('done', { name }) })
      void files.refetch()
    },
  })
  onChanged(
    () => `${props.kind}:${props.documentId}`,
    () => void files.refetch(),
  )
  askAgainWhile(
    () => files.value()?.some((file) => file.isWaiting || file.text === 'waiting') ?? false,
    () => void files.refetch(),
  )
  const act = async (work: Promise<unknown>) => {
    try {
      await work
      await files.refetch()
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    setAsking(null)
  }
  return (
    <>
      <Show when={can(props.rights.upload)}>
        <DropZone id="attach-files" right={props.rights.upload.id} lead={text('drop')} choose={text('choose')} isMany onFiles={uploads.add} />
      </Show>
      <UploadList uploads={uploads} />
      <Switch fallback={<Skeleton lines={3} label={text('loading')} />}>
        <Match when={files.error()}>
          <FailureMessage error={files.error()} again={() => void files.refetch()} />
        </Match>
        <Match when={files.value()}>
          {(known) => (
            <Show when={known().length > 0} fallback={<Message title={text('empty')} />}>
              <ul class="list-unstyled" aria-label={text('files')}>
                <For each={known()}>
                  {(file) => (
                    <DocumentRights.Provider value={() => file.can}>
                      <FileLine
                        file={file}
                        kind={props.kind}
                        rights={props.rights}
                        partName={props.part === undefined && file.part ? (props.parts?.name(file.part) ?? file.part.code) : null}
                        onAsk={(about) => setAsking({ about, file })}
                      />
                    </DocumentRights.Provider>
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Match>
      </Switch>
      <Show when={asking()} keyed>
        {({ about, file }) => (
          <Switch>
            <Match when={about === 'preview'}>
              <Dialog title={file.name} closeLabel={text('close')} isWide onClose={() => setAsking(null)}>
                <Show when={file.active.length === 0} fallback={<PagePictures file={file} kind={props.kind} />}>
                  <Preview file={file} address={`/files/${props.kind}/${file.id}/preview`} />
                </Show>
              </Dialog>
            </Match>
            <Match when={about === 'versions'}>
              <DocumentRights.Provider value={() => file.can}>
                <VersionsDialog file={file} kind={props.kind} rights={props.rights} api={props.api} onClose={() => setAsking(null)} />
              </DocumentRights.Provider>
            </Match>
            <Match when={about === 'access'}>
              <Dialog
                title={`${text('access')}: ${file.name}`}
                closeLabel={text('close')}
                isWide
                onClose={() => {
                  setAsking(null)
                  void files.refetch()
                }}
              >
                <p class="crm-quiet">{text('accessWhy')}</p>
                <AccessPanel document={`${props.kind}:${props.documentId}`} id={file.id} api={props.api.access} labelOf={props.labelOf} />
              </Dialog>
            </Match>
            <Match when={about === 'describe'}>
              <DescribeDialog
                file={file}
                documentId={props.documentId}
                parts={props.parts}
                api={props.api}
                onClose={() => setAsking(null)}
                onSave={(about) => void act(props.api.describe.run({ id: file.id, ...about }))}
              />
            </Match>
            <Match when={about === 'remove'}>
              <AskDialog
                title={text('removeAsk', { name: file.name })}
                closeLabel={text('close')}
                cancelLabel={text('cancel')}
                doLabel={text('remove')}
                onClose={() => setAsking(null)}
                onDo={() => void act(props.api.remove.run({ id: file.id }))}
              >
                {text('removeWhy')}
              </AskDialog>
            </Match>
          </Switch>
        )}
      </Show>
    </>
  )
}
