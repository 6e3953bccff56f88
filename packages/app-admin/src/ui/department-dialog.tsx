import type { Department } from '@crm/directory'
import { useText } from '@crm/platform/ui'
import { Button, Dialog, FormField, Select, Suggest, TextInput } from '@crm/widgets/ui'
import { createSignal, Show, untrack } from 'solid-js'
import { messages } from '../messages/index.ts'
import { api } from './api.ts'
import { createRefusal } from './refusal.ts'

/** A department's name, place and head. */
export function DepartmentDialog(props: {
  readonly department: Department | null
  readonly all: readonly Department[]
  readonly onClose: () => void
  readonly onSaved: () => void
}) {
  const text = useText(messages)
  const first = untrack(() => props.department)
  const [name, setName] = createSignal(first?.name ?? '')
  const [parentId, setParentId] = createSignal(first?.parentId ?? null)
  const [head, setHead] = createSignal(first?.headId ? { id: first.headId, label: first.headName ?? '' } : null)
  const refusal = createRefusal()
  const send = async () => {
    await api.departments.save.run({ id: first?.id ?? null, name: name(), parentId: parentId(), headId: head()?.id ?? null })
    props.onSaved()
  }
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    void refusal.trying(send())
  }
  return (
    <Dialog title={text(first ? 'departments.edit' : 'departments.create')} closeLabel={text('people.close')} onClose={props.onClose}>
      <form onSubmit={save} class="d-grid gap-3">
        <FormField name="name" label={text('departments.fields.name')} isRequired error={refusal.at('name')}>
          {(input) => <TextInput input={input} value={name()} onInput={setName} maxLength={120} />}
        </FormField>
        <FormField name="parentId" label={text('departments.fields.parentId')} error={refusal.at('parentId')}>
          {(input) => (
            <Select
              input={input}
              value={String(parentId() ?? '')}
              emptyLabel={text('departments.top')}
              options={props.all.filter((one) => one.id !== first?.id).map((one) => ({ value: String(one.id), label: one.name }))}
              onInput={(value) => setParentId(value ? Number(value) : null)}
            />
          )}
        </FormField>
        <FormField name="headId" label={text('departments.fields.headId')} error={refusal.at('headId')}>
          {(input) => (
            <Suggest input={input} shown={head()?.label ?? ''} nothing={text('people.notFound')} find={(typed) => api.departments.people.fetch({ text: typed })} onPick={setHead} />
          )}
        </FormField>
        <Show when={refusal.problem()}>
          <div class="alert alert-danger py-2 mb-0" role="alert">
            {refusal.problem()}
          </div>
        </Show>
        <div class="d-flex gap-2 justify-content-end">
          <Button onClick={() => props.onClose()}>{text('people.cancel')}</Button>
          <Button type="submit" look="primary" isBusy={refusal.isBusy()} disabled={name().trim() === ''}>
            {text('people.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
