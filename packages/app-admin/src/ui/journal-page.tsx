import { FailureMessage, formatMoment, useText } from '@crm/platform/ui'
import { DataTable, PageHead } from '@crm/widgets/ui'
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js'
import type { JournalLine } from '../index.ts'
import { messages } from '../messages/index.ts'
import { api } from './api.ts'

const outcomes = ['done', 'denied', 'ignored', 'failed'] as const
const widths = { at: 150, actor: 210, action: 260, document: 200, outcome: 120, ip: 130, note: 320 } as const

/** What everybody did, newest first; older entries follow while one scrolls. */
export default function JournalPage() {
  const text = useText(messages)
  const [outcome, setOutcome] = createSignal<JournalLine['outcome'] | undefined>()
  const [action, setAction] = createSignal('')
  const [lines, setLines] = createSignal<readonly JournalLine[]>([])
  const [error, setError] = createSignal<unknown>(null)
  let asked = 0
  let isAtEnd = false
  let isFetching = false
  const question = () => ({ outcome: outcome(), action: action() || undefined })

  async function load(before?: number): Promise<void> {
    if (before !== undefined && (isAtEnd || isFetching)) return
    asked += 1
    const mine = asked
    isFetching = true
    try {
      const found = await api.journal.list.fetch({ ...question(), ...(before === undefined ? {} : { before }) })
      if (mine !== asked) return
      isAtEnd = found.length === 0
      setLines(before === undefined ? found : [...lines(), ...found])
      setError(null)
    } catch (refusal) {
      setError(refusal)
    } finally {
      isFetching = false
    }
  }
  createEffect(
    on(
      () => JSON.stringify(question()),
      () => void load(),
    ),
  )

  const cellOf = (line: JournalLine, name: keyof typeof widths): string => {
    if (name === 'at') return formatMoment(line.at)
    if (name === 'outcome') return text(`journal.outcomes.${line.outcome}`)
    if (name === 'document') return line.documentCode ?? line.document ?? ''
    return line[name] ?? ''
  }
  const columns = createMemo(() =>
    (Object.keys(widths) as (keyof typeof widths)[]).map((name) => ({
      id: name,
      title: text(`journal.fields.${name}`),
      width: widths[name],
      cell: (line: JournalLine) => <span title={cellOf(line, name)}>{cellOf(line, name)}</span>,
    })),
  ) // the object's own keys
  return (
    <>
      <PageHead title={text('journal.title')} />
      <div class="crm-chips mb-2">
        <input
          type="search"
          class="form-control form-control-sm w-auto flex-grow-1"
          placeholder={text('journal.search')}
          aria-label={text('journal.search')}
          value={action()}
          onInput={(event) => setAction(event.currentTarget.value)}
        />
        <select
          class="form-select form-select-sm crm-narrow"
          aria-label={text('journal.fields.outcome')}
          onChange={(event) => setOutcome(outcomes.find((one) => one === event.currentTarget.value))}
        >
          <option value="">{text('journal.any')}</option>
          {outcomes.map((one) => (
            <option value={one}>{text(`journal.outcomes.${one}`)}</option>
          ))}
        </select>
      </div>
      <Show when={!error()} fallback={<FailureMessage error={error()} again={() => void load()} />}>
        <DataTable
          label={text('journal.title')}
          columns={columns()}
          rows={lines()}
          keyOf={(line) => line.id}
          onEnd={() => void load(lines().at(-1)?.id)}
          empty={<p class="crm-message crm-quiet">{text('journal.empty')}</p>}
        />
      </Show>
    </>
  )
}
