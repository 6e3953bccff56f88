import { type AccessRequest, type Decision, isDay } from '@crm/platform'
import { createLive, DayField, FailureMessage, failureOf, failureText, formatMoment, language, onChanged, platformApi, platformMessages, useText } from '@crm/platform/ui'
import { Button, FormField, PageHead, Skeleton, toast } from '@crm/widgets/ui'
import { createSignal, For, Match, Show, Switch } from 'solid-js'

/** Who asks for what: until today, until a day, or no. */
export default function RequestsPage() {
  const text = useText(platformMessages)
  const requests = createLive(
    () => language(),
    (wanted) => platformApi.requests.list.fetch({ language: wanted }),
  )
  onChanged(
    () => 'platform.requests',
    () => void requests.refetch(),
  )
  const decide = async (decision: Decision) => {
    try {
      await platformApi.requests.decide.run(decision)
      toast({ text: text('requests.done') })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await requests.refetch()
  }
  return (
    <>
      <PageHead title={text('requests.title')} />
      <Switch fallback={<Skeleton lines={5} label={text('requests.title')} />}>
        <Match when={requests.error()}>
          <FailureMessage error={requests.error()} again={() => void requests.refetch()} />
        </Match>
        <Match when={requests.value()}>
          {(known) => (
            <ul class="list-unstyled" aria-label={text('requests.title')}>
              <For each={known()} fallback={<li class="crm-quiet">{text('requests.empty')}</li>}>
                {(request) => <Line request={request} decide={(decision) => void decide(decision)} />}
              </For>
            </ul>
          )}
        </Match>
      </Switch>
    </>
  )
}

function Line(props: { readonly request: AccessRequest; readonly decide: (decision: Decision) => void }) {
  const text = useText(platformMessages)
  const [day, setDay] = createSignal('')
  const id = () => props.request.id
  return (
    <li class="crm-section mb-2 py-2" data-request={id()}>
      <div class="d-flex flex-wrap align-items-center gap-2">
        <strong>{props.request.name}</strong>
        <span>{props.request.rightName}</span>
        <Show when={props.request.document}>{(document) => <code>{document()}</code>}</Show>
        <time class="ms-auto crm-quiet" dateTime={props.request.askedAt}>
          {formatMoment(props.request.askedAt)}
        </time>
      </div>
      <div class="crm-quiet mb-2">{props.request.reason}</div>
      <Show
        when={props.request.decision === null}
        fallback={
          <small class="crm-quiet">
            {text(`requests.decided.${props.request.decision ?? 'no'}`, { at: props.request.untilAt ? formatMoment(props.request.untilAt) : '' })} ·{' '}
            {text('requests.by', { name: props.request.decidedBy ?? '' })}
          </small>
        }
      >
        <div class="d-flex flex-wrap align-items-end gap-2">
          <Button look="primary" onClick={() => props.decide({ id: id(), decision: 'once' })}>
            {text('requests.once')}
          </Button>
          <FormField label={text('requests.until')}>{(input) => <DayField input={input} value={day()} onInput={setDay} />}</FormField>
          <Button disabled={!isDay(day())} onClick={() => props.decide({ id: id(), decision: 'until', day: day() })}>
            {text('requests.until')}
          </Button>
          <Button look="danger" onClick={() => props.decide({ id: id(), decision: 'no' })}>
            {text('requests.no')}
          </Button>
        </div>
      </Show>
    </li>
  )
}
