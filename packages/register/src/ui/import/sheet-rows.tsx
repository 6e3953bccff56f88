import type { Issue } from '@crm/platform'
import { failureOf, failureText, issueText } from '@crm/platform/ui'
import { Button, Skeleton, toast } from '@crm/widgets/ui'
import { createEffect, createSignal, For, Index, on, Show } from 'solid-js'
import { type ImportAnswer, type ImportRow, rowsAtOnce } from '../../index.ts'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

/** Rows of a sheet as fields, each wrong cell with its reason under it; a cell that is changed has its row checked again at once. */
export function SheetRows(props: {
  readonly view: View
  readonly answer: ImportAnswer
  readonly state: 'bad' | 'same'
  readonly title: string
  readonly lead?: string
  readonly onChanged: () => void
}) {
  const text = useOwnText()
  const [rows, setRows] = createSignal<readonly ImportRow[] | null>(null)
  const [hasMore, setMore] = createSignal(false)
  const mapped = () => props.answer.mapping.columns.flatMap((name, at) => (name === null ? [] : [{ name, at }]))
  const fetchFrom = async (after: number) => {
    const found = await props.view.api.import.rows.fetch({ id: props.answer.id, states: [props.state], after }).catch(() => [])
    setMore(found.length === rowsAtOnce)
    return found
  }
  createEffect(
    on(
      () => [props.answer.id, props.answer.state],
      async () => setRows(await fetchFrom(0)),
    ),
  )
  const showMore = async () => {
    const known = rows() ?? []
    setRows([...known, ...(await fetchFrom(known.at(-1)?.number ?? 0))])
  }
  const issueAt = (row: ImportRow, name: string) => row.issues.find((issue) => issue.path === name || issue.path.startsWith(`${name}.`))
  /** What is wrong where the sheet has no column for it. */
  const besides = (row: ImportRow) => row.issues.filter((issue) => !mapped().some(({ name }) => issue.path === name || issue.path.startsWith(`${name}.`)))
  const said = (issue: Issue) => {
    const own = issueText(issue, props.view.messages)
    return issue.path === '' ? failureText({ code: issue.code as 'denied', params: {} }) : `${words(props.view).field(issue.path)}: ${own}`
  }
  const replace = (number: number, row: ImportRow | null) => setRows((rows() ?? []).flatMap((known) => (known.number === number ? (row ? [row] : []) : [known])))

  async function mend(row: ImportRow, column: number, typed: string): Promise<void> {
    if ((row.cells[column] ?? '') === typed) return
    try {
      const mended = await props.view.api.import.mend.run({ id: props.answer.id, number: row.number, column, text: typed })
      replace(row.number, mended.state === props.state ? mended : null)
      if (mended.state === 'good') toast({ text: text('import.fixed', { number: row.number }) })
      if (mended.state !== row.state) props.onChanged()
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
  }
  async function leave(row: ImportRow): Promise<void> {
    try {
      await props.view.api.import.leave.run({ id: props.answer.id, number: row.number })
      replace(row.number, null)
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    props.onChanged()
  }
  return (
    <section class="crm-section" data-rows={props.state}>
      <h2>{props.title}</h2>
      <Show when={props.lead}>
        <p class="crm-quiet">{props.lead}</p>
      </Show>
      <Show when={rows()} fallback={<Skeleton lines={4} label={text('loading')} />}>
        {(known) => (
          <div class="crm-wide">
            <table class="table table-sm align-top mb-0">
              <thead>
                <tr>
                  <th scope="col">{text('import.row')}</th>
                  <For each={mapped()}>{({ name }) => <th scope="col">{words(props.view).field(name)}</th>}</For>
                  <th />
                </tr>
              </thead>
              <tbody>
                <Index each={known()}>
                  {(row) => (
                    <tr>
                      <td class="crm-quiet">
                        {row().number}
                        <Show when={row().sameAs}>
                          {(there) => (
                            <div>
                              {text('import.sameAs')}{' '}
                              <Show when={there().id > 0} fallback={there().code}>
                                <a href={`${props.view.path}/${there().id}`} target="_blank" rel="noopener">
                                  {there().code}
                                </a>
                              </Show>
                            </div>
                          )}
                        </Show>
                        <For each={besides(row())}>{(issue) => <div class="text-danger">{said(issue)}</div>}</For>
                      </td>
                      <For each={mapped()}>
                        {({ name, at }) => (
                          <td>
                            <input
                              class="form-control form-control-sm"
                              classList={{ 'is-invalid': issueAt(row(), name) !== undefined }}
                              aria-label={text('import.cell', { number: row().number, head: words(props.view).field(name) })}
                              aria-invalid={issueAt(row(), name) !== undefined}
                              value={row().cells[at] ?? ''}
                              onChange={(event) => void mend(row(), at, event.currentTarget.value)}
                            />
                            <Show when={issueAt(row(), name)}>{(issue) => <div class="invalid-feedback">{issueText(issue(), props.view.messages)}</div>}</Show>
                          </td>
                        )}
                      </For>
                      <td>
                        <Button look="quiet" icon="trash" label={text('import.leaveOut', { number: row().number })} onClick={() => void leave(row())} />
                      </td>
                    </tr>
                  )}
                </Index>
              </tbody>
            </table>
          </div>
        )}
      </Show>
      <Show when={hasMore()}>
        <Button onClick={() => void showMore()}>{text('import.more')}</Button>
      </Show>
    </section>
  )
}
