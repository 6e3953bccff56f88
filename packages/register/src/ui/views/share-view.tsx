import { type LevelName, levelNames } from '@crm/platform'
import { Button, Checks, Dialog, FormField, Select } from '@crm/widgets/ui'
import { createResource, createSignal, For, Show, untrack } from 'solid-js'
import type { Audience, SavedView, ShareViewInput } from '../../index.ts'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'

interface ShareViewProps {
  readonly view: View
  readonly saved: SavedView
  /** All that the sharer sees: which of them a level's list begins with now. */
  readonly views: readonly SavedView[]
  readonly onClose: () => void
  readonly onShare: (share: ShareViewInput) => void
}

/** Who sees a saved view, and whose list begins with it. */
export function ShareView(props: ShareViewProps) {
  const text = useOwnText()
  const saved = untrack(() => props.saved)
  const [audience, setAudience] = createSignal<Audience>(saved.audience)
  const [groupId, setGroupId] = createSignal(saved.groupId)
  const [firstFor, setFirstFor] = createSignal<readonly LevelName[]>(saved.firstFor)
  const firstNow = (level: LevelName) => props.views.find((one) => one.id !== saved.id && one.firstFor.includes(level))
  const [groups] = createResource((): Promise<readonly { id: number; name: string }[]> => props.view.api.views.groups.fetch().catch(() => []))
  return (
    <Dialog
      title={`${text('views.share')}: ${saved.name}`}
      closeLabel={text('close')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{text('cancel')}</Button>
          <Button
            look="primary"
            disabled={audience() === 'group' && groupId() === null}
            onClick={() => props.onShare({ id: saved.id, audience: audience(), groupId: groupId(), firstFor: firstFor() })}
          >
            {text('save')}
          </Button>
        </>
      }
    >
      <fieldset class="d-grid gap-2">
        <legend class="form-label fs-6">{text('views.audience')}</legend>
        <For each={['own', 'group', 'all'] as const}>
          {(one) => (
            <label class="form-check m-0">
              <input type="radio" class="form-check-input" name="audience" checked={audience() === one} onChange={() => setAudience(one)} />
              <span class="form-check-label">{text(`views.audiences.${one}`)}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={audience() === 'group'}>
        <FormField name="view-group" label={text('views.group')}>
          {(input) => (
            <Select
              input={input}
              value={String(groupId() ?? '')}
              emptyLabel={text('choose')}
              options={(groups() ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
              onInput={(id) => setGroupId(id === '' ? null : Number(id))}
            />
          )}
        </FormField>
      </Show>
      <Show when={audience() === 'all'}>
        <fieldset class="d-grid gap-2 mt-3">
          <legend class="form-label fs-6">{text('views.firstFor')}</legend>
          <Checks
            options={levelNames.map((level) => ({
              value: level,
              label: text(`views.levels.${level}`),
              hint: firstNow(level) && text('views.firstNow', { name: firstNow(level)?.name ?? '' }),
            }))}
            chosen={firstFor()}
            onInput={setFirstFor}
          />
          <p class="form-text m-0">{text('views.firstForHelp')}</p>
        </fieldset>
      </Show>
    </Dialog>
  )
}
