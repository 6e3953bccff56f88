import { createLive, FailureMessage, onChanged, RightButton, useText } from '@crm/platform/ui'
import { fold } from '@crm/register'
import { DataTable, PageHead } from '@crm/widgets/ui'
import { A, useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import type { PersonLine } from '../../index.ts'
import { messages } from '../../messages/index.ts'
import { rights } from '../../rights.ts'
import { api } from '../api.ts'

const widths = { name: 230, login: 110, department: 150, position: 210, supervisor: 190, email: 210, phone: 140, isActive: 100, rightCount: 70 } as const
type Column = keyof typeof widths

/** Everybody with an account; found by any part of what stands in the line. */
export default function PeoplePage() {
  const text = useText(messages)
  const navigate = useNavigate()
  const [address, setAddress] = useSearchParams<{ search?: string; account?: string; sort?: string }>()
  const people = createLive(
    () => null,
    () => api.people.list.fetch(),
  )
  onChanged(
    () => 'platform.user:',
    () => void people.refetch(),
  )
  const shown = createMemo(() => {
    const words = fold(address.search ?? '')
      .split(' ')
      .filter(Boolean)
    const by = sortOf(address.sort)
    return (people.value() ?? [])
      .filter((line) => !address.account || (address.account === 'on') === line.isActive)
      .filter((line) => {
        const body = fold(Object.values(line).join(' '))
        return words.every((word) => body.includes(word))
      })
      .sort((left, right) => by.sign * compare(left[by.id], right[by.id]))
  })
  const cellOf = (line: PersonLine, name: Column) => {
    if (name === 'name') return <A href={`/admin/people/${line.id}`}>{line.name}</A>
    if (name === 'isActive')
      return <span class={`badge ${line.isActive ? 'text-bg-success' : 'text-bg-secondary'}`}>{text(line.isActive ? 'people.active' : 'people.inactive')}</span>
    return <span title={String(line[name] ?? '')}>{String(line[name] ?? '')}</span>
  }
  const columns = createMemo(() =>
    (Object.keys(widths) as Column[]).map((name) => ({
      id: name,
      title: text(`people.fields.${name}`),
      width: widths[name],
      isNumber: name === 'rightCount',
      isSortable: true,
      cell: (line: PersonLine) => cellOf(line, name),
    })),
  ) // the object's own keys
  const sort = () => {
    const { id, sign } = sortOf(address.sort)
    return { id, dir: sign === 1 ? ('asc' as const) : ('desc' as const) }
  }
  return (
    <>
      <PageHead
        title={text('people.title')}
        aside={<span class="crm-quiet">{people.value() ? shown().length : ''}</span>}
        actions={
          <>
            <RightButton right={rights.people.import} icon="upload" onClick={() => navigate('/admin/people/import')}>
              {text('people.import')}
            </RightButton>
            <RightButton right={rights.people.create} look="primary" icon="plus" onClick={() => navigate('/admin/people/new')}>
              {text('people.create')}
            </RightButton>
          </>
        }
      />
      <div class="crm-chips mb-2">
        <input
          type="search"
          class="form-control form-control-sm w-auto flex-grow-1"
          placeholder={text('people.search')}
          aria-label={text('people.search')}
          value={address.search ?? ''}
          onInput={(event) => setAddress({ search: event.currentTarget.value || undefined }, { replace: true })}
        />
        <select
          class="form-select form-select-sm crm-narrow"
          aria-label={text('people.fields.isActive')}
          onChange={(event) => setAddress({ account: event.currentTarget.value || undefined })}
        >
          <For
            each={
              [
                ['', 'people.any'],
                ['on', 'people.active'],
                ['off', 'people.inactive'],
              ] as const
            }
          >
            {([value, key]) => (
              <option value={value} selected={(address.account ?? '') === value}>
                {text(key)}
              </option>
            )}
          </For>
        </select>
      </div>
      <Show when={!people.error()} fallback={<FailureMessage error={people.error()} again={() => void people.refetch()} />}>
        <DataTable
          label={text('people.title')}
          columns={columns()}
          rows={shown()}
          keyOf={(line) => line.id}
          sort={[sort()]}
          onSort={(id) => setAddress({ sort: sort().id === id && sort().dir === 'asc' ? `-${id}` : id })}
          onOpen={(line) => navigate(`/admin/people/${line.id}`)}
          empty={<Show when={people.value()}>{<p class="crm-message crm-quiet">{text('people.empty')}</p>}</Show>}
        />
      </Show>
    </>
  )
}

function sortOf(address: string | undefined): { id: Column; sign: 1 | -1 } {
  const id = (Object.keys(widths) as Column[]).find((name) => name === address?.replace('-', '')) ?? 'name' // the object's own keys
  return { id, sign: address?.startsWith('-') ? -1 : 1 }
}

const polish = new Intl.Collator('pl')
const compare = (left: unknown, right: unknown) => (typeof left === 'number' && typeof right === 'number' ? left - right : polish.compare(String(left ?? ''), String(right ?? '')))
