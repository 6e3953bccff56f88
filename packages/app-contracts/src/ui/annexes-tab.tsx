import { FailureMessage, failureOf, failureText, RightButton, useText } from '@crm/platform/ui'
import { AskDialog, Message, Skeleton, toast } from '@crm/widgets/ui'
import { createPartFiles, PartFilesDialog } from '@crm/storage/ui'
import type { DocumentPart } from '@crm/storage'
import { createSignal, For, Match, Show, Switch, untrack } from 'solid-js'
import type { Annex } from '../annex.ts'
import { annexMessages } from '../messages/annexes.ts'
import { annexPart } from '../part.ts'
import { AnnexDialog } from './annex-dialog.tsx'
import { AnnexLine } from './annex-line.tsx'
import { type Annexed, createAnnexes } from './annexed.ts'
import { TermsOnDay } from './terms-on-day.tsx'

/** The annexes of a contract and the terms that follow from them on any day. */
export function AnnexesTab(props: Annexed) {
  const text = useText(annexMessages)
  const annexes = createAnnexes(props)
  const [edited, setEdited] = createSignal<Annex | 'new' | null>(null)
  const [removed, setRemoved] = createSignal<Annex | null>(null)
  const [opened, setOpened] = createSignal<DocumentPart | null>(null)
  const ofPart = createPartFiles(
    untrack(() => props.files),
    () => props.row.id,
  )
  const filesIn = (annex: Annex) => ofPart(annexPart(annex)).length
  const remove = async (annex: Annex) => {
    setRemoved(null)
    try {
      await props.api.remove.run({ documentId: props.row.id, id: annex.id, version: annex.version })
      toast({ text: text('removed') })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await annexes.refetch()
  }
  return (
    <>
      <Switch fallback={<Skeleton lines={5} label={text('loading')} />}>
        <Match when={annexes.error()}>
          <FailureMessage error={annexes.error()} again={() => void annexes.refetch()} />
        </Match>
        <Match when={annexes.value()}>
          {(known) => (
            <>
              <section class="crm-section">
                <div class="d-flex align-items-center mb-2">
                  <h2 class="mb-0">{text('tab')}</h2>
                  <Show when={props.row.shelf === 'current'}>
                    <RightButton class="ms-auto" right={props.rights.add} look="primary" icon="plus" onClick={() => setEdited('new')}>
                      {text('add')}
                    </RightButton>
                  </Show>
                </div>
                <Show when={known().length > 0} fallback={<Message title={text('none')} body={text('noneWhy')} />}>
                  <ul class="list-unstyled mb-0" aria-label={text('tab')}>
                    <For each={known()}>
                      {(annex) => (
                        <AnnexLine
                          {...props}
                          annex={annex}
                          fileCount={filesIn(annex)}
                          onFiles={() => setOpened(annexPart(annex))}
                          onEdit={() => setEdited(annex)}
                          onRemove={() => setRemoved(annex)}
                        />
                      )}
                    </For>
                  </ul>
                </Show>
              </section>
              <TermsOnDay view={props.view} row={props.row} annexes={known()} />
            </>
          )}
        </Match>
      </Switch>
      <Show when={opened()} keyed>
        {(part) => <PartFilesDialog files={props.files} documentId={props.row.id} part={part} onClose={() => setOpened(null)} />}
      </Show>
      <Show when={edited()} keyed>
        {(which) => (
          <AnnexDialog
            {...props}
            annexes={annexes.value() ?? []}
            annex={which === 'new' ? null : which}
            onClose={() => setEdited(null)}
            onSaved={() => {
              setEdited(null)
              void annexes.refetch()
            }}
          />
        )}
      </Show>
      <Show when={removed()} keyed>
        {(annex) => (
          <AskDialog
            title={text('removeAsk', { number: annex.number })}
            closeLabel={text('close')}
            cancelLabel={text('cancel')}
            doLabel={text('remove')}
            onClose={() => setRemoved(null)}
            onDo={() => void remove(annex)}
          >
            {`${text('removeWhy')}${filesIn(annex) > 0 ? ` ${text('filesStay', { count: filesIn(annex) })}` : ''}`}
          </AskDialog>
        )}
      </Show>
    </>
  )
}
