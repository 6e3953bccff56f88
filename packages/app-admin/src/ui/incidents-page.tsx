import { type IncidentLine, incidentStates, type Severity } from '@crm/platform'
import { FailureMessage, formatMoment, onChanged, platformApi, useText } from '@crm/platform/ui'
import { DataTable, PageHead } from '@crm/widgets/ui'
import { A, useNavigate, useSearchParams } from '@solidjs/router'
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { messages } from '../messages/index.ts'
import { severityLooks, stateLooks, useRuleName } from './incident-words.ts'

const severities: readonly Severity[] = ['critical', 'warn']
const widths = { code: 150, state: 130, severity: 110, rule: 280, user: 190, address: 150, openedAt: 150, lastAt: 150, count: 90, handledBy: 190, note: 320 } as const

/** Attacks, one line each however many events they made, newest first. */
export default function IncidentsPage() {
  const text = useText(messages)
  const nameOf = useRuleName()
  const navigate = useNavigate()
  const [address, setAddress] = useSearchParams<{ state?: string; severity?: string }>()
  const state = () => incidentStates.find((one) => one === address.state)
  const severity = () => severities.find((one) => one === address.severity)
  const [lines, setLines] = createSignal<readonly IncidentLine[] | null>(null)
  const [error, setError] = createSignal<unknown>(null)
  let asked = 0

  async function load(before?: number): Promise<void> {
    asked += 1
    const mine = asked
    try {
      const found = await platformApi.incidents.list.fetch({ state: state(), severity: severity(), before })
      if (mine !== asked) return
      setLines(before === undefined ? found : [...(lines() ?? []), ...found])
      setError(null)
    } catch (refusal) {
      if (mine === asked) setError(refusal)
    }
  }
  createEffect(on([state, severity], () => void load()))
  onChanged(
    () => 'platform.incident:',
    () => void load(),
  )
  const cellOf = (line: IncidentLine, name: keyof typeof widths) => {
    if (name === 'code') return <A href={`/admin/incidents/${line.id}`}>{line.code}</A>
    if (name === 'state') return <span class={`badge ${stateLooks[line.state]}`}>{text(`incidents.states.${line.state}`)}</span>
    if (name === 'severity') return <span class={`badge ${severityLooks[line.severity]}`}>{text(`security.severities.${line.severity}`)}</span>
    if (name === 'rule') return <span title={nameOf(line.rule)}>{nameOf(line.rule)}</span>
    if (name === 'openedAt' || name === 'lastAt') return <span>{formatMoment(line[name])}</span>
    return <span title={String(line[name] ?? '')}>{String(line[name] ?? '')}</span>
  }
  const columns = createMemo(() =>
    // the object's own keys
    (Object.keys(widths) as (keyof typeof widths)[]).map((name) => ({
      id: name,
      title: text(`incidents.fields.${name}`),
      width: widths[name],
      isNumber: name === 'count',
      cell: (line: IncidentLine) => cellOf(line, name),
    })),
  )
  return (
    <>
      <PageHead title={text('incidents.title')} />
      <div class="crm-chips mb-2">
        <select
          class="form-select form-select-sm crm-narrow"
          aria-label={text('incidents.fields.state')}
          onChange={(event) => setAddress({ state: event.currentTarget.value || undefined })}
        >
          <option value="">{text('incidents.any')}</option>
          <For each={incidentStates}>
            {(one) => (
              <option value={one} selected={one === state()}>
                {text(`incidents.states.${one}`)}
              </option>
            )}
          </For>
        </select>
        <select
          class="form-select form-select-sm crm-narrow"
          aria-label={text('incidents.fields.severity')}
          onChange={(event) => setAddress({ severity: event.currentTarget.value || undefined })}
        >
          <option value="">{text('security.anySeverity')}</option>
          <For each={severities}>
            {(one) => (
              <option value={one} selected={one === severity()}>
                {text(`security.severities.${one}`)}
              </option>
            )}
          </For>
        </select>
      </div>
      <Show when={!error()} fallback={<FailureMessage error={error()} again={() => void load()} />}>
        <DataTable
          label={text('incidents.title')}
          columns={columns()}
          rows={lines() ?? []}
          keyOf={(line) => line.id}
          onOpen={(line) => navigate(`/admin/incidents/${line.id}`)}
          onEnd={() => void ((lines()?.length ?? 0) % 100 === 0 && lines()?.length && load(lines()?.at(-1)?.id))}
          empty={<Show when={lines()}>{<p class="crm-message crm-quiet">{text('incidents.empty')}</p>}</Show>}
        />
      </Show>
    </>
  )
}
