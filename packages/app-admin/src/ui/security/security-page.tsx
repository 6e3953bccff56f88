import type { SecurityLine } from '@crm/platform'
import { FailureMessage, formatMoment, RightButton, useText } from '@crm/platform/ui'
import { DataTable, PageHead } from '@crm/widgets/ui'
import { createMemo, createSignal, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { rights } from '../../rights.ts'
import { api } from '../api.ts'
import { useLift } from './lift-lock.ts'
import { NarrowChoice } from '../rights/narrow-choice.tsx'
import { createPages } from '../pages.ts'
import { isLocked, rules, severityLooks, useRuleName } from './security-words.ts'

const severities = ['critical', 'warn', 'info'] as const
const widths = { at: 150, rule: 260, severity: 110, user: 190, address: 140, count: 70, procedure: 220, sample: 340, blockedUntil: 280 } as const
/** What may be an attack, newest first; older events follow while one scrolls. */
export default function SecurityPage() {
  const text = useText(messages)
  const nameOf = useRuleName()
  const lift = useLift()
  const [severity, setSeverity] = createSignal<SecurityLine['severity'] | undefined>()
  const [rule, setRule] = createSignal<(typeof rules)[number] | undefined>()
  const pages = createPages(
    () => ({ severity: severity(), rule: rule() }),
    (asked, page) => api.safety.events.fetch({ ...asked, ...page }),
  )
  const cellOf = (line: SecurityLine, name: Exclude<keyof typeof widths, 'severity'>): string => {
    if (name === 'at' || name === 'blockedUntil') return line[name] ? formatMoment(line[name]) : ''
    return name === 'rule' ? nameOf(line.rule) : String(line[name] ?? '')
  }
  const columns = createMemo(() =>
    (Object.keys(widths) as (keyof typeof widths)[]).map((name) => ({
      id: name,
      title: text(`security.fields.${name}`),
      width: widths[name],
      isNumber: name === 'count',
      cell: (line: SecurityLine) =>
        name === 'severity' ? (
          <span class={`badge ${severityLooks[line.severity]}`}>{text(`security.severities.${line.severity}`)}</span>
        ) : (
          <span title={cellOf(line, name)}>
            {cellOf(line, name)}
            <Show when={name === 'blockedUntil' && isLocked(line)}>
              <RightButton right={rights.security.unblock} look="quiet" class="ms-2" onClick={() => void lift(line).then(pages.reload)}>
                {text('unblock.button')}
              </RightButton>
            </Show>
          </span>
        ),
    })),
  ) // the object's own keys
  return (
    <>
      <PageHead title={text('security.title')} />
      <div class="crm-chips mb-2">
        <NarrowChoice
          label={text('security.fields.severity')}
          all={text('security.anySeverity')}
          values={severities}
          say={(one) => text(`security.severities.${one}`)}
          value={severity()}
          onChange={setSeverity}
        />
        <NarrowChoice label={text('security.fields.rule')} all={text('security.anyRule')} values={rules} say={nameOf} value={rule()} onChange={setRule} />
      </div>
      <Show when={!pages.error()} fallback={<FailureMessage error={pages.error()} again={() => void pages.reload()} />}>
        <DataTable
          label={text('security.title')}
          columns={columns()}
          rows={pages.lines() ?? []}
          keyOf={(line) => line.id}
          onEnd={pages.more}
          empty={
            <Show when={pages.lines()}>
              <p class="crm-message crm-quiet">{text('security.empty')}</p>
            </Show>
          }
        />
      </Show>
    </>
  )
}
