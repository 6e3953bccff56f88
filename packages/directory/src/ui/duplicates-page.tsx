import { createLive, FailureMessage, failureOf, failureText, onChanged, useText } from '@crm/platform/ui'
import { Button, Message, PageHead, Skeleton, toast } from '@crm/widgets/ui'
import { A, useNavigate } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'
import type { SuspectedPair, SuspectedParty } from '../merge-wire.ts'
import { mergeMessages } from '../messages/merge.ts'
import { messages } from '../messages/index.ts'
import { api } from './api.ts'

/** Parties that were probably entered twice. */
export default function DuplicatesPage() {
  const text = useText(mergeMessages)
  const title = useText(messages)
  const navigate = useNavigate()
  const pairs = createLive(
    () => null,
    () => api.merge.suspects.fetch(),
  )
  onChanged(
    () => 'directory.party:',
    () => void pairs.refetch(),
  )
  const apart = async ({ one, other }: SuspectedPair) => {
    try {
      await api.merge.apart.run({ one: one.id, other: other.id })
      toast({ text: text('apartDone') })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await pairs.refetch()
  }
  return (
    <>
      <PageHead title={title('duplicatesTitle')} />
      <Switch fallback={<Skeleton lines={6} label={text('loading')} />}>
        <Match when={pairs.error()}>
          <FailureMessage error={pairs.error()} again={() => void pairs.refetch()} />
        </Match>
        <Match when={pairs.value()}>
          {(known) => (
            <Show when={known().length > 0} fallback={<Message title={text('none')} body={text('noneWhy')} />}>
              <p class="crm-quiet">{text('lead')}</p>
              <ul class="list-unstyled" aria-label={title('duplicatesTitle')}>
                <For each={known()}>
                  {(pair) => (
                    <li class="crm-section py-2 mb-1 d-flex flex-wrap align-items-center gap-3" data-pair={`${pair.one.id}-${pair.other.id}`}>
                      <span class="badge text-bg-warning">{text(`because.${pair.because}`)}</span>
                      <Suspected party={pair.one} />
                      <Suspected party={pair.other} />
                      <span class="ms-auto d-flex gap-2">
                        <Button onClick={() => void apart(pair)}>{text('apart')}</Button>
                        <Button look="primary" onClick={() => navigate(`/directory/parties/merge?keep=${pair.one.id}&drop=${pair.other.id}`)}>
                          {text('compare')}
                        </Button>
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Match>
      </Switch>
    </>
  )
}

function Suspected(props: { readonly party: SuspectedParty }) {
  return (
    <span>
      <A href={`/directory/parties/${props.party.id}`}>{props.party.name}</A>
      <small class="d-block crm-quiet">{[props.party.nip, props.party.city].filter(Boolean).join(' · ')}</small>
    </span>
  )
}
