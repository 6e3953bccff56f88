import { AskDialog, Message, Skeleton, toast } from '@crm/widgets/ui'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { ReminderLine, ReminderRights, SendingLine } from '../../index.ts'
import type { ReminderProcedures } from '../../server/index.ts'
import type { Api } from '../api.ts'
import { onChanged } from '../changes.ts'
import { FailureMessage } from '../failure-message.tsx'
import { formatDay, formatMoment } from '../format.ts'
import { createLive } from '../live.ts'
import { failureOf } from '../refused.ts'
import { RightButton } from '../right-button.tsx'
import { failureText } from '../text.ts'
import { ReminderCard } from './reminder-card.tsx'
import { ReminderDialog } from './reminder-dialog.tsx'
import { type DayName, useReminderText } from './words.ts'

/** The reminders of a document, and what was sent. */
export function RemindersTab(props: {
  /** `contracts.trade:42` */
  readonly document: string
  readonly documentId: number
  readonly rights: ReminderRights
  readonly api: Api<ReminderProcedures>
  readonly fields: readonly DayName[]
}) {
  const text = useReminderText()
  const answer = createLive(
    () => props.documentId,
    (documentId) => props.api.list.fetch({ documentId }),
  )
  onChanged(
    () => props.document,
    () => void answer.refetch(),
  )
  const [edited, setEdited] = createSignal<ReminderLine | 'new' | null>(null)
  const [removed, setRemoved] = createSignal<ReminderLine | null>(null)
  async function remove(reminder: ReminderLine): Promise<void> {
    setRemoved(null)
    try {
      await props.api.remove.run({ documentId: props.documentId, id: reminder.id, version: reminder.version })
      toast({ text: text('removed') })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await answer.refetch()
  }
  return (
    <>
      <Switch fallback={<Skeleton lines={5} label={text('loading')} />}>
        <Match when={answer.error()}>
          <FailureMessage error={answer.error()} again={() => void answer.refetch()} />
        </Match>
        <Match when={answer.value()}>
          {(known) => (
            <>
              <div class="d-flex align-items-center my-2">
                <h2 class="mb-0">{text('tab')}</h2>
                <RightButton class="ms-auto" right={props.rights.set} look="primary" icon="plus" onClick={() => setEdited('new')}>
                  {text('add')}
                </RightButton>
              </div>
              <Show when={known().reminders.length > 0} fallback={<Message title={text('none')} body={text('noneWhy')} />}>
                <ul class="list-unstyled mb-0" aria-label={text('tab')}>
                  <For each={known().reminders}>
                    {(reminder) => (
                      <ReminderCard
                        {...props}
                        reminder={reminder}
                        names={known().names}
                        onEdit={() => setEdited(reminder)}
                        onRemove={() => setRemoved(reminder)}
                        onAnswered={() => void answer.refetch()}
                      />
                    )}
                  </For>
                </ul>
              </Show>
              <Sendings sendings={known().sendings} />
              <Show when={edited()} keyed>
                {(which) => (
                  <ReminderDialog
                    {...props}
                    answer={known()}
                    reminder={which === 'new' ? null : which}
                    onClose={() => setEdited(null)}
                    onSaved={() => {
                      setEdited(null)
                      void answer.refetch()
                    }}
                  />
                )}
              </Show>
            </>
          )}
        </Match>
      </Switch>
      <Show when={removed()} keyed>
        {(reminder) => (
          <AskDialog
            title={text('removeAsk', { about: reminder.plan.about })}
            closeLabel={text('close')}
            cancelLabel={text('cancel')}
            doLabel={text('remove')}
            onClose={() => setRemoved(null)}
            onDo={() => void remove(reminder)}
          >
            {text('removeWhy')}
          </AskDialog>
        )}
      </Show>
    </>
  )
}

function Sendings(props: { readonly sendings: readonly SendingLine[] }) {
  const text = useReminderText()
  return (
    <section class="crm-section mt-3">
      <h2>{text('sendings')}</h2>
      <ul class="list-unstyled mb-0">
        <For each={props.sendings} fallback={<li class="crm-quiet">{text('noSendings')}</li>}>
          {(line) => (
            <li class="d-flex flex-wrap gap-2 py-1">
              <time dateTime={line.at}>{formatMoment(line.at)}</time>
              <span>{line.about}</span>
              <span class="crm-quiet">{text('forDay', { on: formatDay(line.targetOn) })}</span>
              <Show when={line.isLate}>
                <span class="badge text-bg-warning">{text('late')}</span>
              </Show>
              <Show when={line.isEscalated}>
                <span class="badge text-bg-info">{text('wasEscalated')}</span>
              </Show>
              <span class="ms-auto crm-quiet">{line.told.join(', ') || text('nobody')}</span>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
