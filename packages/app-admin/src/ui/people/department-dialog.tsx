import type { Department } from '@crm/directory'
import { createRefusal, useText } from '@crm/platform/ui'
import { FormDialog, FormField, Select, Suggest, TextInput } from '@crm/widgets/ui'
import { createSignal, untrack } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { api } from '../api.ts'

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
  const refusal = createRefusal(messages)
  const send = async () => {
    await api.departments.save.run({ id: first?.id ?? null, name: name(), parentId: parentId(), headId: head()?.id ?? null })
    props.onSaved()
  }
  return (
    <FormDialog
      title={text(first ? 'departments.edit' : 'departments.create')}
      closeLabel={text('people.close')}
      cancelLabel={text('people.cancel')}
      sendLabel={text('people.save')}
      isBusy={refusal.isBusy()}
      isReady={name().trim() !== ''}
      problem={refusal.problem()}
      onClose={props.onClose}
      onSend={() => void refusal.trying(send())}
    >
      <div class="d-grid gap-3">
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
      </div>
    </FormDialog>
  )
}
