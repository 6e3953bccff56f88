import type { JournalLine } from '@crm/platform'
import { formatMoment, useText } from '@crm/platform/ui'
import { Dialog } from '@crm/widgets/ui'
import { For, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'

const facts = ['actor', 'affectedUser', 'affectedGroup', 'rights', 'document', 'ip', 'session', 'requestId', 'note'] as const

/** One entry with everything that it says: what was and what is. */
export function JournalEntry(props: { readonly line: JournalLine; readonly action: string; readonly onClose: () => void }) {
  const text = useText(messages)
  const factOf = (name: (typeof facts)[number]) => (name === 'document' ? [props.line.documentCode, props.line.document].filter(Boolean).join(' · ') : props.line[name])
  return (
    <Dialog title={`${text('journal.entry', { id: props.line.id })} · ${props.action}`} closeLabel={text('journal.close')} isWide onClose={props.onClose}>
      <dl class="row g-0 mb-2">
        <dt class="col-sm-4">{text('journal.fields.at')}</dt>
        <dd class="col-sm-8">{formatMoment(props.line.at)}</dd>
        <dt class="col-sm-4">{text('journal.fields.action')}</dt>
        <dd class="col-sm-8 text-break">{props.line.action}</dd>
        <dt class="col-sm-4">{text('journal.fields.outcome')}</dt>
        <dd class="col-sm-8">{text(`journal.outcomes.${props.line.outcome}`)}</dd>
        <For each={facts.filter((name) => factOf(name))}>
          {(name) => (
            <>
              <dt class="col-sm-4">{text(`journal.fields.${name}`)}</dt>
              <dd class="col-sm-8 text-break">{factOf(name)}</dd>
            </>
          )}
        </For>
      </dl>
      <Show when={props.line.isForgotten}>
        <p class="crm-quiet">{text('journal.forgotten')}</p>
      </Show>
      <Show when={props.line.changes}>
        {(changes) => (
          <table class="table crm-plain mb-0 w-100">
            <thead>
              <tr>
                <th scope="col">{text('journal.field')}</th>
                <th scope="col">{text('journal.before')}</th>
                <th scope="col">{text('journal.after')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={Object.entries(changes())}>
                {([name, [before, after]]) => (
                  <tr>
                    <th scope="row" class="fw-normal">
                      {name}
                    </th>
                    <Show
                      when={!props.line.hidden.includes(name)}
                      fallback={
                        <td colSpan={2} class="crm-quiet">
                          {text('journal.hidden')}
                        </td>
                      }
                    >
                      <td class="text-break crm-quiet">{plain(before)}</td>
                      <td class="text-break">{plain(after)}</td>
                    </Show>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        )}
      </Show>
    </Dialog>
  )
}

/** A value as text; a reference by its label. */
export function plain(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return value.map(plain).join(', ')
  if (typeof value === 'object') return 'label' in value ? String(value.label) : JSON.stringify(value)
  return String(value)
}
