import { failureOf, FailureMessage, failureText, issueText, useText } from '@crm/platform/ui'
import { issuesOf } from '@crm/platform'
import { Button, FormField, LongInput, PageHead, Skeleton, Suggest, toast } from '@crm/widgets/ui'
import { useNavigate, useParams } from '@solidjs/router'
import { createResource, createSignal, For, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { api } from '../api.ts'
import { BelongingLine, type Chosen, heirOf } from './belonging-line.tsx'

/** Somebody leaves: what they have in hand, who takes it over, and their account off, in one step. */
export default function LeavePage() {
  const text = useText(messages)
  const navigate = useNavigate()
  const params = useParams<{ id: string }>()
  const id = () => Number(params.id)
  const [person] = createResource(id, (one) => api.people.get.fetch({ id: one }))
  const [belongings] = createResource(id, (one) => api.people.belongings.fetch({ id: one }))
  const [heirs, setHeirs] = createSignal<Readonly<Record<string, Chosen>>>({})
  const isOff = () => person.latest?.isActive === false
  const [note, setNote] = createSignal('')
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const put = (kind: string, heir: Chosen) => setHeirs({ ...heirs(), [kind]: heir })
  const putAll = (heir: Chosen) => setHeirs(Object.fromEntries((belongings.latest ?? []).map((one) => [one.kind, heir])))
  const find = (typed: string) => api.departments.people.fetch({ text: typed }).then((found) => found.filter((one) => one.id !== id()))
  const run = async () => {
    setBusy(true)
    setProblem('')
    try {
      const chosen = Object.fromEntries((belongings.latest ?? []).map((one) => [one.kind, heirOf(heirs()[one.kind] ?? null)]))
      const left = await api.people.release.run({ id: id(), heirs: chosen, note: note() || undefined })
      toast({ text: left.length > 0 ? text('people.left', { count: left.reduce((sum, one) => sum + one.count, 0) }) : text('people.leftNothing') })
      navigate(`/admin/people/${id()}`)
    } catch (error) {
      const failure = failureOf(error)
      const [issue] = issuesOf(failure)
      setProblem(issue ? issueText(issue, messages) : failureText(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Show when={!person.error && !belongings.error} fallback={<FailureMessage error={person.error ?? belongings.error} />}>
      <PageHead title={`${text('people.leave')}: ${person.latest?.name ?? ''}`} />
      <p class="crm-quiet">{text(isOff() ? 'people.leaveRestLead' : 'people.leaveLead')}</p>
      <Show when={belongings.latest} fallback={<Skeleton lines={4} label={text('people.leave')} />}>
        {(all) => (
          <section class="crm-section">
            <Show when={all().length > 0} fallback={<p class="crm-quiet mb-0">{text('people.leaveNothing')}</p>}>
              <Show when={all().length > 1}>
                <FormField label={text('people.oneHeir')}>
                  {(input) => <Suggest input={input} shown="" isClearedAfter nothing={text('people.notFound')} find={find} onPick={putAll} />}
                </FormField>
              </Show>
              <table class="table crm-plain mt-2 mb-0">
                <tbody>
                  <For each={all()}>{(one) => <BelongingLine belonging={one} heir={heirs()[one.kind] ?? null} find={find} onHeir={(heir) => put(one.kind, heir)} />}</For>
                </tbody>
              </table>
            </Show>
          </section>
        )}
      </Show>
      <section class="crm-section crm-fields">
        <FormField label={text('people.note')}>{(input) => <LongInput input={input} value={note()} onInput={setNote} maxLength={500} />}</FormField>
      </section>
      <Show when={problem()}>
        <div class="alert alert-danger py-2" role="alert">
          {problem()}
        </div>
      </Show>
      <div>
        <Button look="danger" isBusy={isBusy()} disabled={!belongings.latest || (isOff() && belongings.latest.length === 0)} onClick={() => void run()}>
          {text(isOff() ? 'people.handOver' : 'people.leaveNow')}
        </Button>
      </div>
    </Show>
  )
}
