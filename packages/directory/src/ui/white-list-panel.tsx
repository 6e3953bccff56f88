import { issuesOf } from '@crm/platform'
import { createLive, FailureMessage, failureOf, failureText, formatDay, formatMoment, issueText, onChanged, RightButton, useText } from '@crm/platform/ui'
import { Skeleton, toast } from '@crm/widgets/ui'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { plainAccount } from '../identifiers.ts'
import { messages } from '../messages/index.ts'
import { whiteListMessages } from '../messages/white-list.ts'
import { rights } from '../rights.ts'
import { type PartyCheck, statusOf } from '../white-list.ts'
import { api } from './api.ts'

/** What the register of VAT payers last said of a party: its status, and which of its accounts are in the list. */
export function WhiteListPanel(props: { readonly id: number; readonly nip: string | null; readonly accounts: readonly string[] }) {
  const text = useText(whiteListMessages)
  const [isBusy, setBusy] = createSignal(false)
  const last = createLive(
    () => props.id,
    async (id) => ({ check: await api.whiteList.last.fetch({ id }) }),
  )
  onChanged(
    () => `directory.party:${props.id}`,
    () => void last.refetch(),
  )
  const ask = async () => {
    setBusy(true)
    try {
      await api.whiteList.check.run({ id: props.id })
      toast({ text: text('checked') })
    } catch (error) {
      const failure = failureOf(error)
      const [issue] = issuesOf(failure)
      toast({ text: issue ? issueText(issue, messages) : failureText(failure), look: 'danger' })
    }
    await last.refetch()
    setBusy(false)
  }
  return (
    <section class="crm-section" aria-label={text('title')} data-white-list>
      <div class="d-flex flex-wrap align-items-center gap-2">
        <h2 class="mb-0">{text('title')}</h2>
        <Show when={props.nip}>
          <RightButton class="ms-auto" right={rights.party.whiteList} isBusy={isBusy()} onClick={() => void ask()}>
            {text('check')}
          </RightButton>
        </Show>
      </div>
      <Show when={props.nip} fallback={<p class="crm-quiet mb-0">{text('noNipHere')}</p>}>
        <Switch fallback={<Skeleton lines={2} label={text('loading')} />}>
          <Match when={last.error()}>
            <FailureMessage error={last.error()} again={() => void last.refetch()} />
          </Match>
          <Match when={last.value()}>
            {(known) => (
              <Show when={known().check} fallback={<p class="crm-quiet mb-0">{text('never')}</p>}>
                {(check) => <Checked check={check()} accounts={props.accounts} />}
              </Show>
            )}
          </Match>
        </Switch>
      </Show>
    </section>
  )
}

const looks = { active: 'text-bg-success', exempt: 'text-bg-warning', unregistered: 'text-bg-danger', absent: 'text-bg-danger' } as const

function Checked(props: { readonly check: PartyCheck; readonly accounts: readonly string[] }) {
  const text = useText(whiteListMessages)
  const listed = () => props.check.taxpayer?.accounts ?? []
  const isListed = (account: string) => listed().includes(plainAccount(account))
  const own = () => new Set(props.accounts.map(plainAccount))
  const others = () => listed().filter((account) => !own().has(account)).length
  return (
    <>
      <p class="mb-1">
        {text('status')}: <span class={`badge ${looks[statusOf(props.check)]}`}>{text(`statuses.${statusOf(props.check)}`)}</span>
      </p>
      <p class="crm-quiet mb-1">
        {text('asked', { day: formatDay(props.check.day), by: props.check.by ?? text('night'), at: formatMoment(props.check.askedAt) })} · {text('request')}:{' '}
        <code>{props.check.requestId}</code>
      </p>
      <Show when={props.accounts.length > 0}>
        <ul class="list-unstyled mb-1" aria-label={text('accounts')}>
          <For each={props.accounts}>
            {(account) => (
              <li>
                <code>{account}</code>{' '}
                <span class="badge" classList={{ 'text-bg-success': isListed(account), 'text-bg-danger': !isListed(account) }}>
                  {isListed(account) ? text('onList') : text('offList')}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={others() > 0}>
        <p class="crm-quiet mb-0">{text('more', { count: others() })}</p>
      </Show>
      <Show when={props.check.taxpayer?.hasVirtualAccounts}>
        <p class="crm-quiet mb-0">{text('virtual')}</p>
      </Show>
    </>
  )
}
