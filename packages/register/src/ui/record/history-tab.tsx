import { type HistoryLine, isDay } from '@crm/platform'
import { createLive, FailureMessage, formatDay, formatMoment, onChanged, sentenceOf } from '@crm/platform/ui'
import { Skeleton } from '@crm/widgets/ui'
import { For, Match, Show, Switch } from 'solid-js'
import { documentOf } from '../../index.ts'
import { Authors } from './authors.tsx'
import { textOf } from '../cells.tsx'
import type { Values } from '../form/form.ts'
import { PastState } from './past-state.tsx'
import { ownText, useOwnText, words } from '../words.ts'
import type { View } from '../view.ts'

/** Who did what to the record, newest first. */
export function HistoryTab(props: { readonly view: View; readonly row: Values & { readonly id: number } }) {
  const text = useOwnText()
  const lines = createLive(
    () => props.row.id,
    (id) => props.view.api.history.fetch({ id }),
  )
  onChanged(
    () => documentOf(props.view.register, props.row.id),
    () => void lines.refetch(),
  )
  return (
    <Switch fallback={<Skeleton lines={5} label={text('loading')} />}>
      <Match when={lines.error()}>
        <FailureMessage error={lines.error()} again={() => void lines.refetch()} />
      </Match>
      <Match when={lines.value()}>
        {(known) => (
          <>
            <PastState view={props.view} id={props.row.id} now={props.row} />
            <Authors view={props.view} id={props.row.id} />
            <ol class="list-unstyled" aria-label={text('tabs.history')}>
              <For each={known()} fallback={<li class="crm-quiet">{text('history.none')}</li>}>
                {(line) => (
                  <li class="crm-section mb-2 py-2">
                    <div class="d-flex flex-wrap gap-2">
                      <strong>{line.actor ?? text('history.system')}</strong>
                      <span>{actionOf(props.view, line)}</span>
                      <Show when={line.outcome === 'denied'}>
                        <span class="badge text-bg-danger">{text('history.denied')}</span>
                      </Show>
                      <time class="ms-auto crm-quiet" dateTime={line.at}>
                        {formatMoment(line.at)}
                      </time>
                    </div>
                    <Show when={line.changes} fallback={<Show when={line.note}>{<div class="crm-quiet">{line.note}</div>}</Show>}>
                      {(changes) => <Changes view={props.view} changes={changes()} hidden={line.hidden} />}
                    </Show>
                  </li>
                )}
              </For>
            </ol>
          </>
        )}
      </Match>
    </Switch>
  )
}

function Changes(props: { readonly view: View; readonly changes: NonNullable<HistoryLine['changes']>; readonly hidden: readonly string[] }) {
  const text = useOwnText()
  const isFirst = () => Object.values(props.changes).every(([before]) => before === null)
  const side = (at: 0 | 1) => (other: string) => props.changes[other]?.[at] ?? null
  return (
    <dl class="row g-0 mb-0 mt-1">
      <For each={Object.entries(props.changes)}>
        {([name, [before, after]]) => (
          <>
            <dt class="col-sm-3">{labelOf(props.view, name)}</dt>
            <dd class="col-sm-9">
              <Show when={!props.hidden.includes(name)} fallback={<span class="crm-quiet">{text('history.hidden')}</span>}>
                <Show when={!isFirst() && before !== after}>
                  <del class="crm-quiet">{shown(props.view, { name, value: before, sibling: side(0) }) || text('none')}</del> →{' '}
                </Show>
                <span>{shown(props.view, { name, value: after, sibling: side(1) }) || text('none')}</span>
              </Show>
            </dd>
          </>
        )}
      </For>
    </dl>
  )
}

/** The action's last words under the register's own right: `contracts.trade.files.upload` is `files.upload`. */
const actionOf = (view: View, line: HistoryLine) => {
  const own = line.action.startsWith(`${view.register.id}.`) ? line.action.slice(view.register.id.length + 1) : line.action
  const sentence = ownText(`actions.${own}`)
  if (sentence !== `actions.${own}`) return sentence
  const right = `rights.${line.action.split('.').slice(1).join('.')}.name`
  const name = sentenceOf(view.messages, right)
  // An action of the app's own is called as its right is, without the register's name before the colon.
  return name === right ? own : name.replace(/^[^:]+: /, '')
}

const besides = ['shelf', 'file', 'description', 'fileKind', 'comment', 'reminder', 'remindedOf', 'told', 'until']

const labelOf = (view: View, name: string) =>
  name in view.declared.fields ? words(view).field(name) : besides.includes(name) ? ownText(`history.${name}`) : words(view).beside(name)

function shown(view: View, { name, value, sibling }: { name: string; value: unknown; sibling: (name: string) => unknown }): string {
  const field = view.register.fields[name]
  if (field) return textOf({ view, name, field, value, sibling })
  if (name === 'shelf') return ownText(`shelves.${String(value)}`)
  if (Array.isArray(value)) return value.map(labelIn).join(', ')
  // Who is called in a comment is a number there, as everywhere in the journal.
  return value === null || value === undefined ? '' : isDay(String(value)) ? formatDay(String(value)) : labelIn(value).replace(/@\{(\d+)\}/g, '@#$1')
}

/** A person among the told, by the name they bear now. */
const labelIn = (value: unknown): string => (typeof value === 'object' && value !== null && 'label' in value ? String(value.label) : String(value))
