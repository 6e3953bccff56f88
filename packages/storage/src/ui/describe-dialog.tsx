import { type Api, createLive, useText } from '@crm/platform/ui'
import { Button, Dialog, FormField, Select, TextInput } from '@crm/widgets/ui'
import { createSignal, Show, untrack } from 'solid-js'
import type { Attachment } from '../index.ts'
import { messages } from '../messages/index.ts'
import { kindMessages } from '../messages/kinds.ts'
import type { AttachmentProcedures } from '../server/index.ts'
import type { PartsOf } from './parts.ts'

/** What a file is, in the office's words, and what else is to be said of it. */
export function DescribeDialog(props: {
  readonly file: Attachment
  readonly documentId: number
  readonly parts?: PartsOf | undefined
  readonly api: Api<AttachmentProcedures>
  readonly onClose: () => void
  readonly onSave: (about: { readonly description: string | null; readonly kind: string | null; readonly part: string }) => void
}) {
  const text = useText(messages)
  const kindText = useText(kindMessages)
  const [description, setDescription] = createSignal(untrack(() => props.file.description) ?? '')
  const [kind, setKind] = createSignal(untrack(() => props.file.kind) ?? '')
  const kinds = createLive(
    () => null,
    () => props.api.kinds.fetch(),
  )
  const [part, setPart] = createSignal(untrack(() => props.file.part?.key) ?? '')
  const parts = createLive(
    () => props.documentId,
    async (documentId) => (await props.parts?.list(documentId)) ?? [],
  )
  /** A kind that is on the list no more stays where it was chosen. */
  const options = () => [...new Set([...(kinds.value() ?? []), ...(kind() ? [kind()] : [])])].map((one) => ({ value: one, label: one }))
  return (
    <Dialog
      title={props.file.name}
      closeLabel={text('close')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{text('cancel')}</Button>
          <Button look="primary" onClick={() => props.onSave({ description: description().trim() || null, kind: kind() || null, part: part() })}>
            {text('save')}
          </Button>
        </>
      }
    >
      <FormField name="kind" label={kindText('kind')}>
        {(input) => <Select input={input} options={options()} value={kind()} emptyLabel={kindText('noKind')} onInput={setKind} />}
      </FormField>
      <Show when={parts.value()?.length}>
        <FormField name="part" label={kindText('part')}>
          {(input) => (
            <Select
              input={input}
              options={(parts.value() ?? []).map((one) => ({ value: one.key, label: props.parts?.name(one) ?? one.code }))}
              value={part()}
              emptyLabel={kindText('noPart')}
              onInput={setPart}
            />
          )}
        </FormField>
      </Show>
      <FormField name="description" label={text('description')}>
        {(input) => <TextInput input={input} value={description()} maxLength={500} onInput={setDescription} />}
      </FormField>
    </Dialog>
  )
}
