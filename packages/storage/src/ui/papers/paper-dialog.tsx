import { type Issue, issuesOf } from '@crm/platform'
import { createLive, DayField, failureOf, failureText, issueText, useCan, useText } from '@crm/platform/ui'
import { Button, Dialog, FormField, Select, Suggest, type Suggestion, TextInput, toast } from '@crm/widgets/ui'
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
  const [issues, setIssues] = createSignal<readonly Issue[]>([])
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const problemAt = (...paths: string[]) => {
    const issue = issues().find((known) => paths.includes(known.path))
    return issue && issueText(issue, paperMessages)
  }
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
    setBusy(true)
    setIssues([])
    setProblem('')
    if (act() === 'move' && placeId() === '') {
      setIssues([{ path: 'placeId', code: 'required' }])
      return setBusy(false)
    }
    try {
      toast({ text: await run() })
      props.onDone()
    } catch (error) {
      const failure = failureOf(error)
      const found = issuesOf(failure)
      setIssues(found)
      setProblem(
        found.length === 0
          ? failureText(failure)
          : found
              .filter(({ path }) => path === 'ids')
              .map((issue) => issueText(issue, paperMessages))
              .join(' '),
      )
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={text('dialogTitle', { count: props.documentIds.length })}
      closeLabel={text('close')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Show when={problem()}>
            <span class="text-danger me-auto" role="alert">
              {problem()}
            </span>
          </Show>
          <Button onClick={() => props.onClose()}>{text('cancel')}</Button>
          <Button look="primary" icon="check" isBusy={isBusy()} disabled={props.documentIds.length > mostAtOnce} onClick={() => void save()}>
            {text(`acts.${act()}`)}
          </Button>
        </>
      }
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
            <FormField name="paperPlace" label={text('place')} isRequired error={problemAt('placeId')}>
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
              <FormField name="paperHolder" label={text('holder')} isRequired error={problemAt('holderId')}>
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
            <FormField name="paperOutsider" label={text('outsider')} isRequired error={problemAt('outsider', 'holderId')}>
              {(input) => <TextInput input={input} value={outsider()} maxLength={120} onInput={setOutsider} />}
            </FormField>
          </Show>
          <label class="d-block mb-2">
            <input type="checkbox" class="form-check-input" checked={isOutside()} onChange={(event) => setOutside(event.currentTarget.checked)} /> {text('outside')}
          </label>
          <FormField name="paperDueOn" label={text('dueOn')} error={problemAt('dueOn')}>
            {(input) => <DayField input={input} value={dueOn()} onInput={setDueOn} />}
          </FormField>
          <FormField name="paperNote" label={text('note')} error={problemAt('note')}>
            {(input) => <TextInput input={input} value={note()} maxLength={200} onInput={setNote} />}
          </FormField>
        </Match>
      </Switch>
      <Show when={props.documentIds.length > mostAtOnce}>
        <p class="text-danger mb-0" role="alert">
          {text('tooMany', { most: mostAtOnce, count: props.documentIds.length })}
        </p>
      </Show>
    </Dialog>
  )
}
