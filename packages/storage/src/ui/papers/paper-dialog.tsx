import { createLive, createRefusal, DayField, useCan, useText } from '@crm/platform/ui'
import { FormDialog, FormField, Select, Suggest, type Suggestion, TextInput, toast } from '@crm/widgets/ui'
import { createSignal, Match, Show, Switch, untrack } from 'solid-js'
import { paperMessages } from '../../messages/papers.ts'
import type { Papers } from './paper-api.ts'

type Act = 'move' | 'lend' | 'giveBack'
const mostAtOnce = 200

/** One decision about papers: another place, another hand, or back. */
export function PaperDialog(props: Papers & { readonly documentIds: readonly number[]; readonly first: Act; readonly onClose: () => void; readonly onDone: () => void }) {
  const text = useText(paperMessages)
  const can = useCan()
  const acts = () => (['move', 'lend', 'giveBack'] as const).filter((act) => can(props.rights[act === 'move' ? 'move' : 'lend']))
  const [act, setAct] = createSignal<Act>(untrack(() => (acts().includes(props.first) ? props.first : (acts()[0] ?? props.first))))
  const places = createLive(
    () => '',
    async () => (untrack(() => can(props.rights.move)) ? props.api.places.fetch() : []),
  )
  const [placeId, setPlaceId] = createSignal('')
  const [holder, setHolder] = createSignal<Suggestion | null>(null)
  const [isOutside, setOutside] = createSignal(false)
  const [outsider, setOutsider] = createSignal('')
  const [dueOn, setDueOn] = createSignal('')
  const [note, setNote] = createSignal('')
  const refusal = createRefusal(paperMessages)
  const ids = () => [...props.documentIds]
  const run = async (): Promise<string> => {
    if (act() === 'giveBack') {
      await props.api.giveBack.run({ ids: ids() })
      return text('returned')
    }
    if (act() === 'move') {
      await props.api.move.run({ ids: ids(), placeId: Number(placeId()) })
      return text('moved', { count: ids().length, place: places.value()?.find(({ id }) => String(id) === placeId())?.label ?? '' })
    }
    await props.api.lend.run({
      ids: ids(),
      holderId: isOutside() ? null : (holder()?.id ?? null),
      outsider: isOutside() ? outsider().trim() || null : null,
      dueOn: dueOn() || null,
      note: note().trim() || null,
    })
    return text('lent')
  }
  const save = async () => {
    toast({ text: await run() })
    props.onDone()
  }
  const send = () => {
    if (act() === 'move' && placeId() === '') return refusal.refuse([{ path: 'placeId', code: 'required' }])
    void refusal.trying(save(), { asWhole: ['ids'] })
  }
  return (
    <FormDialog
      title={text('dialogTitle', { count: props.documentIds.length })}
      closeLabel={text('close')}
      cancelLabel={text('cancel')}
      sendLabel={text(`acts.${act()}`)}
      isBusy={refusal.isBusy()}
      isReady={props.documentIds.length <= mostAtOnce}
      problem={refusal.problem()}
      onClose={props.onClose}
      onSend={send}
    >
      <Show when={acts().length > 1}>
        <FormField name="paperAct" label={text('act')}>
          {(input) => (
            <Select
              input={input}
              value={act()}
              options={acts().map((value) => ({ value, label: text(`acts.${value}`) }))}
              onInput={(value) => setAct(acts().find((one) => one === value) ?? 'move')}
            />
          )}
        </FormField>
      </Show>
      <Switch>
        <Match when={act() === 'move'}>
          <Show when={places.value()?.length !== 0} fallback={<p class="mb-0">{text('noPlaces')}</p>}>
            <FormField name="paperPlace" label={text('place')} isRequired error={refusal.at('placeId')}>
              {(input) => (
                <Select
                  input={input}
                  value={placeId()}
                  emptyLabel={text('pickPlace')}
                  options={(places.value() ?? []).map(({ id, label }) => ({ value: String(id), label }))}
                  onInput={setPlaceId}
                />
              )}
            </FormField>
          </Show>
        </Match>
        <Match when={act() === 'lend'}>
          <Show
            when={isOutside()}
            fallback={
              <FormField name="paperHolder" label={text('holder')} isRequired error={refusal.at('holderId')}>
                {(input) => (
                  <Suggest
                    input={input}
                    shown={holder()?.label ?? ''}
                    nothing={text('nothingFound')}
                    find={(typed) => props.api.people.fetch({ text: typed })}
                    onPick={setHolder}
                  />
                )}
              </FormField>
            }
          >
            <FormField name="paperOutsider" label={text('outsider')} isRequired error={refusal.at('outsider', 'holderId')}>
              {(input) => <TextInput input={input} value={outsider()} maxLength={120} onInput={setOutsider} />}
            </FormField>
          </Show>
          <label class="d-block mb-2">
            <input type="checkbox" class="form-check-input" checked={isOutside()} onChange={(event) => setOutside(event.currentTarget.checked)} /> {text('outside')}
          </label>
          <FormField name="paperDueOn" label={text('dueOn')} error={refusal.at('dueOn')}>
            {(input) => <DayField input={input} value={dueOn()} onInput={setDueOn} />}
          </FormField>
          <FormField name="paperNote" label={text('note')} error={refusal.at('note')}>
            {(input) => <TextInput input={input} value={note()} maxLength={200} onInput={setNote} />}
          </FormField>
        </Match>
      </Switch>
      <Show when={props.documentIds.length > mostAtOnce}>
        <p class="text-danger mb-0" role="alert">
          {text('tooMany', { most: mostAtOnce, count: props.documentIds.length })}
        </p>
      </Show>
    </FormDialog>
  )
}
