import { failureOf, failureText, language, RightButton } from '@crm/platform/ui'
import { AskDialog, Button, toast } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { createSignal, For, Show, untrack } from 'solid-js'
import { type ImportAnswer, type RowState, rowStates, type SameChoice, sameChoices } from '../../index.ts'
import type { View } from '../view.ts'
import { ownText, useOwnText } from '../words.ts'
import { SheetRows } from './sheet-rows.tsx'

const looks: Readonly<Partial<Record<RowState, string>>> = { good: 'success', made: 'success', merged: 'success', bad: 'danger', same: 'warning', kept: 'warning' }

/** What a dry run or an import came to: counts, rows to be mended, what to do with those that are there, and the ways on. */
export function ResultStep(props: { readonly view: View; readonly answer: ImportAnswer; readonly onChanged: () => void; readonly onMap: () => void }) {
  const text = useOwnText()
  const [same, setSame] = createSignal<SameChoice>(untrack(() => props.answer.same))
  const [isBusy, setBusy] = createSignal(false)
  const [isAsking, setAsking] = createSignal(false)
  const count = (state: RowState) => props.answer.counts[state] ?? 0
  const isOpen = () => props.answer.state === 'checked'
  const toMake = () => count('good') + (same() === 'skip' ? 0 : count('same'))
  const begin = () => {
    if (!isBusy()) void act(props.view.api.import.begin.run({ id: props.answer.id, same: same() }))
  }
  const undo = () => {
    setAsking(false)
    if (!isBusy()) void act(props.view.api.import.undo.run({ id: props.answer.id }))
  }
  const act = async (work: Promise<unknown>) => {
    setBusy(true)
    try {
      await work
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    } finally {
      setBusy(false)
      props.onChanged()
    }
  }
  return (
    <>
      <section class="crm-section">
        <h2>{ownText(`import.phases.${props.answer.state}`)}</h2>
        <div class="d-flex flex-wrap gap-2 mb-2" role="status">
          <For each={rowStates.filter((state) => count(state) > 0)}>
            {(state) => (
              <span class={`badge text-bg-${looks[state] ?? 'secondary'}`} data-state={state}>
                {ownText(`import.states.${state}`)}: {count(state).toLocaleString('pl')}
              </span>
            )}
          </For>
        </div>
        <Show when={props.answer.state === 'undone'}>
          <p>{text('import.undone', { undone: count('undone'), kept: count('kept') })}</p>
        </Show>
        <Show when={isOpen() && count('same') > 0}>
          <fieldset class="mb-2">
            <legend class="form-label fs-6 mb-1">{text('import.same')}</legend>
            <For each={sameChoices}>
              {(choice) => (
                <label class="form-check">
                  <input type="radio" name="same" class="form-check-input" checked={same() === choice} onChange={() => setSame(choice)} />
                  <span class="form-check-label">{ownText(`import.sames.${choice}`)}</span>
                </label>
              )}
            </For>
          </fieldset>
        </Show>
        <div class="d-flex flex-wrap gap-2 align-items-center">
          <Show when={isOpen()}>
            <RightButton right={props.view.rights.create} look="primary" icon="check" isBusy={isBusy()} disabled={toMake() === 0} onClick={begin}>
              {text('import.run', { count: toMake() })}
            </RightButton>
            <Button isBusy={isBusy()} onClick={() => props.onMap()}>
              {text('import.backToMap')}
            </Button>
          </Show>
          <Show when={count('bad') + count('left') + count('same') > 0}>
            <a class="btn btn-sm btn-outline-secondary" href={`/files/${props.view.register.id}/import/${props.answer.id}/rest?language=${language()}`} download="">
              {text('import.rest')}
            </a>
          </Show>
          <Show when={props.answer.state === 'done' && count('made') > 0}>
            <Button look="danger" icon="restore" onClick={() => setAsking(true)}>
              {text('import.undo')}
            </Button>
          </Show>
          <Show when={!isOpen()}>
            <A class="btn btn-sm btn-outline-secondary" href={props.view.path}>
              {text('import.toList')}
            </A>
          </Show>
        </div>
      </section>
      <Show when={count('bad') > 0}>
        <SheetRows view={props.view} answer={props.answer} state="bad" title={text('import.badRows')} lead={text('import.badLead')} onChanged={props.onChanged} />
      </Show>
      <Show when={isOpen() && count('same') > 0}>
        <SheetRows view={props.view} answer={props.answer} state="same" title={text('import.sameRows')} onChanged={props.onChanged} />
      </Show>
      <Show when={isAsking()}>
        <AskDialog
          title={text('import.undoAsk')}
          closeLabel={text('close')}
          cancelLabel={text('cancel')}
          doLabel={text('import.undo')}
          onClose={() => setAsking(false)}
          onDo={undo}
        >
          {text('import.undoWhy')}
        </AskDialog>
      </Show>
    </>
  )
}
