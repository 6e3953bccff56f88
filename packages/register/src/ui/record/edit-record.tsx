import { failureOf, failureText, onChanged } from '@crm/platform/ui'
import { issuesOf } from '@crm/platform'
import { Button, PageHead, toast } from '@crm/widgets/ui'
import { createEffect, createSignal, Show, untrack } from 'solid-js'
import { documentOf, type Marked } from '../../index.ts'
import { Alike } from './alike.tsx'
import { draftOf } from '../form/draft.ts'
import { createForm, entered, type Values } from '../form/form.ts'
import { LeaveGuard } from '../form/leave-guard.tsx'
import { focusField, RecordForm } from '../form/record-form.tsx'
import { StaleDialog } from './stale-dialog.tsx'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

/** The form over a record that exists. Only what was changed is sent; a change of somebody else's leads to a merge. */
export function EditRecord(props: { readonly view: View; readonly row: Values & Marked; readonly onDone: () => Promise<void>; readonly onCancel: () => void }) {
  const text = useOwnText()
  // The form begins with the record as it was when it was opened; later versions come in by merging only.
  const { view, row } = untrack(() => ({ view: props.view, row: props.row }))
  const before = valuesOf(view, row)
  let version = row.version
  const draft = draftOf(documentOf(view.register, row.id))
  const [beside, setBeside] = createSignal<unknown>(undefined)
  void view.beside?.(row.id).then(
    (known) => setBeside(() => known),
    () => undefined,
  ) // without it the preview of computed fields is of the bare record
  const form = createForm(view.register, before, { isNew: false, beside })
  const [isBusy, setBusy] = createSignal(false)
  const [isDone, setDone] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const [theirs, setTheirs] = createSignal<(Values & Marked) | null>(null)
  const [isOld, setOld] = createSignal(false)
  restoreDraft()
  createEffect(() => {
    if (isDone()) return
    if (form.changed().length > 0) draft.write({ ...form.values })
    else draft.drop()
  })
  onChanged(
    () => documentOf(props.view.register, props.row.id),
    () => {
      if (!isBusy() && !isDone()) setOld(true)
    },
  )

  function restoreDraft(): void {
    const kept = draft.read()
    if (!kept) return
    form.setAll(kept)
    toast({ text: text('draft'), action: { label: text('dropDraft'), run: () => form.setAll(before) } })
  }

  async function save(): Promise<void> {
    if (isBusy()) return
    setProblem('')
    if (!(await form.check())) return focusField(form.issues()[0]?.path)
    if (form.changed().length === 0) return props.onCancel()
    setBusy(true)
    try {
      await props.view.api.update.run({ id: props.row.id, version, values: form.payload() })
      setDone(true)
      draft.drop()
      toast({ text: text('saved') })
      await props.onDone()
    } catch (error) {
      await refused(error)
    } finally {
      setBusy(false)
    }
  }

  async function refused(error: unknown): Promise<void> {
    const failure = failureOf(error)
    if (failure.code === 'stale') {
      const fresh = await props.view.api.get.fetch({ id: props.row.id })
      setTheirs(fresh.row as unknown as Values & Marked)
      return
    }
    if (failure.code === 'taken') form.setIssues([{ path: String(failure.params.field), code: 'taken' }])
    else if (failure.code === 'invalid') form.setIssues(issuesOf(failure).map((issue) => ({ ...issue, path: issue.path.replace(/^values\./, '') })))
    else setProblem(failureText(failure))
    focusField(form.issues()[0]?.path)
  }

  return (
    <form
      class="d-contents"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && void save()}
    >
      <PageHead title={`${text('edit')}: ${String(props.row[props.view.register.code?.field ?? props.view.register.list.title] ?? words(props.view).one())}`} />
      <Show when={isOld()}>
        <div class="alert alert-warning py-2" role="status">
          {text('stale.title')}. {text('stale.lead')}
        </div>
      </Show>
      <Alike view={props.view} form={form} except={props.row.id} />
      <RecordForm view={props.view} form={form} />
      <div class="crm-savebar">
        <Button type="submit" look="primary" icon="check" isBusy={isBusy()}>
          {text('save')}
        </Button>
        <Button onClick={() => props.onCancel()}>{text('cancel')}</Button>
        <span class="crm-quiet" role="status">
          {problem() || (form.changed().length > 0 ? text('dirty') : '')}
        </span>
      </div>
      <LeaveGuard isDirty={form.changed().length > 0 && !isDone()} onDrop={draft.drop} />
      <Show when={theirs()}>
        {(fresh) => (
          <StaleDialog
            view={props.view}
            before={before}
            mine={{ ...form.values }}
            theirs={valuesOf(props.view, fresh())}
            onClose={() => setTheirs(null)}
            onMerged={(values) => {
              version = fresh().version
              form.setAll(values)
              setTheirs(null)
              setOld(false)
              void save()
            }}
          />
        )}
      </Show>
    </form>
  )
}

const valuesOf = (view: View, row: Values): Values => Object.fromEntries([...entered(view.register), ...Object.keys(view.register.fields)].map((name) => [name, row[name] ?? null]))
