import type { SecurityLine } from '@crm/platform'
import { FailureMessage, failureOf, failureText, formatMoment, RightButton, useText } from '@crm/platform/ui'
import { DataTable, PageHead, toast } from '@crm/widgets/ui'
import { createEffect, createMemo, createSignal, For, on, Show } from 'solid-js'
import { messages } from '../messages/index.ts'
import { rights } from '../rights.ts'
import { api } from './api.ts'

const severities = ['critical', 'warn', 'info'] as const
const looks = { critical: 'text-bg-danger', warn: 'text-bg-warning', info: 'text-bg-secondary' } as const
const widths = { at: 150, rule: 260, severity: 110, user: 190, address: 140, count: 70, procedure: 220, sample: 340, blockedUntil: 280 } as const
type Rule = keyof (typeof messages.pl)['security']['rules']
const rules = Object.keys(messages.pl.security.rules) as Rule[] // the object's own keys

/** What may be an attack, newest first; older events follow while one scrolls. */
export default function SecurityPage() {
  const text = useText(messages)
  const [severity, setSeverity] = createSignal<SecurityLine['severity'] | undefined>()
  const [rule, setRule] = createSignal<string | undefined>()
  const [lines, setLines] = createSignal<readonly SecurityLine[]>([])
  const [error, setError] = createSignal<unknown>(null)
  let asked = 0
  let isAtEnd = false

  async function load(before?: number): Promise<void> {
    if (before !== undefined && isAtEnd) return
    asked += 1
    const mine = asked
    try {
      const found = await api.safety.events.fetch({ severity: severity(), rule: rule(), ...(before === undefined ? {} : { before }) })
      if (mine !== asked) return
      isAtEnd = found.length === 0
      setLines(before === undefined ? found : [...lines(), ...found])
      setError(null)
    } catch (refusal) {
      setError(refusal)
    }
  }
  createEffect(on([severity, rule], () => void load()))

  const isBlocked = (line: SecurityLine) => line.blockedUntil !== null && new Date(line.blockedUntil) > new Date()
  const lift = async (line: SecurityLine) => {
    try {
      const { count } = await api.safety.unblock.run(line.login ? { user: line.login } : { address: line.address })
      toast({ text: text('unblock.done', { count }) })
      await load()
    } catch (refusal) {
      toast({ text: failureText(failureOf(refusal)), look: 'danger' })
    }
  }
  const nameOf = (id: string) => (id in messages.pl.security.rules ? text(`security.rules.${id as Rule}`) : id) // just looked up
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
          <span class={`badge ${looks[line.severity]}`}>{text(`security.severities.${line.severity}`)}</span>
        ) : (
          <span title={cellOf(line, name)}>
            {cellOf(line, name)}
            <Show when={name === 'blockedUntil' && isBlocked(line)}>
              <RightButton right={rights.security.unblock} look="quiet" class="ms-2" onClick={() => void lift(line)}>
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
        <select
          class="form-select form-select-sm crm-narrow"
          aria-label={text('security.fields.severity')}
          onChange={(event) => setSeverity(severities.find((one) => one === event.currentTarget.value))}
        >
          <option value="">{text('security.anySeverity')}</option>
          <For each={severities}>{(one) => <option value={one}>{text(`security.severities.${one}`)}</option>}</For>
        </select>
        <select class="form-select form-select-sm crm-narrow" aria-label={text('security.fields.rule')} onChange={(event) => setRule(event.currentTarget.value || undefined)}>
          <option value="">{text('security.anyRule')}</option>
          <For each={rules}>{(one) => <option value={one}>{nameOf(one)}</option>}</For>
        </select>
      </div>
      <Show when={!error()} fallback={<FailureMessage error={error()} again={() => void load()} />}>
        <DataTable
          label={text('security.title')}
          columns={columns()}
          rows={lines()}
          keyOf={(line) => line.id}
          onEnd={() => void load(lines().at(-1)?.id)}
          empty={<p class="crm-message crm-quiet">{text('security.empty')}</p>}
        />
      </Show>
    </>
  )
}
