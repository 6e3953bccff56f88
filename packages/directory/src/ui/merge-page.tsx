import { createLive, FailureMessage, failureOf, failureText, issueText, useText } from '@crm/platform/ui'
import { issuesOf } from '@crm/platform'
import { type View, WithAdded } from '@crm/register/ui'
import { Button, PageHead, Skeleton, toast } from '@crm/widgets/ui'
import { useNavigate, useSearchParams } from '@solidjs/router'
import { createSignal, Match, Show, Switch } from 'solid-js'
import type { Choice, Comparison } from '../merge-wire.ts'
import { mergeMessages } from '../messages/merge.ts'
import { messages } from '../messages/index.ts'
import { api } from './api.ts'
import { usualTake } from '../merge-take.ts'
import { MergeFields } from './merge-fields.tsx'
import { MergeSides } from './merge-sides.tsx'
import { partyView } from './party-view.tsx'

/** Two parties side by side: which stays, whose values count, what moves. Its address opens the same comparison. */
export default () => <WithAdded view={partyView}>{(view) => <MergePage view={view} />}</WithAdded>

function MergePage(props: { readonly view: View }) {
  const text = useText(mergeMessages)
  const title = useText(messages)
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams<{ keep?: string; drop?: string }>()
  const [take, setTake] = createSignal<Readonly<Record<string, Choice>>>({})
  const [isBusy, setBusy] = createSignal(false)
  const compared = createLive(
    () => ({ keep: Number(search.keep), drop: Number(search.drop) }),
    async (pair) => {
      const found = await api.merge.compare.fetch(pair)
      setTake(usualTake(props.view.register, found))
      return found
    },
  )
  const swap = () => setSearch({ keep: search.drop, drop: search.keep }, { replace: true })
  const merge = async ({ keep, drop }: Comparison) => {
    setBusy(true)
    try {
      const { id, movedCount } = await api.merge.merge.run({
        keep: { id: keep.row.id, version: keep.row.version },
        drop: { id: drop.row.id, version: drop.row.version },
        take: take(),
      })
      toast({ text: text('done', { count: movedCount }) })
      navigate(`/directory/parties/${id}`, { replace: true })
    } catch (error) {
      const failure = failureOf(error)
      const [issue] = issuesOf(failure)
      toast({ text: failure.code === 'stale' ? text('stale') : issue ? issueText(issue, messages) : failureText(failure), look: 'danger' })
      await compared.refetch()
    }
    setBusy(false)
  }
  return (
    <>
      <PageHead title={title('mergeTitle')} actions={<Button onClick={swap}>{text('swap')}</Button>} />
      <Switch fallback={<Skeleton lines={10} label={text('loading')} />}>
        <Match when={compared.error()}>
          <FailureMessage error={compared.error()} again={() => void compared.refetch()} />
        </Match>
        <Match when={compared.value()}>
          {(known) => (
            <>
              <MergeSides comparison={known()} />
              <MergeFields view={props.view} comparison={known()} take={take()} onTake={setTake} />
              <div class="alert alert-warning" role="note">
                {text('warning')}
              </div>
              <div class="d-flex justify-content-end gap-2">
                <Button onClick={() => navigate(-1)}>{text('cancel')}</Button>
                <Show when={known().keep.row.id !== known().drop.row.id}>
                  <Button look="danger" isBusy={isBusy()} onClick={() => void merge(known())}>
                    {text('merge')}
                  </Button>
                </Show>
              </div>
            </>
          )}
        </Match>
      </Switch>
    </>
  )
}
