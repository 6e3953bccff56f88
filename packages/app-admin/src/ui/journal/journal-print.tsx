import { dayOf, type JournalLine, type JournalQuestion } from '@crm/platform'
import { formatDay, formatMoment, person, useText } from '@crm/platform/ui'
import { For, onMount } from 'solid-js'
import { Portal } from 'solid-js/web'
import { messages } from '../../messages/index.ts'

const columns = ['at', 'actor', 'action', 'document', 'affectedUser', 'outcome', 'ip', 'note'] as const

/** The entries as a plain table that paper can carry; it is there for as long as the printing takes. */
export function JournalPrint(props: {
  readonly lines: readonly JournalLine[]
  readonly question: JournalQuestion
  /** What an action is called. */
  readonly nameOf: (action: string) => string
  readonly onDone: () => void
}) {
  const text = useText(messages)
  onMount(() => {
    // Drawn first, then printed.
    requestAnimationFrame(() => {
      window.print()
      props.onDone()
    })
  })
  const filter = () =>
    Object.entries(props.question)
      .map(([name, value]) => `${name} = ${value}`)
      .join(', ') || text('journal.printedAll')
  const cellOf = (line: JournalLine, name: (typeof columns)[number]) => {
    if (name === 'at') return formatMoment(line.at)
    if (name === 'action') return props.nameOf(line.action)
    if (name === 'outcome') return text(`journal.outcomes.${line.outcome}`)
    return name === 'document' ? (line.documentCode ?? line.document ?? '') : (line[name] ?? '')
  }
  return (
    <Portal>
      <div class="crm-paper">
        <h1>{text('journal.title')}</h1>
        <p>{text('journal.printed', { on: formatDay(dayOf(new Date())), name: person()?.name, filter: filter() })}</p>
        <p>{text('journal.printLimit', { count: props.lines.length })}</p>
        <table>
          <thead>
            <tr>
              <For each={columns}>{(name) => <th>{text(`journal.fields.${name}`)}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={props.lines}>
              {(line) => (
                <tr>
                  <For each={columns}>{(name) => <td>{cellOf(line, name)}</td>}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Portal>
  )
}
