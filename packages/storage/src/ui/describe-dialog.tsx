import { type Api, createLive, useText } from '@crm/platform/ui'
import { Button, Dialog, FormField, Select, TextInput } from '@crm/widgets/ui'
import { createSignal, untrack } from 'solid-js'
import type { Attachment } from '../index.ts'
import { messages } from '../messages/index.ts'
import { kindMessages } from '../messages/kinds.ts'
import type { AttachmentProcedures } from '../server/index.ts'

/** What a file is, in the office's words, and what else is to be said of it. */
export function DescribeDialog(props: {
  readonly file: Attachment
  readonly api: Api<AttachmentProcedures>
  readonly onClose: () => void
  readonly onSave: (about: { readonly description: string | null; readonly kind: string | null }) => void
}) {
  const text = useText(messages)
  const kindText = useText(kindMessages)
  const [description, setDescription] = createSignal(untrack(() => props.file.description) ?? '')
  const [kind, setKind] = createSignal(untrack(() => props.file.kind) ?? '')
  const kinds = createLive(
    () => null,
    () => props.api.kinds.fetch(),
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
          <Button look="primary" onClick={() => props.onSave({ description: description().trim() || null, kind: kind() || null })}>
            {text('save')}
          </Button>
        </>
      }
    >
      <FormField name="kind" label={kindText('kind')}>
        {(input) => <Select input={input} options={options()} value={kind()} emptyLabel={kindText('noKind')} onInput={setKind} />}
      </FormField>
      <FormField name="description" label={text('description')}>
        {(input) => <TextInput input={input} value={description()} maxLength={500} onInput={setDescription} />}
      </FormField>
    </Dialog>
  )
}
