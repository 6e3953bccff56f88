import { RightButton, useCan } from '@crm/platform/ui'
import { DataTable, Message, type TableColumn } from '@crm/widgets/ui'
import { A, useNavigate } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'
import { isSortable, type Line } from '../../index.ts'
import { Cell, isNumeric, textOf, widthOf } from '../cells.tsx'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'
import type { createChoice } from './choice.ts'
import type { createListState, Layout } from './list-state.ts'
import type { createRows } from './rows.ts'

interface ListTableProps {
  readonly view: View
  readonly list: ReturnType<typeof createRows>
  readonly state: ReturnType<typeof createListState>
  readonly choice: ReturnType<typeof createChoice>
  /** The names of a line's cells: the columns, and what an amount needs beside them. */
  readonly asked: readonly string[]
  readonly isNarrowed: boolean
  /** Somebody looks at rows beside the list: a click does not open them. */
  readonly onAt: ((line: Line) => void) | undefined
}

/** The rows of a register in the columns that a person shows. */
export function ListTable(props: ListTableProps) {
  const text = useOwnText()
  const can = useCan()
  const navigate = useNavigate()
  const layout = (): Layout => props.state.layout()
  const sort = () => props.state.sort()
  const register = () => props.view.register
  const cellOf = (line: Line, name: string) => line[props.asked.indexOf(name) + 2]
  const addressOfRecord = (line: Line) => `${props.view.path}/${line[0]}`
  const columns = createMemo(() =>
    props.state.columns().flatMap((name, index): TableColumn<Line>[] => {
      const field = register().fields[name]
      if (!field) return []
      const showing = (line: Line) => ({
        view: props.view,
        name,
        field,
        value: cellOf(line, name),
        sibling: (other: string) => (props.asked.includes(other) ? cellOf(line, other) : null),
      })
      return [
        {
          id: name,
          title: words(props.view).field(name),
          width: layout().widths[name] ?? widthOf(field),
          isNumber: isNumeric(field),
          isSortable: isSortable(register(), name),
          cell: (line) => (index === 0 ? <A href={addressOfRecord(line)}>{textOf(showing(line)) || `#${line[0]}`}</A> : <Cell {...showing(line)} />),
        },
      ]
    }),
  )
  const sortBy = (field: string, isAdded: boolean) => {
    const known = sort().find((key) => key.field === field)
    const next = { field, dir: known?.dir === 'asc' ? 'desc' : 'asc' } as const
    if (!isAdded) return props.state.arrange({ sort: [next] })
    props.state.arrange({ sort: (known ? sort().map((key) => (key === known ? next : key)) : [...sort(), next]).slice(0, 3) })
  }
  return (
    <DataTable
      label={words(props.view).title()}
      columns={columns()}
      rows={props.list.rows()}
      keyOf={(line) => line[0]}
      total={props.list.count()?.count}
      sort={sort().map(({ field, dir }) => ({ id: field, dir }))}
      choice={props.choice.table}
      isPinned={layout().isPinned ?? false}
      rowHeight={layout().isDense ? 28 : 36}
      onSort={sortBy}
      onOpen={(line) => navigate(addressOfRecord(line))}
      onAt={props.onAt}
      onEdit={can(props.view.rights.edit) ? (line) => navigate(`${addressOfRecord(line)}?edit=1`) : undefined}
      onEnd={() => void props.list.more()}
      onWidth={(name, width) => props.state.arrange({ widths: { ...layout().widths, [name]: width } })}
      empty={
        <Message title={props.isNarrowed ? text('emptyFound') : words(props.view).empty()}>
          <Show when={!props.isNarrowed}>
            <RightButton right={props.view.rights.create} look="primary" icon="plus" onClick={() => navigate(`${props.view.path}/new`)}>
              {words(props.view).create()}
            </RightButton>
          </Show>
        </Message>
      }
    />
  )
}
