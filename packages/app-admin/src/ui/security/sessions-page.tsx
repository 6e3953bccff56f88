import type { SessionLine } from '@crm/platform'
import { FailureMessage, failureOf, failureText, formatMoment, RightButton, useText } from '@crm/platform/ui'
import { DataTable, PageHead, toast } from '@crm/widgets/ui'
import { createMemo, createResource, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { rights } from '../../rights.ts'
import { api } from '../api.ts'

const widths = { name: 230, browser: 200, ip: 150, createdAt: 160, seenAt: 160 } as const

/** Who is signed in, from where, and since when. */
export default function SessionsPage() {
  const text = useText(messages)
  const [lines, { refetch }] = createResource(() => api.safety.sessions.fetch())
  const end = async (line: SessionLine) => {
    try {
      await api.safety.endSession.run({ id: line.id })
      toast({ text: text('sessions.ended', { name: line.name }) })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await refetch()
  }
  const cellOf = (line: SessionLine, name: keyof typeof widths) => (name === 'createdAt' || name === 'seenAt' ? formatMoment(line[name]) : line[name])
  const columns = createMemo(() => [
    ...(Object.keys(widths) as (keyof typeof widths)[]).map((name) => ({
      id: name,
      title: text(`sessions.fields.${name}`),
      width: widths[name],
      cell: (line: SessionLine) => <span>{cellOf(line, name)}</span>,
    })), // the object's own keys
    {
      id: 'actions',
      title: text('sessions.actions'),
      width: 130,
      cell: (line: SessionLine) => (
        <Show when={!line.isThis} fallback={<span class="crm-quiet">{text('sessions.this')}</span>}>
          <RightButton right={rights.sessions.end} look="quiet" onClick={() => void end(line)}>
            {text('sessions.end')}
          </RightButton>
        </Show>
      ),
    },
  ])
  return (
    <>
      <PageHead title={text('sessions.title')} />
      <Show when={!lines.error} fallback={<FailureMessage error={lines.error} again={() => void refetch()} />}>
        <DataTable label={text('sessions.title')} columns={columns()} rows={lines.latest ?? []} keyOf={(line) => Number.parseInt(line.id.slice(0, 12), 16)} />
      </Show>
    </>
  )
}
