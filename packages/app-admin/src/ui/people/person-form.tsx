import { type Issue, issuesOf, issuesOfZod } from '@crm/platform'
import { personSchema, type PersonValues } from '@crm/directory'
import { DayField, failureOf, failureText, issueText, useText } from '@crm/platform/ui'
import { Button, FormField, Select, Suggest, TextInput } from '@crm/widgets/ui'
import { createResource, createSignal, For, type JSX, Show, untrack } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { api } from '../api.ts'

type Text = 'login' | 'name' | 'email' | 'phone' | 'activeFrom' | 'activeTo'

const sections: readonly (readonly ['data' | 'place' | 'account', readonly (Text | 'departmentId' | 'positionId' | 'supervisorId')[]])[] = [
  ['data', ['name', 'email', 'phone']],
  ['place', ['departmentId', 'positionId', 'supervisorId']],
  ['account', ['login', 'activeFrom', 'activeTo']],
]
const limits = { login: 80, name: 120, email: 160, phone: 40, activeFrom: 10, activeTo: 10 } as const

/** The data of a person as fields; what was typed stays through every refusal, which stands at its field. */
export function PersonForm(props: {
  readonly values: PersonValues
  readonly supervisorName?: string | null
  readonly submit: string
  readonly onSave: (values: PersonValues) => Promise<void>
  readonly onCancel: () => void
  readonly isReadOnly?: boolean
  /** What stands under the fields, above the bar with the buttons. */
  readonly children?: JSX.Element
}) {
  const text = useText(messages)
  const [draft, setDraft] = createSignal<PersonValues>(untrack(() => props.values))
  const [supervisor, setSupervisor] = createSignal(untrack(() => props.supervisorName) ?? '')
  const [issues, setIssues] = createSignal<readonly Issue[]>([])
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [departments] = createResource(() => api.departments.list.fetch().catch(() => []))
  const [positions] = createResource(() => api.positions.list.fetch().catch(() => []))
  let form: HTMLFormElement | undefined
  const put = (changed: Partial<PersonValues>) => setDraft({ ...draft(), ...changed })
  const errorOf = (name: string) => {
    const issue = issues().find((one) => one.path === name)
    return issue && issueText(issue, messages)
  }
  const refuse = (found: readonly Issue[]) => {
    setIssues(found)
    form?.querySelector<HTMLElement>(`#field-${found[0]?.path}`)?.focus()
  }
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy()) return
    setProblem('')
    const checked = check(draft())
    if ('issues' in checked) return refuse(checked.issues)
    setBusy(true)
    try {
      setIssues([])
      await props.onSave(checked.values)
    } catch (error) {
      const failure = failureOf(error)
      if (issuesOf(failure).length > 0) refuse(issuesOf(failure))
      else setProblem(failureText(failure))
    } finally {
      setBusy(false)
    }
  }
  const plain = (name: Text): JSX.Element => (
    <FormField
      name={name}
      label={text(`people.fields.${name}`)}
      isRequired={name === 'login' || name === 'name'}
      error={errorOf(name)}
      help={name === 'login' ? text('people.loginHelp') : name === 'activeTo' ? text('people.daysHelp') : undefined}
    >
      {(input) => (
        <Show
          when={name.startsWith('active')}
          fallback={
            <TextInput input={input} value={draft()[name] ?? ''} maxLength={limits[name]} isDisabled={props.isReadOnly ?? false} onInput={(value) => put({ [name]: value })} />
          }
        >
          <DayField input={input} value={draft()[name] ?? ''} onInput={(value) => put({ [name]: value })} />
        </Show>
      )}
    </FormField>
  )
  return (
    <form ref={form} onSubmit={save} noValidate>
      <Show when={issues().length > 0 || problem()}>
        <div class="alert alert-danger py-2" role="alert">
          <Show when={problem()}>{problem()}</Show>
          <For each={issues()}>
            {(issue) => (
              <div>
                <a href={`#field-${issue.path}`}>{issueText(issue, messages)}</a>
              </div>
            )}
          </For>
        </div>
      </Show>
      <For each={sections}>
        {([section, names]) => (
          <section class="crm-section">
            <h2>{text(`people.${section}`)}</h2>
            <div class="crm-fields">
              <For each={names}>
                {(name) => {
                  if (name === 'departmentId')
                    return (
                      <FormField name={name} label={text('people.fields.department')} error={errorOf(name)}>
                        {(input) => (
                          <Select
                            input={input}
                            value={String(draft().departmentId ?? '')}
                            emptyLabel={text('people.none')}
                            options={(departments.latest ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
                            onInput={(value) => put({ departmentId: value ? Number(value) : null })}
                          />
                        )}
                      </FormField>
                    )
                  if (name === 'positionId')
                    return (
                      <FormField name={name} label={text('people.fields.position')} error={errorOf(name)}>
                        {(input) => (
                          <Select
                            input={input}
                            value={String(draft().positionId ?? '')}
                            emptyLabel={text('people.none')}
                            options={(positions.latest ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
                            onInput={(value) => put({ positionId: value ? Number(value) : null })}
                          />
                        )}
                      </FormField>
                    )
                  if (name === 'supervisorId')
                    return (
                      <FormField name={name} label={text('people.fields.supervisor')} error={errorOf(name)}>
                        {(input) => (
                          <Suggest
                            input={input}
                            shown={supervisor()}
                            nothing={text('people.notFound')}
                            find={(typed) => api.departments.people.fetch({ text: typed })}
                            onPick={(one) => {
                              setSupervisor(one?.label ?? '')
                              put({ supervisorId: one?.id ?? null })
                            }}
                          />
                        )}
                      </FormField>
                    )
                  return plain(name)
                }}
              </For>
            </div>
          </section>
        )}
      </For>
      {props.children}
      <Show when={!props.isReadOnly}>
        <div class="crm-savebar">
          <Button type="submit" look="primary" isBusy={isBusy()}>
            {props.submit}
          </Button>
          <Button onClick={() => props.onCancel()}>{text('people.cancel')}</Button>
        </div>
      </Show>
    </form>
  )
}

export const noPerson: PersonValues = {
  login: '',
  name: '',
  email: null,
  phone: null,
  departmentId: null,
  positionId: null,
  supervisorId: null,
  activeFrom: null,
  activeTo: null,
}

function check(values: PersonValues): { values: PersonValues } | { issues: Issue[] } {
  try {
    return { values: personSchema.parse(values) }
  } catch (error) {
    return { issues: issuesOfZod(error as Parameters<typeof issuesOfZod>[0]) } // the schema is zod's
  }
}
