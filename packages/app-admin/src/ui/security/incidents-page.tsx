import { type IncidentLine, incidentStates, type Severity } from '@crm/platform'
import { FailureMessage, formatMoment, onChanged, platformApi, useText } from '@crm/platform/ui'
import { DataTable, PageHead } from '@crm/widgets/ui'
import { A, useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { NarrowChoice } from '../rights/narrow-choice.tsx'
import { createPages } from '../pages.ts'
import { severityLooks, stateLooks, useRuleName } from './security-words.ts'

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
  const pages = createPages(
    () => ({ state: state(), severity: severity() }),
    (asked, page) => platformApi.incidents.list.fetch({ ...asked, ...page }),
  )
  onChanged(
    () => 'platform.incident:',
    () => void pages.reload(),
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
        <NarrowChoice
          label={text('incidents.fields.state')}
          all={text('incidents.any')}
          values={incidentStates}
          say={(one) => text(`incidents.states.${one}`)}
          value={state()}
          onChange={(one) => setAddress({ state: one })}
        />
        <NarrowChoice
          label={text('incidents.fields.severity')}
          all={text('security.anySeverity')}
          values={severities}
          say={(one) => text(`security.severities.${one}`)}
          value={severity()}
          onChange={(one) => setAddress({ severity: one })}
        />
      </div>
      <Show when={!pages.error()} fallback={<FailureMessage error={pages.error()} again={() => void pages.reload()} />}>
        <DataTable
          label={text('incidents.title')}
          columns={columns()}
          rows={pages.lines() ?? []}
          keyOf={(line) => line.id}
          onOpen={(line) => navigate(`/admin/incidents/${line.id}`)}
          onEnd={pages.more}
          empty={
            <Show when={pages.lines()}>
              <p class="crm-message crm-quiet">{text('incidents.empty')}</p>
            </Show>
          }
        />
      </Show>
    </>
  )
}
