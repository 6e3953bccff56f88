import { Button, Dialog, FormField, Select } from '@crm/widgets/ui'
import { createResource, createSignal, For, Show, untrack } from 'solid-js'
import type { Audience, SavedView, ShareViewInput } from '../../index.ts'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'

/** Who sees a saved view. */
export function ShareView(props: { readonly view: View; readonly saved: SavedView; readonly onClose: () => void; readonly onShare: (share: ShareViewInput) => void }) {
  const text = useOwnText()
  const saved = untrack(() => props.saved)
  const [audience, setAudience] = createSignal<Audience>(saved.audience)
  const [groupId, setGroupId] = createSignal(saved.groupId)
  const [groups] = createResource((): Promise<readonly { id: number; name: string }[]> => props.view.api.views.groups.fetch().catch(() => []))
  return (
    <Dialog
      title={`${text('views.share')}: ${saved.name}`}
      closeLabel={text('close')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{text('cancel')}</Button>
          <Button look="primary" disabled={audience() === 'group' && groupId() === null} onClick={() => props.onShare({ id: saved.id, audience: audience(), groupId: groupId() })}>
            {text('save')}
          </Button>
        </>
      }
    >
      <fieldset class="d-grid gap-2">
        <legend class="form-label">{text('views.audience')}</legend>
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
    </Dialog>
  )
}
