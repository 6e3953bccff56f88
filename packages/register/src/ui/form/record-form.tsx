import type { Issue } from '@crm/platform'
import { issueText } from '@crm/platform/ui'
import { FormField } from '@crm/widgets/ui'
import { For, Match, Show, Switch } from 'solid-js'
import { textOf } from '../cells.tsx'
import type { Form } from './form.ts'
import { FieldInput } from './inputs.tsx'
import { ItemsInput } from './items-input.tsx'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

/** The fields of a record in their titled groups, with what is wrong at each and summed up at the top. */
export function RecordForm(props: { readonly view: View; readonly form: Form }) {
  const text = useOwnText()
  const own = () => words(props.view)
  const problemAt = (name: string) => {
    const issue = props.form.issues().find((one) => one.path === name)
    return issue ? issueText(issue, props.view.messages) : undefined
  }
  return (
    <>
      <Problems view={props.view} issues={props.form.issues()} />
      {props.view.formTop?.(props.form)}
      <For each={Object.entries(props.view.register.sections)}>
        {([section, names]) => (
          <section class="crm-section">
            <h2>{own().section(section)}</h2>
            <div class="crm-fields">
              <For each={names}>
                {(name) => (
                  <Show when={props.view.register.fields[name]}>
                    {(field) => (
                      <Switch
                        fallback={
                          <FormField
                            name={name}
                            label={own().field(name)}
                            isRequired={field().presence === 'required'}
                            isLong={field().kind === 'longText'}
                            error={problemAt(name)}
                          >
                            {(input) => (
                              <FieldInput
                                view={props.view}
                                name={name}
                                field={field()}
                                input={input}
                                value={props.form.values[name]}
                                onInput={(value) => props.form.set(name, value)}
                              />
                            )}
                          </FormField>
                        }
                      >
                        <Match when={field().kind === 'items'}>
                          <ItemsInput view={props.view} name={name} field={field()} form={props.form} problemAt={problemAt} />
                        </Match>
                        <Match when={field().presence === 'computed'}>
                          <div class="crm-field">
                            <div class="form-label">
                              {own().field(name)} <span class="crm-quiet">· {text('computed')}</span>
                            </div>
                            <output>
                              {textOf({
                                view: props.view,
                                name,
                                field: field(),
                                value: props.form.computed()[name] ?? (name in props.form.computed() ? null : props.form.values[name]),
                                sibling: (other) => props.form.values[other],
                              }) || text('none')}
                            </output>
                          </div>
                        </Match>
                      </Switch>
                    )}
                  </Show>
                )}
              </For>
            </div>
          </section>
        )}
      </For>
    </>
  )
}

function Problems(props: { readonly view: View; readonly issues: readonly Issue[] }) {
  const text = useOwnText()
  return (
    <Show when={props.issues.length > 0}>
      <div class="alert alert-danger" role="alert">
        <strong>{text('problems', { count: props.issues.length })}</strong>
        <ul class="mb-0">
          <For each={props.issues}>
            {(issue) => (
              <li>
                <a
                  href={`#field-${issue.path}`}
                  class="alert-link"
                  onClick={(event) => {
                    event.preventDefault()
                    focusField(issue.path)
                  }}
                >
                  {words(props.view).field(issue.path)}
                </a>
                : {issueText(issue, props.view.messages)}
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  )
}

export function focusField(name: string | undefined): void {
  const field = name ? document.getElementById(`field-${name}`) : null
  field?.scrollIntoView({ block: 'center' })
  field?.focus()
}
