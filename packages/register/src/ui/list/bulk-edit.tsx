import { Button, Dialog, FormField, Select } from '@crm/widgets/ui'
import { createSignal, Show, untrack } from 'solid-js'
import type { BulkAnswer, BulkInput } from '../../index.ts'
import { createForm, entered } from '../form/form.ts'
import { FieldInput } from '../form/inputs.tsx'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

/** One field of many records to one value; a tag is added to those that are there. */
export function BulkEdit(props: {
  readonly view: View
  readonly count: number
  readonly onClose: () => void
  readonly onRun: (act: (input: BulkInput) => Promise<BulkAnswer>) => void
}) {
  const text = useOwnText()
  const { view, names, form } = untrack(() => ({
    view: props.view,
    names: entered(props.view.register).filter((name) => props.view.register.fields[name]?.kind !== 'items'), // each record has its own
    form: createForm(props.view.register, {}, { isNew: false }),
  }))
  const [name, setName] = createSignal(names[0] ?? '')
  const field = () => view.register.fields[name()]
  const isReady = () => form.values[name()] !== null || field()?.presence === 'optional'
  const act = (input: BulkInput): Promise<BulkAnswer> => {
    const value = form.values[name()]
    if (field()?.kind === 'tags' && Array.isArray(value)) return addTags(input, value.map(String))
    return view.api.bulk.edit.run({ ...input, values: { [name()]: null, ...form.payload() } as never }) // checked by the register's schema at the server
  }
  async function addTags(input: BulkInput, tags: readonly string[]): Promise<BulkAnswer> {
    let answer: BulkAnswer = { done: [], refused: [] }
    for (const tag of tags) answer = await view.api.bulk.tag.run({ ...input, field: name(), tag })
    return answer
  }
  return (
    <Dialog
      title={text('bulk.editTitle', { count: props.count })}
      closeLabel={text('close')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{text('cancel')}</Button>
          <Button look="primary" disabled={!isReady()} onClick={() => props.onRun(act)}>
            {text('bulk.apply')}
          </Button>
        </>
      }
    >
      <div class="d-grid gap-3">
        <FormField name="bulk-field" label={text('bulk.field')}>
          {(input) => (
            <Select
              input={input}
              value={name()}
              options={names.map((one) => ({ value: one, label: words(view).field(one) }))}
              onInput={(one) => {
                form.setAll({})
                setName(one)
              }}
            />
          )}
        </FormField>
        <Show when={field()} keyed>
          {(declared) => (
            <FormField name="bulk-value" label={text(declared.kind === 'tags' ? 'bulk.addTag' : 'bulk.value')}>
              {(input) => <FieldInput view={view} name={name()} field={declared} input={input} value={form.values[name()]} onInput={(value) => form.set(name(), value)} />}
            </FormField>
          )}
        </Show>
      </div>
    </Dialog>
  )
}
