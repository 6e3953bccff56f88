import { platformRights, type RightsChange, type RightsEffect } from '@crm/platform'
import { failureOf, failureText, formatDay, formatMoment, platformApi, platformMessages, RightButton, seeAs, useText } from '@crm/platform/ui'
import { Button, Dialog, FormField, Skeleton, TextInput, toast } from '@crm/widgets/ui'
import { createResource, createSignal, For, Show } from 'solid-js'
import type { HolderLine, RightLine, RightsTable } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { api } from '../api.ts'

/** Who gains and who loses what, before it is saved. */
export function EffectDialog(props: { readonly change: RightsChange; readonly table: RightsTable; readonly onClose: () => void; readonly onSaved: () => void }) {
  const text = useText(messages)
  const [note, setNote] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [effects] = createResource(() => platformApi.rights.preview.run(props.change))
  const nameOf = (id: string) => props.table.rights.find((right) => right.id === id)?.name ?? id
  async function save(): Promise<void> {
    setBusy(true)
    try {
      await platformApi.rights.change.run({ ...props.change, ...(note().trim() ? { note: note().trim() } : {}) })
      toast({ text: text('table.saved') })
      props.onSaved()
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={text('table.effect')}
      closeLabel={text('table.close')}
      isWide
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{text('table.cancel')}</Button>
          <Button look="primary" isBusy={isBusy()} disabled={effects.loading || Boolean(effects.error)} onClick={() => void save()}>
            {text('table.save')}
          </Button>
        </>
      }
    >
      <Show when={!effects.error} fallback={<p class="text-danger">{failureText(failureOf(effects.error))}</p>}>
        <Show when={!effects.loading} fallback={<Skeleton lines={4} label={text('table.effect')} />}>
          <For each={effects()} fallback={<p>{text('table.noEffect')}</p>}>
            {(effect) => <EffectLine effect={effect} nameOf={nameOf} />}
          </For>
          <FormField name="note" label={text('table.note')}>
            {(input) => <TextInput input={input} value={note()} maxLength={500} onInput={setNote} />}
          </FormField>
        </Show>
      </Show>
    </Dialog>
  )
}

function EffectLine(props: { readonly effect: RightsEffect; readonly nameOf: (id: string) => string }) {
  const text = useText(messages)
  const side = (ids: readonly string[]) => ids.map(props.nameOf).join(', ')
  return (
    <div class="crm-section py-2 mb-2" data-effect={props.effect.userId}>
      <strong>{props.effect.name}</strong>
      <Show when={props.effect.gained.length > 0}>
        <div>
          <span class="badge text-bg-success">{text('table.gains')}</span> {side(props.effect.gained)}
        </div>
      </Show>
      <Show when={props.effect.lost.length > 0}>
        <div>
          <span class="badge text-bg-danger">{text('table.loses')}</span> {side(props.effect.lost)}
        </div>
      </Show>
    </div>
  )
}

/** What gives or takes a right, who set it and when. */
export function WhyDialog(props: { readonly holder: HolderLine; readonly right: RightLine; readonly onClose: () => void }) {
  const text = useText(messages)
  const [answer] = createResource(() => api.rights.why.fetch({ holder: props.holder.id, right: props.right.id }))
  return (
    <Dialog title={`${text('table.why')} ${props.holder.name} · ${props.right.name}`} closeLabel={text('table.close')} onClose={() => props.onClose()}>
      <p class="crm-quiet mb-2">
        {props.right.description} <code>{props.right.id}</code>
      </p>
      <Show when={!answer.error} fallback={<p class="text-danger">{failureText(failureOf(answer.error))}</p>}>
        <Show when={answer()} fallback={<Skeleton lines={3} label={text('table.why')} />}>
          {(known) => (
            <>
              <p class="mb-2">
                <strong>{known().isHeld ? text('table.held') : text('table.notHeld')}</strong>{' '}
                <Show when={known().sinceAt}>{(at) => <span class="crm-quiet">{text('table.since', { at: formatMoment(at()) })}</span>}</Show>
              </p>
              <ul class="list-unstyled mb-2">
                <For each={known().lines} fallback={<li>{text('table.nothingGives')}</li>}>
                  {(line) => (
                    <li class="crm-section py-2 mb-1">
                      <span class={`badge ${line.effect === '+' ? 'text-bg-success' : 'text-bg-danger'}`}>{line.effect === '+' ? '+' : '−'}</span>{' '}
                      {text(`table.lines.${line.what}`, { group: line.group ?? '', level: line.level ? text(`table.levels.${line.level}`) : '' })}
                      <Show when={line.decides}>
                        {' '}
                        <span class="badge text-bg-secondary">{text('table.decides')}</span>
                      </Show>
                      <Show when={line.at}>
                        {(at) => (
                          <small class="d-block crm-quiet">
                            {line.by ? text('table.by', { name: line.by, at: formatMoment(at()) }) : formatMoment(at())}
                            <Show when={line.untilAt}>{(until) => ` · ${text('table.until', { at: formatMoment(until()) })}`}</Show>
                            <Show when={line.journalId}>
                              {(id) => (
                                <>
                                  {' · '}
                                  <a href={`/admin/journal?entry=${id()}`}>{text('table.entry', { id: id() })}</a>
                                </>
                              )}
                            </Show>
                          </small>
                        )}
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
              <p class="crm-quiet mb-0">
                <Show when={known().lastUsedOn} fallback={text('table.neverUsed')}>
                  {(day) => text('table.lastUsed', { day: formatDay(day()) })}
                </Show>
              </p>
            </>
          )}
        </Show>
      </Show>
    </Dialog>
  )
}

/** All shown rights of a column, or all shown columns of a right, at once. */
export function ManyDialog(props: {
  readonly userId?: number | undefined
  readonly title: string
  readonly note: string
  readonly onMark: (effect: '+' | '-' | null) => void
  readonly onClose: () => void
}) {
  const text = useText(messages)
  const platformText = useText(platformMessages)
  const mark = (effect: '+' | '-' | null) => {
    props.onMark(effect)
    props.onClose()
  }
  return (
    <Dialog title={props.title} closeLabel={text('table.close')} onClose={() => props.onClose()}>
      <p class="crm-quiet">{props.note}</p>
      <div class="d-grid gap-2">
        <Button icon="plus" onClick={() => mark('+')}>
          {text('table.grantShown')}
        </Button>
        <Button icon="cross" onClick={() => mark('-')}>
          {text('table.takeShown')}
        </Button>
        <Button icon="restore" onClick={() => mark(null)}>
          {text('table.clearShown')}
        </Button>
        <Show when={props.userId}>
          {(id) => (
            <RightButton right={platformRights.seeAs.use} icon="eye" onClick={() => void seeAs(id())}>
              {platformText('requests.seeAs')}
            </RightButton>
          )}
        </Show>
      </div>
    </Dialog>
  )
}
