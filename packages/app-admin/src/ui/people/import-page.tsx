import type { ImportAnswer, ImportColumn } from '@crm/directory'
import { issuesOf, type FailureData } from '@crm/platform'
import { failureOf, failureText, issueText, useText } from '@crm/platform/ui'
import { Button, PageHead, toast } from '@crm/widgets/ui'
import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { api } from '../api.ts'
import { ImportRows } from './import-rows.tsx'

/** Many people from a sheet: read, corrected in place, written all at once or not at all. */
export default function ImportPage() {
  const text = useText(messages)
  const navigate = useNavigate()
  const [answer, setAnswer] = createSignal<ImportAnswer | null>(null)
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const wrongCount = () => (answer()?.issues ?? []).filter((one) => one.length > 0).length
  const refuse = (failure: FailureData) => {
    const [issue] = issuesOf(failure)
    setProblem(issue ? issueText(issue, messages) : failureText(failure))
  }
  const busy = async (work: Promise<void>) => {
    setBusy(true)
    setProblem('')
    try {
      await work
    } catch (error) {
      refuse(failureOf(error))
    } finally {
      setBusy(false)
    }
  }
  const read = async (file: File) => {
    const sent = await fetch('/files/admin/people-import', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file }).catch(() => null)
    const body = (await sent?.json().catch(() => null)) as ImportAnswer & { error?: { data: { failure: FailureData } } } // our own route's two shapes
    if (!body) return refuse({ code: 'unavailable', params: {} })
    if (body.error) return refuse(body.error.data.failure)
    setAnswer(body)
  }
  const check = async (known: ImportAnswer) => {
    setAnswer({ ...known, issues: await api.people.check.run({ rows: [...known.rows] }) })
  }
  const run = async (known: ImportAnswer) => {
    const done = await api.people.import.run({ rows: [...known.rows] })
    if (done.createdCount === 0) return void setAnswer({ ...known, issues: done.issues })
    toast({ text: text('people.importPage.done', { count: done.createdCount }) })
    navigate('/admin/people')
  }
  const edit = (at: number, column: ImportColumn, value: string) => {
    const known = answer()
    if (known) setAnswer({ ...known, rows: known.rows.map((row, index) => (index === at ? { ...row, [column]: value } : row)) })
  }
  const drop = (at: number) => {
    const known = answer()
    if (known) setAnswer({ ...known, rows: known.rows.toSpliced(at, 1), issues: known.issues.toSpliced(at, 1) })
  }
  return (
    <>
      <PageHead
        title={text('people.importPage.title')}
        aside={<Show when={answer()}>{(one) => <span class="crm-quiet">{text('people.importPage.count', { count: one().rows.length })}</span>}</Show>}
      />
      <p class="crm-quiet">{text('people.importPage.lead')}</p>
      <section class="crm-section d-flex flex-wrap gap-3 align-items-center">
        <label class="btn btn-sm btn-outline-secondary mb-0">
          {text('people.importPage.choose')}
          <input
            type="file"
            class="visually-hidden"
            accept=".xlsx,.csv"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              if (file) void busy(read(file))
              event.currentTarget.value = ''
            }}
          />
        </label>
        <Show when={answer()}>
          {(one) => (
            <>
              <Button isBusy={isBusy()} onClick={() => void busy(check(one()))}>
                {text('people.importPage.check')}
              </Button>
              <Button look="primary" isBusy={isBusy()} disabled={wrongCount() > 0 || one().rows.length === 0} onClick={() => void busy(run(one()))}>
                {text('people.importPage.run')}
              </Button>
              <strong role="status" class={wrongCount() > 0 ? 'text-danger' : ''}>
                {wrongCount() > 0 ? text('people.importPage.wrong', { count: wrongCount() }) : text('people.importPage.right')}
              </strong>
              <Show when={one().ignored.length > 0}>
                <span class="crm-quiet">{text('people.importPage.ignored', { names: one().ignored.join(', ') })}</span>
              </Show>
            </>
          )}
        </Show>
      </section>
      <Show when={problem()}>
        <div class="alert alert-danger py-2" role="alert">
          {problem()}
        </div>
      </Show>
      <Show when={answer()}>{(one) => <ImportRows answer={one()} onEdit={edit} onDrop={drop} />}</Show>
      <p class="form-text">{text('people.importPage.noPassword')}</p>
    </>
  )
}
