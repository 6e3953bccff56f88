import { type Issue, issuesOf } from '@crm/platform'
import { failureOf, failureText, issueText } from '@crm/platform/ui'
import { Button, FormField, Select } from '@crm/widgets/ui'
import { createMemo, createSignal, For, Show, untrack } from 'solid-js'
import { type ImportAnswer, isImported } from '../../index.ts'
import { createForm, entered, type Values } from '../form/form.ts'
import { FieldInput } from '../form/inputs.tsx'
import { focusField } from '../form/record-form.tsx'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

/** Where each column goes, and what is the same in all rows. */
export function MappingStep(props: { readonly view: View; readonly answer: ImportAnswer; readonly initial: Values; readonly onDone: () => Promise<void> }) {
  const text = useOwnText()
  const { view, answer, initial } = untrack(() => props)
  const own = words(view)
  const importable = entered(view.register).filter((name) => isImported(view.register.fields[name]))
  const [columns, setColumns] = createSignal<readonly (string | null)[]>(answer.mapping.columns)
  // What was sent the last time are ids; the form shows what the page begins with, and takes over the plain values.
  const form = createForm(view.register, { ...initial, ...plainOf(view, answer.mapping.constants) }, { isNew: true })
  const [issues, setIssues] = createSignal<readonly Issue[]>([])
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const used = createMemo(() => new Set(columns().filter((name) => name !== null)))
  const rest = createMemo(() => {
    const fields = importable.filter((name) => !used().has(name))
    const isRequired = (name: string) => view.register.fields[name]?.presence === 'required'
    return [...fields.filter(isRequired), ...fields.filter((name) => !isRequired(name))]
  })
  const problemAt = (name: string) => {
    const issue = issues().find((one) => one.path === name)
    return issue ? issueText(issue, view.messages) : undefined
  }
  const headAt = (at: number) => answer.heads[at] || text('import.noHead', { number: at + 1 })

  async function check(): Promise<void> {
    if (isBusy()) return
    setBusy(true)
    setProblem('')
    setIssues([])
    const constants = Object.fromEntries(Object.entries(form.payload()).filter(([name, value]) => rest().includes(name) && value !== null))
    try {
      await view.api.import.map.run({ id: answer.id, columns: columns(), constants })
      await props.onDone()
    } catch (error) {
      const failure = failureOf(error)
      const found = issuesOf(failure).map((issue) => ({ ...issue, path: issue.path.replace(/^constants\./, '') }))
      setIssues(found)
      if (found.length === 0) setProblem(failureText(failure))
      focusField(found[0]?.path)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void check()
      }}
    >
      <section class="crm-section">
        <h2>{text('import.map')}</h2>
        <p class="crm-quiet">
          {text('import.mapLead')} {answer.isRemembered ? text('import.remembered') : ''}
        </p>
        <div class="crm-wide">
          <table class="table table-sm align-middle mb-0">
            <thead>
              <tr>
                <th scope="col">{text('import.column')}</th>
                <th scope="col">{text('import.field')}</th>
                <th scope="col">{text('import.sample')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={answer.heads}>
                {(_head, at) => (
                  <tr data-head={headAt(at())}>
                    <th scope="row">{headAt(at())}</th>
                    <td>
                      <FormField name={`column-${at()}`} label={headAt(at())} isLabelHidden error={columns()[at()] ? problemAt(columns()[at()] ?? '') : undefined}>
                        {(input) => (
                          <Select
                            input={input}
                            value={columns()[at()] ?? ''}
                            emptyLabel={text('import.ignore')}
                            options={importable.map((name) => ({ value: name, label: own.field(name) }))}
                            onInput={(name) => setColumns(columns().with(at(), name === '' ? null : name))}
                          />
                        )}
                      </FormField>
                    </td>
                    <td class="crm-quiet">
                      {answer.samples
                        .flatMap((cells) => cells[at()] || [])
                        .join(' · ')
                        .slice(0, 120)}
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </section>
      <section class="crm-section">
        <h2>{text('import.constants')}</h2>
        <p class="crm-quiet">{text('import.constantsLead')}</p>
        <div class="crm-fields">
          <For each={rest()}>
            {(name) => (
              <Show when={view.register.fields[name]}>
                {(field) => (
                  <FormField name={name} label={own.field(name)} isRequired={field().presence === 'required'} isLong={field().kind === 'longText'} error={problemAt(name)}>
                    {(input) => <FieldInput view={view} name={name} field={field()} input={input} value={form.values[name]} onInput={(value) => form.set(name, value)} />}
                  </FormField>
                )}
              </Show>
            )}
          </For>
        </div>
      </section>
      <div class="crm-savebar">
        <Button type="submit" look="primary" icon="check" isBusy={isBusy()}>
          {text('import.check')}
        </Button>
        <span role="status" class={problem() || issues().length > 0 ? 'text-danger' : ''}>
          {problem() || (issues().length > 0 ? text('problems', { count: issues().length }).replace(/:$/, '') : '')}
        </span>
      </div>
    </form>
  )
}

/** Values that are sent as they are shown; documents come back as ids, whose labels this page does not know. */
const plainOf = (view: View, constants: Values): Values => Object.fromEntries(Object.entries(constants).filter(([name]) => view.register.fields[name]?.target === undefined))
