import type { Position } from '@crm/directory'
import { useText } from '@crm/platform/ui'
import { Button, Dialog, FormField, Select, TextInput } from '@crm/widgets/ui'
import { createSignal, type JSX, Show, untrack } from 'solid-js'
import { messages } from '../messages/index.ts'
import { api } from './api.ts'
import { createRefusal } from './refusal.ts'

/** A position's name. */
export function PositionDialog(props: { readonly position: Position | null; readonly onClose: () => void; readonly onSaved: () => void }) {
  const text = useText(messages)
  const first = untrack(() => props.position)
  const [name, setName] = createSignal(first?.name ?? '')
  const refusal = createRefusal()
  const send = async () => {
    await api.positions.save.run({ id: first?.id ?? null, name: name().trim() })
    props.onSaved()
  }
  return (
    <Asked
      title={text(first ? 'positions.rename' : 'positions.add')}
      submit={text('positions.save')}
      isReady={name().trim() !== ''}
      refusal={refusal}
      onClose={props.onClose}
      onSubmit={() => void refusal.trying(send())}
    >
      <FormField name="name" label={text('positions.name')} isRequired error={refusal.at('name')}>
        {(input) => <TextInput input={input} value={name()} onInput={setName} maxLength={120} />}
      </FormField>
    </Asked>
  )
}

/** Into which position everybody of this one goes. */
export function MergePositionDialog(props: { readonly position: Position; readonly all: readonly Position[]; readonly onClose: () => void; readonly onMerged: () => void }) {
  const text = useText(messages)
  const [into, setInto] = createSignal('')
  const refusal = createRefusal()
  const send = async () => {
    await api.positions.merge.run({ id: props.position.id, into: Number(into()) })
    props.onMerged()
  }
  return (
    <Asked
      title={text('positions.mergeTitle', { name: props.position.name })}
      submit={text('positions.merge')}
      isReady={into() !== ''}
      refusal={refusal}
      onClose={props.onClose}
      onSubmit={() => void refusal.trying(send())}
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
    </Asked>
  )
}

function Asked(props: {
  readonly title: string
  readonly submit: string
  readonly isReady: boolean
  readonly refusal: ReturnType<typeof createRefusal>
  readonly onClose: () => void
  readonly onSubmit: () => void
  readonly children: JSX.Element
}) {
  const text = useText(messages)
  return (
    <Dialog title={props.title} closeLabel={text('positions.close')} onClose={props.onClose}>
      <form
        class="d-grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          props.onSubmit()
        }}
      >
        {props.children}
        <Show when={props.refusal.problem()}>
          <div class="alert alert-danger py-2 mb-0" role="alert">
            {props.refusal.problem()}
          </div>
        </Show>
        <div class="d-flex gap-2 justify-content-end">
          <Button onClick={() => props.onClose()}>{text('positions.cancel')}</Button>
          <Button type="submit" look="primary" isBusy={props.refusal.isBusy()} disabled={!props.isReady}>
            {props.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
