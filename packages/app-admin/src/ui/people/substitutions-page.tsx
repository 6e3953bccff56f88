import { dayOf } from '@crm/platform'
import type { Substitution } from '@crm/directory'
import { createLive, failureOf, FailureMessage, failureText, formatDay, onChanged, RightButton, useText } from '@crm/platform/ui'
import { PageHead, Skeleton, toast } from '@crm/widgets/ui'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { rights } from '../../rights.ts'
import { api } from '../api.ts'
import { SubstitutionDialog } from './substitution-dialog.tsx'

/** Who acts for whom, and when. */
export default function SubstitutionsPage() {
  const text = useText(messages)
  const [isAdding, setAdding] = createSignal(false)
  const lines = createLive(
    () => null,
    () => api.substitutions.list.fetch(),
  )
  onChanged(
    () => 'platform.substitution:',
    () => void lines.refetch(),
  )
  const end = async (one: Substitution) => {
    try {
      await api.substitutions.end.run({ id: one.id })
      toast({ text: text('substitutions.ended') })
      await lines.refetch()
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
  }
  const when = (one: Substitution): 'now' | 'planned' | 'past' => {
    const today = dayOf(new Date())
    return one.toOn < today ? 'past' : one.fromOn > today ? 'planned' : 'now'
  }
  return (
    <>
      <PageHead
        title={text('substitutions.title')}
        actions={
          <RightButton right={rights.substitutions.edit} look="primary" icon="plus" onClick={() => setAdding(true)}>
            {text('substitutions.create')}
          </RightButton>
        }
      />
      <Switch fallback={<Skeleton lines={5} label={text('substitutions.title')} />}>
        <Match when={lines.error()}>
          <FailureMessage error={lines.error()} again={() => void lines.refetch()} />
        </Match>
        <Match when={lines.value()}>
          {(all) => (
            <Show when={all().length > 0} fallback={<p class="crm-message crm-quiet">{text('substitutions.empty')}</p>}>
              <ul class="list-unstyled crm-rows">
                <For each={all()}>
                  {(one) => (
                    <li>
                      <span class={`badge ${looks[when(one)]}`}>{text(`substitutions.${when(one)}`)}</span>
                      <strong>{one.absent.label}</strong>→ <strong>{one.substitute.label}</strong>
                      <span class="crm-quiet">{one.apps?.join(', ') ?? text('substitutions.everything')}</span>
                      <span class="ms-auto">
                        {formatDay(one.fromOn)} – {formatDay(one.toOn)}
                      </span>
                      <Show when={when(one) !== 'past'}>
                        <RightButton right={rights.substitutions.edit} onClick={() => void end(one)}>
                          {text('substitutions.end')}
                        </RightButton>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Match>
      </Switch>
      <Show when={isAdding()}>
        <SubstitutionDialog
          onClose={() => setAdding(false)}
          onSaved={() => {
            setAdding(false)
            void lines.refetch()
          }}
        />
      </Show>
    </>
  )
}

const looks = { now: 'text-bg-success', planned: 'text-bg-info', past: 'text-bg-secondary' } as const
