import type { ShutDocument } from '@crm/platform'
import { issuesOf } from '@crm/platform'
import { createLive, failureOf, FailureMessage, failureText, issueText, language, useText } from '@crm/platform/ui'
import { Button, FormField, Message, PageHead, Skeleton, Suggest, toast } from '@crm/widgets/ui'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { api } from '../api.ts'

/** Documents that nobody can open any more, and who takes each of them over. */
export default function ShutPage() {
  const text = useText(messages)
  const documents = createLive(
    () => language(),
    (wanted) => api.access.list.fetch({ language: wanted }),
  )
  return (
    <>
      <PageHead title={text('shut.title')} />
      <p class="crm-quiet">{text('shut.lead')}</p>
      <Switch fallback={<Skeleton lines={5} label={text('shut.title')} />}>
        <Match when={documents.error()}>
          <FailureMessage error={documents.error()} again={() => void documents.refetch()} />
        </Match>
        <Match when={documents.value()}>
          {(known) => (
            <Show when={known().length > 0} fallback={<Message title={text('shut.empty')} />}>
              <section class="crm-section">
                <table class="table crm-plain align-middle mb-0">
                  <thead>
                    <tr>
                      <th scope="col">{text('shut.fields.code')}</th>
                      <th scope="col">{text('shut.fields.title')}</th>
                      <th scope="col">{text('shut.heir')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={known()}>{(document) => <Line document={document} onGiven={() => void documents.refetch()} />}</For>
                  </tbody>
                </table>
              </section>
            </Show>
          )}
        </Match>
      </Switch>
    </>
  )
}

function Line(props: { readonly document: ShutDocument; readonly onGiven: () => void }) {
  const text = useText(messages)
  const [heir, setHeir] = createSignal<{ readonly id: number; readonly label: string } | null>(null)
  const [problem, setProblem] = createSignal<string>()
  const [isBusy, setBusy] = createSignal(false)
  const code = () => props.document.code ?? `${props.document.kind}:${props.document.id}`
  const give = async (userId: number) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await api.access.give.run({ tableId: props.document.tableId, userId })
      toast({ text: text('shut.given', { code: code() }) })
      props.onGiven()
    } catch (error) {
      const failure = failureOf(error)
      const [issue] = issuesOf(failure)
      setProblem(issue ? issueText(issue, messages) : failureText(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <tr>
      <th scope="row">{code()}</th>
      <td>{props.document.title}</td>
      <td>
        <div class="d-flex align-items-end gap-2">
          <FormField label={text('shut.heir')} error={problem()}>
            {(input) => (
              <Suggest input={input} shown={heir()?.label ?? ''} nothing={text('shut.nobody')} find={(typed) => api.departments.people.fetch({ text: typed })} onPick={setHeir} />
            )}
          </FormField>
          <Button isBusy={isBusy()} disabled={!heir()} onClick={() => void give(heir()?.id ?? 0)}>
            {text('shut.give')}
          </Button>
        </div>
      </td>
    </tr>
  )
}
