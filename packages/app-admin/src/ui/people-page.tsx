import { FailureMessage, useText } from '@crm/platform/ui'
import { DataTable, PageHead } from '@crm/widgets/ui'
import { createMemo, createResource, Show } from 'solid-js'
import type { PersonLine } from '../index.ts'
import { messages } from '../messages/index.ts'
import { api } from './api.ts'
import { ResetPassword } from './reset-password.tsx'

const widths = { name: 210, login: 100, department: 130, position: 210, supervisor: 180, isActive: 90, rightCount: 60 } as const

/** Everybody with an account. */
export default function PeoplePage() {
  const text = useText(messages)
  const [people, { refetch }] = createResource(() => api.people.list.fetch())
  const cellOf = (line: PersonLine, name: keyof typeof widths) =>
    name === 'isActive' ? (line.isActive ? text('people.active') : text('people.inactive')) : String(line[name] ?? '')
  const columns = createMemo(
    () =>
      (Object.keys(widths) as (keyof typeof widths)[]).map((name) => ({
        id: name,
        title: text(`people.fields.${name}`),
        width: widths[name],
        isNumber: name === 'rightCount',
        cell: (line: PersonLine) => <span>{cellOf(line, name)}</span>,
      })), // the object's own keys
  )
  const withActions = () => [...columns(), { id: 'actions', title: text('reset.column'), width: 160, cell: (line: PersonLine) => <ResetPassword person={line} /> }]
  return (
    <>
      <PageHead title={text('people.title')} />
      <Show when={!people.error} fallback={<FailureMessage error={people.error} again={() => void refetch()} />}>
        <DataTable label={text('people.title')} columns={withActions()} rows={people.latest ?? []} keyOf={(line) => line.id} />
      </Show>
    </>
  )
}
