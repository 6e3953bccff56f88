import {
  AccessPanel,
  type Api,
  createLive,
  DocumentRights,
  FailureMessage,
  failureOf,
  failureText,
  formatBytes,
  formatMoment,
  onChanged,
  RightButton,
  useCan,
  useText,
} from '@crm/platform/ui'
import { Button, Dialog, FormField, Icon, Message, Skeleton, TextInput, toast } from '@crm/widgets/ui'
import { createSignal, For, Match, Show, Switch, untrack } from 'solid-js'
import { type Attachment, type AttachmentRights, isPreviewable } from '../index.ts'
import { foundMessages } from '../messages/found.ts'
import { messages } from '../messages/index.ts'
import type { AttachmentProcedures } from '../server/index.ts'
import { DropZone } from './drop-zone.tsx'
import { UploadList } from './upload-list.tsx'
import { createUploads } from './uploads.ts'

interface AttachmentsProps {
  /** `contracts.trade` */
  readonly kind: string
  readonly documentId: number
  readonly rights: AttachmentRights
  readonly api: Api<AttachmentProcedures>
  /** A right as people know it. */
  readonly labelOf: (right: string) => string
}

type Asking = { readonly about: 'preview' | 'describe' | 'access' | 'remove'; readonly file: Attachment }

/** The files of a document: what is there, adding by drop or choice, reading, taking away. */
export function Attachments(props: AttachmentsProps) {
  const text = useText(messages)
  const can = useCan()
  const files = createLive(
    () => props.documentId,
    (documentId) => props.api.list.fetch({ documentId }),
  )
  const [asking, setAsking] = createSignal<Asking | null>(null)
  const uploads = createUploads({
    endpoint: untrack(() => `/files/${props.kind}/upload`),
    document: () => props.documentId,
    onDone: (name) => {
      toast({ text: text('done', { name }) })
      void files.refetch()
    },
  })
  onChanged(
    () => `${props.kind}:${props.documentId}`,
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
                      <FileLine file={file} kind={props.kind} rights={props.rights} onAsk={(about) => setAsking({ about, file })} />
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
                <Preview file={file} address={`/files/${props.kind}/${file.id}/preview`} />
              </Dialog>
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
              <Describe file={file} onClose={() => setAsking(null)} onSave={(description) => void act(props.api.describe.run({ id: file.id, description: description || null }))} />
            </Match>
            <Match when={about === 'remove'}>
              <Dialog
                title={text('removeAsk', { name: file.name })}
                closeLabel={text('close')}
                onClose={() => setAsking(null)}
                footer={
                  <>
                    <Button onClick={() => setAsking(null)}>{text('cancel')}</Button>
                    <Button look="danger" onClick={() => void act(props.api.remove.run({ id: file.id }))}>
                      {text('remove')}
                    </Button>
                  </>
                }
              >
                {text('removeWhy')}
              </Dialog>
            </Match>
          </Switch>
        )}
      </Show>
    </>
  )
}

function FileLine(props: { readonly file: Attachment; readonly kind: string; readonly rights: AttachmentRights; readonly onAsk: (about: Asking['about']) => void }) {
  const text = useText(messages)
  const foundText = useText(foundMessages)
  const can = useCan()
  /** Why the search does not look into it; kinds that are never read need no word. */
  const unsearched = () => (props.file.text === 'ready' || props.file.text === 'none' ? null : props.file.text)
  return (
    <li class="crm-section py-2 mb-1 d-flex flex-wrap align-items-center gap-2" data-file={props.file.name}>
      <Icon name="clip" />
      <span>
        <strong class="fw-semibold">{props.file.name}</strong>
        <Show when={props.file.isRestricted}>
          {' '}
          <span class="badge text-bg-secondary" title={text('accessWhy')}>
            {text('restricted')}
          </span>
        </Show>
        <Show when={props.file.version > 1}> · {text('version', { version: props.file.version })}</Show>
        <small class="d-block crm-quiet">
          {formatBytes(props.file.size)} · {props.file.by} · {formatMoment(props.file.at)}
          <Show when={props.file.description}> · {props.file.description}</Show>
          <Show when={unsearched()}>{(state) => <> · {foundText(`states.${state()}`)}</>}</Show>
        </small>
      </span>
      <span class="ms-auto d-flex gap-1">
        <Show when={isPreviewable(props.file.type)}>
          <RightButton right={props.rights.preview} look="quiet" icon="eye" label={`${text('preview')}: ${props.file.name}`} onClick={() => props.onAsk('preview')} />
        </Show>
        <Show when={can(props.rights.download)}>
          <a
            class="btn btn-sm btn-quiet"
            data-right={props.rights.download.id}
            href={`/files/${props.kind}/${props.file.id}/download`}
            download={props.file.name}
            aria-label={`${text('download')}: ${props.file.name}`}
            title={text('download')}
          >
            <Icon name="download" />
          </a>
        </Show>
        <RightButton right={props.rights.describe} look="quiet" icon="pencil" label={`${text('describe')}: ${props.file.name}`} onClick={() => props.onAsk('describe')} />
        <RightButton right={props.rights.access} look="quiet" icon="shield" label={`${text('access')}: ${props.file.name}`} onClick={() => props.onAsk('access')} />
        <RightButton right={props.rights.remove} look="quiet" icon="trash" label={`${text('remove')}: ${props.file.name}`} onClick={() => props.onAsk('remove')} />
      </span>
    </li>
  )
}

function Preview(props: { readonly file: Attachment; readonly address: string }) {
  return (
    <Show when={props.file.type.startsWith('image/')} fallback={<iframe class="crm-preview" src={props.address} title={props.file.name} />}>
      <img class="crm-preview" src={props.address} alt={props.file.name} />
    </Show>
  )
}

function Describe(props: { readonly file: Attachment; readonly onClose: () => void; readonly onSave: (description: string) => void }) {
  const text = useText(messages)
  const [description, setDescription] = createSignal(untrack(() => props.file.description) ?? '')
  return (
    <Dialog
      title={props.file.name}
      closeLabel={text('close')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{text('cancel')}</Button>
          <Button look="primary" onClick={() => props.onSave(description().trim())}>
            {text('save')}
          </Button>
        </>
      }
    >
      <FormField name="description" label={text('description')}>
        {(input) => <TextInput input={input} value={description()} maxLength={500} onInput={setDescription} />}
      </FormField>
    </Dialog>
  )
}
