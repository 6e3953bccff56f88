import type { Position } from '@crm/directory'
import { createRefusal, useText } from '@crm/platform/ui'
import { FormDialog, FormField, Select, TextInput } from '@crm/widgets/ui'
import { createSignal, untrack } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { api } from '../api.ts'

/** A position's name. */
export function PositionDialog(props: { readonly position: Position | null; readonly onClose: () => void; readonly onSaved: () => void }) {
  const text = useText(messages)
  const first = untrack(() => props.position)
  const [name, setName] = createSignal(first?.name ?? '')
  const refusal = createRefusal(messages)
  const send = async () => {
    await api.positions.save.run({ id: first?.id ?? null, name: name().trim() })
    props.onSaved()
  }
  return (
    <FormDialog
      title={text(first ? 'positions.rename' : 'positions.add')}
      closeLabel={text('positions.close')}
      cancelLabel={text('positions.cancel')}
      sendLabel={text('positions.save')}
      isReady={name().trim() !== ''}
      isBusy={refusal.isBusy()}
      problem={refusal.problem()}
      onClose={props.onClose}
      onSend={() => void refusal.trying(send())}
    >
      <FormField name="name" label={text('positions.name')} isRequired error={refusal.at('name')}>
        {(input) => <TextInput input={input} value={name()} onInput={setName} maxLength={120} />}
      </FormField>
    </FormDialog>
  )
}

/** Into which position everybody of this one goes. */
export function MergePositionDialog(props: { readonly position: Position; readonly all: readonly Position[]; readonly onClose: () => void; readonly onMerged: () => void }) {
  const text = useText(messages)
  const [into, setInto] = createSignal('')
  const refusal = createRefusal(messages)
  const send = async () => {
    await api.positions.merge.run({ id: props.position.id, into: Number(into()) })
    props.onMerged()
  }
  return (
    <FormDialog
      title={text('positions.mergeTitle', { name: props.position.name })}
      closeLabel={text('positions.close')}
      cancelLabel={text('positions.cancel')}
      sendLabel={text('positions.merge')}
      isReady={into() !== ''}
      isBusy={refusal.isBusy()}
      problem={refusal.problem()}
      onClose={props.onClose}
      onSend={() => void refusal.trying(send())}
    >
      <p class="crm-quiet mb-0">{text('positions.mergeWhy')}</p>
      <FormField name="into" label={text('positions.into')} isRequired error={refusal.at('into')}>
        {(input) => (
          <Select
            input={input}
            value={into()}
            emptyLabel="–"
            options={props.all.filter((one) => one.id !== props.position.id).map((one) => ({ value: String(one.id), label: one.name }))}
            onInput={setInto}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
