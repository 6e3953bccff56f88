import { dayOf } from '@crm/platform'
import { createRefusal, DayField, issueText, useText } from '@crm/platform/ui'
import type { Referred } from '@crm/register'
import { FieldInput, mine, words } from '@crm/register/ui'
import { Button, FormDialog, FormField, Select, TextInput, toast } from '@crm/widgets/ui'
import { createSignal, For, Show, untrack } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { type Annex, annexable, type AnnexTerms, termsAsOf } from '../annex.ts'
import { annexMessages } from '../messages/annexes.ts'
import type { Annexed } from './annexed.ts'

/** Documents among the changes go by their ids. */
const sent = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sent)
  return typeof value === 'object' && value !== null && 'id' in value ? (value as Referred).id : value // what reference inputs hand over
}

/** A new annex, or one that is corrected: its days, and the fields that it changes by the same inputs as everywhere. */
export function AnnexDialog(props: Annexed & { readonly annexes: readonly Annex[]; readonly annex: Annex | null; readonly onClose: () => void; readonly onSaved: () => void }) {
  const text = useText(annexMessages)
  const today = dayOf(new Date())
  // The form begins with the annex as it was when it was opened.
  const first = untrack((): AnnexTerms => props.annex ?? { number: String(props.annexes.length + 1), signedOn: today, startsOn: today, endsOn: null, changes: {} })
  const [about, setAbout] = createStore({ number: first.number, signedOn: first.signedOn, startsOn: first.startsOn, endsOn: first.endsOn ?? '' })
  const [changes, setChanges] = createStore<Record<string, unknown>>({ ...first.changes })
  const [chosen, setChosen] = createSignal<readonly string[]>(Object.keys(first.changes))
  const refusal = createRefusal(untrack(() => props.view.messages))
  const fieldName = (name: string) => words(props.view).field(name)
  // What of a contract its reader may not read, they cannot change by an annex either.
  const left = () => annexable(mine(props.view.register)).filter((name) => !chosen().includes(name))
  const choose = (name: string) => {
    if (!name) return
    // What one changes begins with what binds on that day.
    setChanges(
      name,
      termsAsOf(
        props.row,
        props.annexes.filter((other) => other.id !== props.annex?.id),
        about.startsOn,
      )[name] ?? null,
    )
    setChosen([...chosen(), name])
  }
  const drop = (name: string) => setChosen(chosen().filter((known) => known !== name))
  /** Values that follow from one another: a field that is not shown says what is wrong with those that are. */
  const stray = () => refusal.issues().filter((issue) => issue.path.startsWith('changes') && !chosen().includes(issue.path.slice('changes.'.length)))

  async function save(): Promise<void> {
    const terms = { ...unwrap(about), endsOn: about.endsOn || null, changes: Object.fromEntries(chosen().map((name) => [name, sent(unwrap(changes)[name] ?? null)])) }
    const documentId = props.row.id
    await (props.annex ? props.api.edit.run({ documentId, id: props.annex.id, version: props.annex.version, ...terms }) : props.api.add.run({ documentId, ...terms }))
    toast({ text: text('saved') })
    props.onSaved()
  }

  const dayField = (name: 'signedOn' | 'startsOn' | 'endsOn') => (
    <FormField name={`annex-${name}`} label={text(name)} isRequired={name !== 'endsOn'} help={name === 'endsOn' ? text('endsOnHelp') : undefined} error={refusal.at(name)}>
      {(input) => <DayField input={input} value={about[name]} onInput={(day) => setAbout(name, day)} />}
    </FormField>
  )
  return (
    <FormDialog
      title={props.annex ? text('edit') : text('add')}
      closeLabel={text('close')}
      cancelLabel={text('cancel')}
      sendLabel={text('save')}
      isWide
      isBusy={refusal.isBusy()}
      problem={refusal.problem()}
      onClose={props.onClose}
      onSend={() => void refusal.trying(save())}
    >
      <div class="crm-fields">
        <FormField name="annex-number" label={text('number')} isRequired error={refusal.at('number')}>
          {(input) => <TextInput input={input} value={about.number} maxLength={40} onInput={(value) => setAbout('number', value)} />}
        </FormField>
        {dayField('signedOn')}
        {dayField('startsOn')}
        {dayField('endsOn')}
      </div>
      <h3 class="h6 mt-3">{text('changes')}</h3>
      <div class="crm-fields">
        <For each={chosen()}>
          {(name) => (
            <Show when={props.view.register.fields[name]}>
              {(field) => (
                <div class="d-flex gap-1 align-items-start">
                  <div class="flex-grow-1">
                    <FormField name={`annex-change-${name}`} label={fieldName(name)} error={refusal.at(`changes.${name}`)}>
                      {(input) => (
                        <FieldInput view={props.view} name={name} field={field()} input={input} value={changes[name]} onInput={(value) => setChanges(name, value as never)} />
                      )}
                    </FormField>
                  </div>
                  <Button class="mt-4" look="quiet" icon="cross" label={text('drop', { field: fieldName(name) })} onClick={() => drop(name)} />
                </div>
              )}
            </Show>
          )}
        </For>
        <FormField name="annex-pick" label={text('pick')} error={refusal.at('changes')}>
          {(input) => <Select input={input} value="" emptyLabel={text('pick')} options={left().map((name) => ({ value: name, label: fieldName(name) }))} onInput={choose} />}
        </FormField>
      </div>
      <For each={stray().filter((issue) => issue.path !== 'changes')}>
        {(issue) => (
          <div class="alert alert-danger py-2 mt-2" role="alert">
            {fieldName(issue.path.slice('changes.'.length))}: {issueText(issue, props.view.messages)}
          </div>
        )}
      </For>
    </FormDialog>
  )
}
