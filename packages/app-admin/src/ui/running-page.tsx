import type { ConnectionLine, FailedJob, JobsAnswer } from '@crm/platform'
import { createLive, FailureMessage, failureOf, failureText, formatMoment, language, RightButton, useText } from '@crm/platform/ui'
import { PageHead, Skeleton, toast } from '@crm/widgets/ui'
import { For, Match, onCleanup, Show, Switch } from 'solid-js'
import { messages } from '../messages/index.ts'
import { rights } from '../rights.ts'
import { api } from './api.ts'

const lookMs = 5_000
const looks = { ok: 'text-bg-success', off: 'text-bg-secondary', idle: 'text-bg-secondary', trouble: 'text-bg-danger' } as const

/** How the system itself does: what it talks to, and what its workers do. */
export default function RunningPage() {
  const text = useText(messages)
  const both = createLive(
    () => null,
    () => Promise.all([api.running.connections.fetch({}), api.running.jobs.fetch({})]),
  )
  const timer = setInterval(() => void both.refetch(), lookMs)
  onCleanup(() => clearInterval(timer))
  const retry = async ({ name, id }: FailedJob): Promise<void> => {
    try {
      await api.running.retry.run({ name, id })
      toast({ text: text('running.retried') })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await both.refetch()
  }
  return (
    <>
      <PageHead title={text('running.title')} />
      <Switch fallback={<Skeleton lines={10} label={text('running.title')} />}>
        <Match when={both.error()}>
          <FailureMessage error={both.error()} again={() => void both.refetch()} />
        </Match>
        <Match when={both.value()}>
          {(known) => (
            <>
              <Connections all={known()[0]} />
              <Jobs jobs={known()[1]} />
              <Failed jobs={known()[1].failed} onRetry={(job) => void retry(job)} />
            </>
          )}
        </Match>
      </Switch>
    </>
  )
}

function Connections(props: { readonly all: readonly ConnectionLine[] }) {
  const text = useText(messages)
  const whenOf = ({ state, at }: ConnectionLine) => (at === null ? '' : text(state === 'trouble' ? 'running.since' : 'running.last', { at: formatMoment(at) }))
  return (
    <section class="crm-section">
      <h2>{text('running.connections')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and has no control in it can be reached by keys only so (axe: scrollable-region-focusable) */}
      <div class="table-responsive" role="region" aria-label={text('running.connections')} tabIndex={0}>
        <table class="table table-sm align-middle mb-0">
          <tbody>
            <For each={props.all}>
              {(one) => (
                <tr data-connection={one.id}>
                  <th scope="row">{one[language()]}</th>
                  <td>
                    <span class={`badge ${looks[one.state]}`}>{text(`running.states.${one.state}`)}</span>
                  </td>
                  <td class="crm-quiet">{whenOf(one)}</td>
                  <td class="crm-quiet">{one.detail}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </section>
  )
}

const counts = ['waiting', 'active', 'failed'] as const

function Jobs(props: { readonly jobs: JobsAnswer }) {
  const text = useText(messages)
  return (
    <section class="crm-section">
      <h2>{text('running.jobs')}</h2>
      <Show when={!props.jobs.isThere}>
        <div class="alert alert-danger py-2" role="alert">
          {text('running.notThere')}
        </div>
      </Show>
      <Show when={props.jobs.waiting.count > 0}>
        <p>
          {text('running.waiting', { count: props.jobs.waiting.count })}{' '}
          <span class="crm-quiet">{text('running.since', { at: formatMoment(props.jobs.waiting.since ?? '') })}</span>
        </p>
      </Show>
      <Show when={props.jobs.queues.length > 0} fallback={<p class="crm-quiet mb-0">{props.jobs.isThere ? text('running.none') : ''}</p>}>
        <div class="table-responsive">
          <table class="table table-sm align-middle mb-0">
            <thead>
              <tr>
                <th scope="col">{text('running.queue')}</th>
                <For each={counts}>
                  {(count) => (
                    <th scope="col" class="text-end">
                      {text(`running.counts.${count}`)}
                    </th>
                  )}
                </For>
                <th scope="col" class="ps-4">
                  {text('running.doneAt')}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={props.jobs.queues}>
                {(queue) => (
                  <tr data-queue={queue.name}>
                    <td>
                      <span title={queue.name}>{queue[language()]}</span>
                    </td>
                    <For each={counts}>{(count) => <td class="text-end">{queue[count]}</td>}</For>
                    <td class="ps-4">{queue.doneAt === null ? '' : formatMoment(queue.doneAt)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  )
}

function Failed(props: { readonly jobs: readonly FailedJob[]; readonly onRetry: (job: FailedJob) => void }) {
  const text = useText(messages)
  return (
    <section class="crm-section">
      <h2>{text('running.failed')}</h2>
      <Show when={props.jobs.length > 0} fallback={<p class="crm-quiet mb-0">{text('running.nothingFailed')}</p>}>
        <div class="table-responsive">
          <table class="table table-sm align-middle mb-0">
            <thead>
              <tr>
                <For each={['queue', 'failedAt', 'attempts', 'reason', 'actions'] as const}>{(column) => <th scope="col">{text(`running.${column}`)}</th>}</For>
              </tr>
            </thead>
            <tbody>
              <For each={props.jobs}>
                {(job) => (
                  <tr data-job={job.id}>
                    <td>
                      <span title={job.name}>{job[language()]}</span>
                    </td>
                    <td>{formatMoment(job.failedAt)}</td>
                    <td>{job.attempts}</td>
                    <td class="text-break">{job.reason}</td>
                    <td>
                      <RightButton right={rights.running.retry} icon="restore" onClick={() => props.onRetry(job)}>
                        {text('running.retry')}
                      </RightButton>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </section>
  )
}
