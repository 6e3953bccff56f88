import { formatDay, formatMoney, useText } from '@crm/platform/ui'
import type { Referred } from '@crm/register'
import { type Filling, type View, words } from '@crm/register/ui'
import type { FoundOnPage } from '@crm/storage'
import { Button, FormField, Select, toast } from '@crm/widgets/ui'
import { createSignal, Show, untrack } from 'solid-js'
import { fromPdfMessages } from '../../messages/from-pdf.ts'

/** One thing that was found: into which field it may go, and whether it is there. What somebody typed is never replaced. */
export function FoundLine(props: { readonly view: View; readonly form: Filling; readonly found: FoundOnPage; readonly isMarked: boolean; readonly onMark: () => void }) {
  const text = useText(fromPdfMessages)
  const fields = () => fieldsFor(props.view, props.found.kind)
  const [field, setField] = createSignal(untrack(() => (fields().includes(props.found.field ?? '') ? (props.found.field ?? '') : (fields()[0] ?? ''))))
  const [usedIn, setUsedIn] = createSignal('')
  const isParties = () => field() === 'parties'
  const isFull = () => !isParties() && props.form.isTyped(field())
  const use = async () => {
    const [value = '', currency = ''] = props.found.value.split(' ')
    if (isParties()) {
      const [party] = await props.view.api.lookup.fetch({ field: 'parties', text: value, limit: 1 })
      if (!party) return void toast({ text: text('unknownParty'), look: 'danger' })
      const known = (props.form.value('parties') ?? []) as readonly Referred[] // a field of every variant that has one
      props.form.set('parties', [...known.filter(({ id }) => id !== party.id), party])
    } else {
      props.form.set(field(), value)
      if (props.found.kind === 'money' && currency && !props.form.isTyped('currency')) props.form.set('currency', currency)
    }
    setUsedIn(field())
  }
  return (
    <li class="crm-found-line" classList={{ 'is-marked': props.isMarked }} data-kind={props.found.kind} onPointerEnter={() => props.onMark()} onFocusIn={() => props.onMark()}>
      <span>
        <small class="crm-quiet">
          {text(`kinds.${props.found.kind as 'nip'}`)} · {text('page', { page: props.found.page })}
        </small>
        <strong class="d-block fw-semibold">{shown(props.found)}</strong>
      </span>
      <Show when={fields().length > 0}>
        <FormField label={text('into')} isLabelHidden>
          {(input) => <Select input={input} value={field()} options={fields().map((name) => ({ value: name, label: words(props.view).field(name) }))} onInput={setField} />}
        </FormField>
        <Show when={usedIn() !== field()} fallback={<span class="text-success">{text('used')}</span>}>
          <Show when={!isFull()} fallback={<span class="crm-quiet">{text('typed')}</span>}>
            <Button onClick={() => void use()}>{text('use')}</Button>
          </Show>
        </Show>
      </Show>
    </li>
  )
}

function shown({ kind, value }: FoundOnPage): string {
  const [amount = '', currency] = value.split(' ')
  if (kind === 'day') return formatDay(value)
  return kind === 'money' ? formatMoney(amount, currency ?? null) : value
}

/** The fields of a register that take what was found. */
export function fieldsFor({ register }: View, kind: string): string[] {
  const wanted = { nip: 'references', regon: 'references', day: 'day', money: 'money' }[kind]
  return Object.entries(register.fields).flatMap(([name, field]) =>
    field.kind === wanted && field.presence !== 'computed' && (wanted !== 'references' || name === 'parties') ? [name] : [],
  )
}
