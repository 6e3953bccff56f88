import { issuesOf } from '@crm/platform'
import { failureOf, failureText, newKey } from '@crm/platform/ui'
import { Button, PageHead, toast } from '@crm/widgets/ui'
import { useNavigate } from '@solidjs/router'
import { createEffect, createSignal, untrack } from 'solid-js'
import { Alike } from './alike.tsx'
import { draftOf } from '../form/draft.ts'
import { createForm, type Values } from '../form/form.ts'
import { LeaveGuard } from '../form/leave-guard.tsx'
import { focusField, RecordForm } from '../form/record-form.tsx'
import type { View } from '../view.ts'
import { WithAdded } from '../with-added.tsx'
import { useOwnText, words } from '../words.ts'

/** The form of a new record. Its key makes a repeated request harmless: a double click, an answer that got lost. */
export function NewRecordPage(props: { readonly view: View; readonly initial?: Values }) {
  return <WithAdded view={props.view}>{(view) => <NewRecord view={view} initial={props.initial ?? {}} />}</WithAdded>
}

function NewRecord(props: { readonly view: View; readonly initial: Values }) {
  const text = useOwnText()
  const navigate = useNavigate()
  // A page is made anew for another register, so both are read once.
  const { register } = untrack(() => props.view)
  const draft = draftOf(`${register.id}:new`)
  const initial = untrack(() => props.initial)
  const form = createForm(register, initial, { isNew: true })
  const [isBusy, setBusy] = createSignal(false)
  const [isDone, setDone] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  let key = newKey()
  const kept = draft.read()
  if (kept) {
    form.setAll(kept)
    toast({ text: text('draft'), action: { label: text('dropDraft'), run: () => form.setAll(initial) } })
  }
  createEffect(() => {
    if (isDone()) return
    if (form.changed().length > 0) draft.write({ ...form.values })
    else draft.drop()
  })

  async function save(): Promise<void> {
    if (isBusy()) return
    setProblem('')
    if (!(await form.check())) return focusField(form.issues()[0]?.path)
    setBusy(true)
    try {
      const made = await props.view.api.create.run({ values: form.payload() as never, key }) // checked by the register's schema just above
      setDone(true)
      draft.drop()
      toast({ text: text('saved') })
      navigate(`${props.view.path}/${made.id}`, { replace: true })
    } catch (error) {
      const failure = failureOf(error)
      // What was refused is tried again as another request.
      if (failure.code !== 'unavailable') key = newKey()
      if (failure.code === 'taken') form.setIssues([{ path: String(failure.params.field), code: 'taken' }])
      else if (failure.code === 'invalid') form.setIssues(issuesOf(failure).map((issue) => ({ ...issue, path: issue.path.replace(/^values\./, '') })))
      else setProblem(failureText(failure))
      focusField(form.issues()[0]?.path)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <PageHead title={words(props.view).create()} />
      {props.view.fillIn?.({ value: (name) => form.values[name], isTyped: (name) => form.changed().includes(name), set: form.set })}
      <Alike view={props.view} form={form} />
      <RecordForm view={props.view} form={form} />
      <div class="crm-savebar">
        <Button type="submit" look="primary" icon="check" isBusy={isBusy()}>
          {text('save')}
        </Button>
        <Button onClick={() => navigate(props.view.path)}>{text('cancel')}</Button>
        <span class="crm-quiet" role="status">
          {problem() || (form.changed().length > 0 ? text('dirty') : '')}
        </span>
      </div>
      <LeaveGuard isDirty={form.changed().length > 0 && !isDone()} onDrop={draft.drop} />
    </form>
  )
}
