import { type Api, createLive, FailureMessage, failureOf, failureText, formatMoment, onChanged, RightButton, useText } from '@crm/platform/ui'
import { Message, Skeleton } from '@crm/widgets/ui'
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { IntakeLine, LetterLine, ScanRights } from '../index.ts'
import { messages } from '../messages/index.ts'
import type { IntakeProcedures } from '../server/index.ts'

/** The folder and the mailbox from which scans come by themselves: how they are, and which letters came. */
export function IntakesTab(props: { readonly kind: string; readonly rights: ScanRights; readonly api: Api<IntakeProcedures> }) {
  const text = useText(messages)
  const known = createLive(
    () => '',
    async () => ({ sources: await props.api.list.fetch(), letters: await props.api.letters.fetch() }),
  )
  onChanged(
    () => `${props.kind}:`,
    () => void known.refetch(),
  )
  return (
    <Show when={!known.error()} fallback={<FailureMessage error={known.error()} again={() => void known.refetch()} />}>
      <Show when={known.value()} fallback={<Skeleton lines={6} label={text('loading')} />}>
        {(now) => (
          <>
            <For each={now().sources}>
              {(source) => (
                <Source source={source}>
                  <Show when={source.source === 'mail' && source.isSet}>
                    <TryButton rights={props.rights} api={props.api} onDone={() => void known.refetch()} />
                  </Show>
                </Source>
              )}
            </For>
            <Show when={now().sources.some(({ source, isSet }) => source === 'mail' && isSet)}>
              <h2 class="h6 mt-3">{text('intake.letters')}</h2>
              <Show when={now().letters.length > 0} fallback={<Message title={text('intake.lettersEmpty')} />}>
                <Letters letters={now().letters} />
              </Show>
            </Show>
          </>
        )}
      </Show>
    </Show>
  )
}

function Source(props: { readonly source: IntakeLine; readonly children: JSX.Element }) {
  const text = useText(messages)
  const is = () => props.source
  return (
    <section class="crm-section mb-2" data-source={is().source}>
      <div class="d-flex flex-wrap align-items-center gap-2">
        <strong class="fw-semibold">{text(`intake.sources.${is().source}`)}</strong>
        <Show when={is().isSet && is().lookedAt}>
          <span class="badge" classList={{ 'text-bg-success': is().failure === null, 'text-bg-warning': is().failure !== null }}>
            {text(is().failure === null ? 'intake.works' : 'intake.stands')}
          </span>
        </Show>
        <span class="ms-auto">{props.children}</span>
      </div>
      <Show when={is().isSet} fallback={<p class="crm-quiet mb-0">{text(`intake.notSet.${is().source}`)}</p>}>
        <Show when={is().failure}>{(failure) => <p class="mb-0">{text(`intake.stopped.${is().source}`, { reason: text(`intake.reasons.${failure()}`) })}</p>}</Show>
        <p class="crm-quiet mb-0">
          {is().lookedAt ? text('intake.lookedAt', { at: formatMoment(is().lookedAt ?? '') }) : text('intake.neverLooked')}{' '}
          <Show when={is().nextAt}>{(at) => text('intake.nextAt', { at: formatMoment(at()) })}</Show>
        </p>
      </Show>
    </section>
  )
}

function TryButton(props: { readonly rights: ScanRights; readonly api: Api<IntakeProcedures>; readonly onDone: () => void }) {
  const text = useText(messages)
  const [isTrying, setTrying] = createSignal(false)
  const [said, setSaid] = createSignal<{ readonly text: string; readonly isGood: boolean } | null>(null)
  const run = async () => {
    setTrying(true)
    try {
      const { failure, waiting } = await props.api.try.run()
      setSaid(
        failure === null
          ? { text: text('intake.tryWorks', { count: waiting }), isGood: true }
          : { text: text('intake.tryFailed', { reason: text(`intake.reasons.${failure}`) }), isGood: false },
      )
    } catch (error) {
      setSaid({ text: failureText(failureOf(error)), isGood: false })
    }
    setTrying(false)
    props.onDone()
  }
  return (
    <span class="d-inline-flex flex-wrap align-items-center gap-2">
      <span role="status" classList={{ 'text-success': said()?.isGood, 'text-danger': said()?.isGood === false }}>
        {said()?.text}
      </span>
      <RightButton right={props.rights.sources} disabled={isTrying()} onClick={() => void run()}>
        {text(isTrying() ? 'intake.trying' : 'intake.try')}
      </RightButton>
    </span>
  )
}

function Letters(props: { readonly letters: readonly LetterLine[] }) {
  const text = useText(messages)
  return (
    <div class="table-responsive">
      <table class="table table-sm crm-plain">
        <thead>
          <tr>
            <th scope="col">{text('at')}</th>
            <th scope="col">{text('intake.sender')}</th>
            <th scope="col">{text('intake.subject')}</th>
            <th scope="col">{text('intake.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.letters}>
            {(letter) => (
              <tr data-letter={letter.reason ?? 'taken'}>
                <td>{formatMoment(letter.at)}</td>
                <td>{letter.sender}</td>
                <td>{letter.subject}</td>
                <td>{letter.reason === null ? text('intake.filesTaken', { count: letter.fileCount }) : text(`intake.letterReasons.${letter.reason}`)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
