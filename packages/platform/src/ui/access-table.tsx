import { Button, FormField } from '@crm/widgets/ui'
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js'
import type { AccessAnswer, AccessLine } from '../index.ts'
import { messages } from '../messages/index.ts'
import type { AccessProcedures } from '../server/index.ts'
import type { Api } from './api.ts'
import { HolderSuggest } from './holder-suggest.tsx'
import { useMe } from './session.ts'
import { useText } from './text.ts'

interface TableProps {
  readonly answer: AccessAnswer
  readonly id: number
  readonly api: Api<AccessProcedures>
  readonly labelOf: (right: string) => string
  readonly act: (work: Promise<unknown>) => Promise<boolean>
}

/** The document's own table: people and groups as rows, actions as columns; a cell goes plus → minus → nothing. */
export function AccessTable(props: TableProps) {
  const text = useText(messages)
  const me = useMe()
  const [draft, setDraft] = createSignal<ReadonlyMap<string, '+' | '-'> | null>(null)
  const [added, setAdded] = createSignal<ReadonlyMap<string, string>>(new Map())
  const key = (holder: string, right: string) => `${holder} ${right}`
  const stored = createMemo(() => new Map(props.answer.lines.map((line) => [key(line.holder, line.right), line.effect])))
  const lines = () => draft() ?? stored()
  const names = () => new Map([...props.answer.lines.map((line) => [line.holder, line.holderName] as const), ...added()])
  const holders = () => [...new Set([...[...lines().keys()].map((name) => name.split(' ')[0] ?? ''), ...added().keys()])]
  const set = (holder: string, right: string, effect: '+' | '-' | undefined) => {
    const next = new Map(lines())
    if (effect) next.set(key(holder, right), effect)
    else next.delete(key(holder, right))
    setDraft(next)
  }
  const turn = (holder: string, right: string) => {
    const now = lines().get(key(holder, right))
    set(holder, right, now === undefined ? '+' : now === '+' ? '-' : undefined)
  }
  const add = (holder: string, name: string) => {
    setAdded(new Map([...added(), [holder, name]]))
    // Whoever is added should see it at least; the rest is a click each.
    set(holder, props.answer.rights[0] ?? '', '+')
  }
  const begin = () => {
    setAdded(new Map([[`u${me().id}`, me().name]]))
    setDraft(new Map(props.answer.rights.map((right) => [key(`u${me().id}`, right), '+' as const])))
  }
  const remove = (holder: string) => {
    setDraft(new Map([...lines()].filter(([name]) => !name.startsWith(`${holder} `))))
    setAdded(new Map([...added()].filter(([one]) => one !== holder)))
  }
  const reset = () => {
    setDraft(null)
    setAdded(new Map())
  }
  const asLines = (): AccessLine[] =>
    [...lines()].map(([name, effect]) => {
      const [holder = '', right = ''] = name.split(' ')
      return { holder, right, effect }
    })
  const done = async (work: Promise<unknown>) => {
    if (await props.act(work)) reset()
  }
  return (
    <Switch>
      <Match when={draft() === null && props.answer.table === 'none'}>
        <p class="crm-quiet">{text('access.none')}</p>
        <Button icon="shield" onClick={begin}>
          {text('access.restrict')}
        </Button>
      </Match>
      <Match when={draft() === null && props.answer.table === 'inherited'}>
        <p class="crm-quiet">{text('access.inherited')}</p>
        <Button icon="shield" onClick={() => void done(props.api.break.run({ id: props.id }))}>
          {text('access.break')}
        </Button>
      </Match>
      <Match when={true}>
        <p class="crm-quiet">{text('access.restrictWhy')}</p>
        <div class="table-responsive">
          <table class="table table-sm align-middle">
            <thead>
              <tr>
                <th scope="col">{text('access.holder')}</th>
                <For each={props.answer.rights}>
                  {(right) => (
                    <th scope="col" class="text-center fw-normal">
                      {props.labelOf(right)}
                    </th>
                  )}
                </For>
                <th />
              </tr>
            </thead>
            <tbody>
              <For each={holders()}>
                {(holder) => (
                  <tr>
                    <th scope="row">{names().get(holder) ?? holder}</th>
                    <For each={props.answer.rights}>
                      {(right) => {
                        const state = () => lines().get(key(holder, right)) ?? '.'
                        return (
                          <td class="text-center">
                            <button
                              type="button"
                              class="btn btn-sm btn-quiet"
                              classList={{ 'text-success': state() === '+', 'text-danger': state() === '-' }}
                              aria-label={text('access.cell', { holder: names().get(holder) ?? holder, right: props.labelOf(right), state: text(`access.states.${state()}`) })}
                              onClick={() => turn(holder, right)}
                            >
                              {state() === '+' ? '+' : state() === '-' ? '−' : '·'}
                            </button>
                          </td>
                        )
                      }}
                    </For>
                    <td>
                      <Button look="quiet" icon="cross" label={text('access.removeHolder', { holder: names().get(holder) ?? holder })} onClick={() => remove(holder)} />
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
        <div class="d-flex flex-wrap align-items-end gap-2">
          <FormField name="access-holder" label={text('access.add')}>
            {(input) => (
              <HolderSuggest
                input={input}
                shown=""
                isClearedAfter
                find={(typed) => props.api.holders.fetch({ id: props.id, text: typed })}
                onPick={(found) => found && add(found.holder, found.name)}
              />
            )}
          </FormField>
          <Show when={draft() !== null}>
            <Button onClick={reset}>{text('access.cancel')}</Button>
            <Button look="primary" onClick={() => void done(props.api.save.run({ id: props.id, lines: asLines() }))}>
              {text('access.save')}
            </Button>
          </Show>
          <Show when={props.answer.table === 'own'}>
            <Button look="danger" onClick={() => void done(props.api.save.run({ id: props.id, lines: null }))}>
              {text('access.lift')}
            </Button>
          </Show>
        </div>
      </Match>
    </Switch>
  )
}
