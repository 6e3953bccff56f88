import { type IncidentLine, platformRights, type SecurityLine } from '@crm/platform'
import { createLive, FailureMessage, formatMoment, onChanged, RightButton, platformApi, useText } from '@crm/platform/ui'
import { PageHead, Skeleton, toast } from '@crm/widgets/ui'
import { useParams } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { rights } from '../../rights.ts'
import { IncidentDecision } from './incident-decision.tsx'
import { useLift } from './lift-lock.ts'
import { isLocked, severityLooks, stateLooks, useRuleName } from './security-words.ts'

const facts = ['user', 'address', 'openedAt', 'lastAt', 'count', 'blockedUntil', 'handledBy', 'handledAt', 'note'] as const
const moments: readonly string[] = ['openedAt', 'lastAt', 'blockedUntil', 'handledAt']

/** One attack with its evidence, and what is decided about it. */
export default function IncidentPage() {
  const text = useText(messages)
  const nameOf = useRuleName()
  const lift = useLift()
  const params = useParams<{ id: string }>()
  const [decision, setDecision] = createSignal<'acknowledged' | 'false-alarm' | null>(null)
  const incident = createLive(
    () => Number(params.id),
    (id) => platformApi.incidents.get.fetch({ id }),
  )
  onChanged(
    () => `platform.incident:${params.id}`,
    () => void incident.refetch(),
  )
  const factOf = (one: IncidentLine, name: (typeof facts)[number]) => (moments.includes(name) && one[name] ? formatMoment(String(one[name])) : String(one[name] ?? ''))
  return (
    <Switch fallback={<Skeleton lines={10} label={text('incidents.one')} />}>
      <Match when={incident.error()}>
        <FailureMessage error={incident.error()} again={() => void incident.refetch()} />
      </Match>
      <Match when={incident.value()}>
        {(one) => (
          <>
            <PageHead
              title={`${one().code} · ${nameOf(one().rule)}`}
              aside={
                <>
                  <span class={`badge ${severityLooks[one().severity]}`}>{text(`security.severities.${one().severity}`)}</span>
                  <span class={`badge ${stateLooks[one().state]}`}>{text(`incidents.states.${one().state}`)}</span>
                </>
              }
              actions={
                <>
                  <Show when={isLocked(one())}>
                    <RightButton right={rights.security.unblock} onClick={() => void lift(one()).then(incident.refetch)}>
                      {text('incidents.unblock')}
                    </RightButton>
                  </Show>
                  <RightButton right={platformRights.incidents.decide} onClick={() => setDecision('false-alarm')}>
                    {text('incidents.falseAlarm')}
                  </RightButton>
                  <RightButton right={platformRights.incidents.decide} look="primary" icon="check" onClick={() => setDecision('acknowledged')}>
                    {text('incidents.acknowledge')}
                  </RightButton>
                </>
              }
            />
            <section class="crm-section">
              <dl class="row g-0 mb-0">
                <For each={facts.filter((name) => one()[name] !== null)}>
                  {(name) => (
                    <>
                      <dt class="col-sm-3">{text(`incidents.fields.${name}`)}</dt>
                      <dd class="col-sm-9 text-break">{factOf(one(), name)}</dd>
                    </>
                  )}
                </For>
              </dl>
            </section>
            <Evidence events={one().evidence} />
            <Show when={decision()}>
              {(state) => (
                <IncidentDecision
                  id={one().id}
                  state={state()}
                  onClose={() => setDecision(null)}
                  onDone={() => {
                    setDecision(null)
                    toast({ text: text('incidents.decided') })
                    void incident.refetch()
                  }}
                />
              )}
            </Show>
          </>
        )}
      </Match>
    </Switch>
  )
}

function Evidence(props: { readonly events: readonly SecurityLine[] }) {
  const text = useText(messages)
  const nameOf = useRuleName()
  return (
    <section class="crm-section">
      <h2>{text('incidents.evidence')}</h2>
      <div class="table-responsive">
        <table class="table crm-plain align-middle mb-0">
          <thead>
            <tr>
              <For each={['at', 'rule', 'user', 'address', 'count', 'procedure', 'sample', 'blockedUntil'] as const}>
                {(name) => <th scope="col">{text(`security.fields.${name}`)}</th>}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.events}>
              {(event) => (
                <tr>
                  <td class="text-nowrap">{formatMoment(event.at)}</td>
                  <td>{nameOf(event.rule)}</td>
                  <td>{event.user}</td>
                  <td>{event.address}</td>
                  <td class="text-end">{event.count}</td>
                  <td class="text-break">{event.procedure}</td>
                  <td class="text-break">{event.sample}</td>
                  <td class="text-nowrap">{event.blockedUntil && formatMoment(event.blockedUntil)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </section>
  )
}
