import { createRefusal, useText } from '@crm/platform/ui'
import { type AddedKind, type AddedTo, addedKinds } from '@crm/register'
import { Button, FormDialog, FormField, Select, TextInput } from '@crm/widgets/ui'
import { createSignal, Index, Show, untrack } from 'solid-js'
import { createStore } from 'solid-js/store'
import { messages } from '../messages/index.ts'
import { api } from './api.ts'

interface Choice {
  id: string | null
  pl: string
  en: string
  isUsed: boolean
}

/** What an added field is called, of which kind it is, and what can be chosen in it. */
export function FieldDialog(props: {
  readonly of: AddedTo
  readonly field: AddedTo['fields'][number] | null
  readonly onClose: () => void
  readonly onSaved: (name: string) => void
}) {
  const text = useText(messages)
  const [of, first] = untrack(() => [props.of, props.field] as const)
  const kinds = addedKinds.filter((kind) => (of.free[kind] ?? 0) > 0)
  const [kind, setKind] = createSignal<AddedKind>(first?.kind ?? kinds[0] ?? 'text')
  const [pl, setPl] = createSignal(first?.pl ?? '')
  const [en, setEn] = createSignal(first?.en ?? '')
  const [choices, setChoices] = createStore<Choice[]>(first?.choices.map((choice) => ({ ...choice })) ?? [])
  const refusal = createRefusal(messages)
  const add = () => setChoices(choices.length, { id: null, pl: '', en: '', isUsed: true })
  const send = async () => {
    // A line that was left empty is none; one language stands for the other where only one is said.
    const said = choices.filter((choice) => choice.pl.trim() + choice.en.trim() !== '').map((choice) => ({ ...choice, pl: choice.pl || choice.en, en: choice.en || choice.pl }))
    await api.fields.save.run({ register: of.register, field: first?.field ?? null, kind: kind(), pl: pl(), en: en() || pl(), choices: kind() === 'choice' ? said : [] })
    props.onSaved(pl())
  }
  return (
    <FormDialog
      title={first ? `${text('fields.edit')}: ${first.pl}` : text('fields.add')}
      closeLabel={text('people.close')}
      cancelLabel={text('people.cancel')}
      sendLabel={text('people.save')}
      isBusy={refusal.isBusy()}
      isReady={pl().trim() !== ''}
      problem={refusal.problem()}
      onClose={props.onClose}
      onSend={() => void refusal.trying(send())}
    >
      <div class="d-grid gap-3">
        <FormField name="pl" label={text('fields.pl')} isRequired error={refusal.at('pl')}>
          {(input) => <TextInput input={input} value={pl()} onInput={setPl} maxLength={80} />}
        </FormField>
        <FormField name="en" label={text('fields.en')} error={refusal.at('en')}>
          {(input) => <TextInput input={input} value={en()} onInput={setEn} maxLength={80} />}
        </FormField>
        <Show when={!first} fallback={<p class="crm-quiet mb-0">{`${text(`fields.kinds.${kind()}`)}. ${text('fields.kindStays')}`}</p>}>
          <FormField name="kind" label={text('fields.kind')} isRequired error={refusal.at('kind')}>
            {(input) => (
              <Select
                input={input}
                value={kind()}
                options={kinds.map((one) => ({ value: one, label: text('fields.left', { kind: text(`fields.kinds.${one}`), count: of.free[one] ?? 0 }) }))}
                onInput={(value) => setKind(value as AddedKind)}
              />
            )}
          </FormField>
        </Show>
        <Show when={kind() === 'choice'}>
          <fieldset class="d-grid gap-2">
            <legend class="form-label fs-6">{text('fields.choicesLabel')}</legend>
            <Index each={choices}>
              {(choice, at) => (
                <div class="d-flex flex-wrap gap-2 align-items-center">
                  <input
                    class="form-control form-control-sm crm-narrow"
                    aria-label={`${text('fields.pl')} ${at + 1}`}
                    placeholder="pl"
                    maxLength={80}
                    value={choice().pl}
                    onInput={(event) => setChoices(at, 'pl', event.currentTarget.value)}
                  />
                  <input
                    class="form-control form-control-sm crm-narrow"
                    aria-label={`${text('fields.en')} ${at + 1}`}
                    placeholder="en"
                    maxLength={80}
                    value={choice().en}
                    onInput={(event) => setChoices(at, 'en', event.currentTarget.value)}
                  />
                  <label class="form-check mb-0">
                    <input type="checkbox" class="form-check-input" checked={choice().isUsed} onChange={(event) => setChoices(at, 'isUsed', event.currentTarget.checked)} />
                    <span class="form-check-label">{text('fields.choiceUsed')}</span>
                  </label>
                </div>
              )}
            </Index>
            <Show when={refusal.at('choices')}>
              <div class="text-danger" role="alert">
                {refusal.at('choices')}
              </div>
            </Show>
            <div>
              <Button icon="plus" onClick={add}>
                {text('fields.addChoice')}
              </Button>
            </div>
            <p class="crm-quiet mb-0">{text('fields.choiceHint')}</p>
          </fieldset>
        </Show>
      </div>
    </FormDialog>
  )
}
