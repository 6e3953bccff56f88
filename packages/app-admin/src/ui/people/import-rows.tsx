import { type ImportAnswer, type ImportColumn, importColumns } from '@crm/directory'
import { issueText, useText } from '@crm/platform/ui'
import { Button } from '@crm/widgets/ui'
import { createMemo, createSignal, For, Index, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'

/** Rows that are on the page at once; a sheet can have thousands. */
const shownCount = 200
/** Which column of the sheet an issue of the person's own form stands at. */
const columnOf: Readonly<Record<string, ImportColumn>> = { departmentId: 'department', supervisorId: 'supervisor' }

/** The rows of an import as fields, each wrong cell with its reason under it. */
export function ImportRows(props: {
  readonly answer: ImportAnswer
  readonly onEdit: (at: number, column: ImportColumn, value: string) => void
  readonly onDrop: (at: number) => void
}) {
  const text = useText(messages)
  const [isOnlyWrong, setOnlyWrong] = createSignal(false)
  const shown = createMemo(() => props.answer.rows.flatMap((_row, at) => (!isOnlyWrong() || (props.answer.issues[at]?.length ?? 0) > 0 ? [at] : [])).slice(0, shownCount))
  const issueAt = (at: number, column: ImportColumn) => props.answer.issues[at]?.find((issue) => (columnOf[issue.path] ?? issue.path) === column)
  return (
    <>
      <label class="form-check mb-2">
        <input type="checkbox" class="form-check-input" checked={isOnlyWrong()} onChange={(event) => setOnlyWrong(event.currentTarget.checked)} />
        <span class="form-check-label">{text('people.importPage.onlyWrong')}</span>
      </label>
      <div class="crm-wide">
        <table class="table table-sm align-top">
          <thead>
            <tr>
              <th scope="col">{text('people.importPage.row')}</th>
              <For each={importColumns}>{(column) => <th scope="col">{text(`people.fields.${column}`)}</th>}</For>
              <th />
            </tr>
          </thead>
          <tbody>
            <Index each={shown()}>
              {(at) => (
                <tr>
                  <td class="crm-quiet">{at() + 2}</td>
                  <For each={importColumns}>
                    {(column) => (
                      <td>
                        <input
                          class="form-control form-control-sm"
                          classList={{ 'is-invalid': issueAt(at(), column) !== undefined }}
                          aria-label={`${text('people.importPage.row')} ${at() + 2}, ${text(`people.fields.${column}`)}`}
                          aria-invalid={issueAt(at(), column) !== undefined}
                          value={props.answer.rows[at()]?.[column] ?? ''}
                          onChange={(event) => props.onEdit(at(), column, event.currentTarget.value)}
                        />
                        <Show when={issueAt(at(), column)}>{(issue) => <div class="invalid-feedback">{issueText(issue(), messages)}</div>}</Show>
                      </td>
                    )}
                  </For>
                  <td>
                    <Button look="quiet" icon="trash" label={text('people.importPage.drop', { number: at() + 2 })} onClick={() => props.onDrop(at())} />
                  </td>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </div>
    </>
  )
}
