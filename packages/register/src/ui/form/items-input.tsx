import { Button, FormField, toast } from '@crm/widgets/ui'
import { For, Index } from 'solid-js'
import { type Field, isBlankItem, type Item, mostItems, newItem } from '../../index.ts'
import type { Form } from './form.ts'
import { FieldInput } from './inputs.tsx'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

interface ItemsInputProps {
  readonly view: View
  readonly name: string
  readonly field: Field
  readonly form: Form
  readonly problemAt: (path: string) => string | undefined
}

/** Several items, a line each: added, taken away, and checked part by part. */
export function ItemsInput(props: ItemsInputProps) {
  const text = useOwnText()
  let box: HTMLFieldSetElement | undefined
  const all = () => (props.form.values[props.name] ?? []) as readonly Item[] // what this input hands over
  const set = (items: readonly Item[], at?: string) => props.form.set(props.name, items.length === 0 ? null : items.map((one) => ({ ...one })), at)
  const add = () => {
    set([...all(), newItem(props.field)])
    queueMicrotask(() => box?.querySelector<HTMLElement>('.crm-items-row:last-of-type :is(input, select)')?.focus())
  }
  const drop = (at: number) => {
    const before = all().map((one) => ({ ...one }))
    const gone = before[at]
    set(before.toSpliced(at, 1))
    // The keyboard goes on from where it was, not from the top of the page.
    queueMicrotask(() => box?.querySelector<HTMLElement>(':scope > button')?.focus())
    if (gone && !isBlankItem(props.field, gone))
      toast({ text: text('items.gone', { what: words(props.view).oneItem(props.name) }), action: { label: text('undo'), run: () => set(before) } })
  }
  return (
    <fieldset class="is-long crm-items" data-items={props.name} ref={(made) => (box = made)}>
      <legend class="form-label">{words(props.view).field(props.name)}</legend>
      <Index each={all()}>
        {(item, at) => (
          <fieldset class="crm-items-row" aria-label={`${words(props.view).oneItem(props.name)} ${at + 1}`}>
            <For each={Object.entries(props.field.of ?? {})}>
              {([part, field]) => {
                const path = () => `${props.name}.${at}.${part}`
                return (
                  <FormField name={path()} label={words(props.view).part(props.name, part)} isRequired={field.presence === 'required'} error={props.problemAt(path())}>
                    {(input) => (
                      <FieldInput
                        view={props.view}
                        name={`${props.name}.${part}`}
                        field={field}
                        input={input}
                        value={item()[part]}
                        onInput={(value) => set(all().with(at, { ...item(), [part]: value }), path())}
                      />
                    )}
                  </FormField>
                )
              }}
            </For>
            <Button icon="trash" label={text('items.remove', { what: `${words(props.view).oneItem(props.name)} ${at + 1}` })} onClick={() => drop(at)} />
          </fieldset>
        )}
      </Index>
      <Button icon="plus" disabled={all().length >= mostItems} onClick={add}>
        {words(props.view).addItem(props.name)}
      </Button>
    </fieldset>
  )
}
