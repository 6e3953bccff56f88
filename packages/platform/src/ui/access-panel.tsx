import { Button, Message, Skeleton, toast } from '@crm/widgets/ui'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { AccessAnswer, GrantInput, GrantLine } from '../index.ts'
import { messages } from '../messages/index.ts'
import type { AccessProcedures } from '../server/index.ts'
import { AccessTable } from './access-table.tsx'
import type { Api } from './api.ts'
import { onChanged } from './changes.ts'
import { FailureMessage } from './failure-message.tsx'
import { formatMoment } from './format.ts'
import { GrantDialog } from './grant-dialog.tsx'
import { createLive } from './live.ts'
import { failureOf } from './refused.ts'
import { failureText, useText } from './text.ts'

export interface AccessPanelProps {
  /** `contracts.trade:42` */
  readonly document: string
  readonly id: number
  readonly api: Api<AccessProcedures>
  /** A right as people know it. */
  readonly labelOf: (right: string) => string
}

/** Who sees a document and why; its own table; conditional access. */
export function AccessPanel(props: AccessPanelProps) {
  const text = useText(messages)
  const access = createLive(
    () => props.id,
    (id) => props.api.get.fetch({ id }),
  )
  onChanged(
    () => props.document,
    () => void access.refetch(),
  )
  const [isGiving, setGiving] = createSignal(false)
  const act = async (work: Promise<unknown>): Promise<boolean> => {
    try {
      await work
      toast({ text: text('access.saved') })
      await access.refetch()
      return true
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
      return false
    }
  }
  const give = (given: GrantInput) =>
    act(props.api.grant.run(given)).then((isDone) => {
      if (isDone) setGiving(false)
    })
  return (
    <Switch fallback={<Skeleton lines={6} label={text('access.tab')} />}>
      <Match when={access.error()}>
        <FailureMessage error={access.error()} again={() => void access.refetch()} />
      </Match>
      <Match when={access.value()}>
        {(answer) => (
          <>
            <section class="crm-section">
              <h2>{text('access.table')}</h2>
              <AccessTable answer={answer()} id={props.id} api={props.api} labelOf={props.labelOf} act={act} />
            </section>
            <section class="crm-section">
              <div class="d-flex align-items-center mb-2">
                <h2 class="mb-0">{text('access.grants')}</h2>
                <Button class="ms-auto" icon="plus" onClick={() => setGiving(true)}>
                  {text('access.give')}
                </Button>
              </div>
              <ul class="list-unstyled mb-0">
                <For each={answer().grants} fallback={<li class="crm-quiet">{text('access.noGrants')}</li>}>
                  {(grant) => <Grant grant={grant} labelOf={props.labelOf} onEnd={() => void act(props.api.end.run({ id: props.id, grantId: grant.id }))} />}
                </For>
              </ul>
            </section>
            <Viewers answer={answer()} />
            <Show when={isGiving()}>
              <GrantDialog rights={answer().rights} id={props.id} api={props.api} labelOf={props.labelOf} onClose={() => setGiving(false)} onGive={give} />
            </Show>
          </>
        )}
      </Match>
    </Switch>
  )
}

function Viewers(props: { readonly answer: AccessAnswer }) {
  const text = useText(messages)
  return (
    <section class="crm-section">
      <h2>
        {text('access.viewers')} <small class="crm-quiet">{text('access.viewersCount', { count: props.answer.viewers.length })}</small>
      </h2>
      <Show when={props.answer.viewers.length > 0} fallback={<Message title={text('access.nobody')} />}>
        <ul class="list-unstyled crm-viewers mb-0">
          <For each={props.answer.viewers}>
            {(viewer) => (
              <li>
                {viewer.name}{' '}
                <small class="crm-quiet">
                  {text(`access.by.${viewer.by}`)}
                  <Show when={viewer.group}>{(group) => `, ${text('access.through', { group: group() })}`}</Show>
                  <Show when={viewer.untilAt}>{(at) => `, ${text('access.until', { at: formatMoment(at()) })}`}</Show>
                </small>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function Grant(props: { readonly grant: GrantLine; readonly labelOf: (right: string) => string; readonly onEnd: () => void }) {
  const text = useText(messages)
  const looks = { waiting: 'text-bg-secondary', 'in force': 'text-bg-success', ended: 'crm-calm' } as const
  return (
    <li class="d-flex flex-wrap align-items-center gap-2 py-1" data-grant={props.grant.id}>
      <strong class="fw-semibold">{props.grant.holderName}</strong>
      <span class={`badge ${looks[props.grant.state]}`}>{text(`access.stateOf.${props.grant.state}`)}</span>
      <Show when={props.grant.isPreviewOnly}>
        <span class="badge text-bg-info">{text('access.previewOnly')}</span>
      </Show>
      <span class="crm-quiet">
        {text('access.fromTo', { from: formatMoment(props.grant.fromAt), to: props.grant.untilAt ? formatMoment(props.grant.untilAt) : text('access.endless') })} ·{' '}
        {props.grant.reason}
        <Show when={props.grant.by}>{(name) => ` · ${text('access.given', { name: name() })}`}</Show>
      </span>
      <small class="crm-quiet w-100">{props.grant.rights.map(props.labelOf).join(', ')}</small>
      <Show when={props.grant.state !== 'ended'}>
        <Button look="quiet" icon="cross" label={`${text('access.end')}: ${props.grant.holderName}`} onClick={() => props.onEnd()} />
      </Show>
    </li>
  )
}
