import type { Person, PersonValues } from '@crm/directory'
import { issuesOf } from '@crm/platform'
import { createLive, failureOf, FailureMessage, failureText, issueText, onChanged, RightButton, useCan, useMe, useText } from '@crm/platform/ui'
import { Button, Dialog, FormField, LongInput, PageHead, Skeleton, toast } from '@crm/widgets/ui'
import { A, useNavigate, useParams } from '@solidjs/router'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { rights } from '../../rights.ts'
import { api } from '../api.ts'
import { FactorDemand } from './factor-demand.tsx'
import { PersonForm } from './person-form.tsx'
import { ResetPassword } from './reset-password.tsx'

type Act = 'block' | 'unblock' | 'erase'

/** One person: who they are, where they stand, and their account. */
export default function PersonPage() {
  const text = useText(messages)
  const can = useCan()
  const me = useMe()
  const navigate = useNavigate()
  const params = useParams<{ id: string }>()
  const id = () => Number(params.id)
  const [act, setAct] = createSignal<Act | null>(null)
  const person = createLive(id, (one) => api.people.get.fetch({ id: one }))
  onChanged(
    () => `platform.user:${id()}`,
    () => void person.refetch(),
  )
  const save = async (values: PersonValues) => {
    await api.people.update.run({ id: id(), values })
    toast({ text: text('people.saved') })
  }
  return (
    <Switch fallback={<Skeleton lines={8} label={text('people.one')} />}>
      <Match when={person.error()}>
        <FailureMessage error={person.error()} again={() => void person.refetch()} />
      </Match>
      <Match when={person.value()}>
        {(one) => (
          <>
            <PageHead
              title={one().name}
              aside={<span class={`badge ${one().isActive ? 'text-bg-success' : 'text-bg-secondary'}`}>{text(one().isActive ? 'people.active' : 'people.inactive')}</span>}
              actions={
                <Show when={one().id !== me().id}>
                  <Show when={one().isActive}>
                    <ResetPassword person={one()} />
                  </Show>
                  <RightButton right={rights.people.block} look={one().isActive ? 'danger' : 'secondary'} onClick={() => setAct(one().isActive ? 'block' : 'unblock')}>
                    {text(one().isActive ? 'people.block' : 'people.unblock')}
                  </RightButton>
                  <RightButton right={rights.people.release} onClick={() => navigate(`/admin/people/${one().id}/leave`)}>
                    {text(one().isActive ? 'people.leave' : 'people.leaveRest')}
                  </RightButton>
                  <Show when={!one().isActive}>
                    <RightButton right={rights.people.erase} look="danger" icon="trash" onClick={() => setAct('erase')}>
                      {text('people.erase')}
                    </RightButton>
                  </Show>
                </Show>
              }
            />
            <PersonForm
              values={plainOf(one())}
              supervisorName={one().supervisorName}
              submit={text('people.save')}
              isReadOnly={!can(rights.people.edit)}
              onCancel={() => navigate('/admin/people')}
              onSave={save}
            >
              <Show when={can(rights.people.demandFactor) && one().isActive}>
                <FactorDemand userId={one().id} />
              </Show>
              <section class="crm-section">
                <h2>{text('people.people')}</h2>
                <For each={one().people} fallback={<p class="crm-quiet mb-0">{text('people.nobody')}</p>}>
                  {(under) => (
                    <A class="d-block py-1" href={`/admin/people/${under.id}`}>
                      {under.name}
                    </A>
                  )}
                </For>
              </section>
            </PersonForm>
            <Show when={act()}>{(what) => <ActDialog act={what()} id={id()} onDone={() => void person.refetch()} onClose={() => setAct(null)} />}</Show>
          </>
        )}
      </Match>
    </Switch>
  )
}

function ActDialog(props: { readonly act: Act; readonly id: number; readonly onDone: () => void; readonly onClose: () => void }) {
  const text = useText(messages)
  const [note, setNote] = createSignal('')
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const words = () =>
    ({
      block: { title: text('people.block'), why: text('people.blockWhy'), done: text('people.blocked') },
      unblock: { title: text('people.unblock'), why: '', done: text('people.unblocked') },
      erase: { title: text('people.erase'), why: text('people.eraseWhy'), done: text('people.erased') },
    })[props.act]
  const run = async () => {
    setBusy(true)
    try {
      if (props.act === 'erase') await api.people.erase.run({ id: props.id })
      else await api.people[props.act].run({ id: props.id, note: note() || undefined })
      toast({ text: words().done })
      props.onDone()
      props.onClose()
    } catch (error) {
      const failure = failureOf(error)
      const [issue] = issuesOf(failure)
      setProblem(issue ? issueText(issue, messages) : failureText(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={words().title}
      closeLabel={text('people.close')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{text('people.cancel')}</Button>
          <Button look={props.act === 'unblock' ? 'primary' : 'danger'} isBusy={isBusy()} onClick={() => void run()}>
            {words().title}
          </Button>
        </>
      }
    >
      <p>{words().why}</p>
      <Show when={props.act !== 'erase'}>
        <FormField label={text('people.note')}>{(input) => <LongInput input={input} value={note()} onInput={setNote} maxLength={500} />}</FormField>
      </Show>
      <Show when={problem()}>
        <div class="alert alert-danger py-2 mb-0" role="alert">
          {problem()}
        </div>
      </Show>
    </Dialog>
  )
}

const plainOf = ({ login, name, email, phone, departmentId, positionId, supervisorId, activeFrom, activeTo }: Person) => ({
  login,
  name,
  email,
  phone,
  departmentId,
  positionId,
  supervisorId,
  activeFrom,
  activeTo,
})
