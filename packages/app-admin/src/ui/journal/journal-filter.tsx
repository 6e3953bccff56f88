import { isDay, outcomes } from '@crm/platform'
import { DayField, useText } from '@crm/platform/ui'
import { Button, FormField, Select, Suggest, TextInput } from '@crm/widgets/ui'
import { createResource, createSignal, For, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { api } from '../api.ts'
import type { Address } from './journal-question.ts'

const always = ['from', 'to'] as const
const texts = ['right', 'ip', 'session', 'requestId', 'text'] as const
const labels = { right: 'rights', ip: 'ip', session: 'session', requestId: 'requestId', text: 'text' } as const

/** A condition for every column; the rare ones open on demand. */
export function JournalFilter(props: { readonly address: Address; readonly actions: readonly { id: string; name: string }[]; readonly onChange: (changed: Address) => void }) {
  const text = useText(messages)
  const isRareUsed = () => [...texts, 'affectedUserId', 'affectedGroupId', 'document'].some((name) => props.address[name as keyof Address])
  const [isWide, setWide] = createSignal(isRareUsed())
  const [groups] = createResource(
    () => isWide(),
    () => api.journal.groups.fetch().catch(() => []),
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (changed: Address) => {
    clearTimeout(timer)
    timer = setTimeout(() => props.onChange(changed), 300)
  }
  const isAny = () => Object.entries(props.address).some(([name, value]) => name !== 'entry' && value)
  return (
    <section class="crm-section crm-conditions" aria-label={text('journal.title')}>
      <For each={always}>
        {(name) => (
          <FormField label={text(`journal.fields.${name}`)}>
            {(input) => (
              <DayField input={input} value={props.address[name] ?? ''} onInput={(value) => (value === '' || isDay(value)) && props.onChange({ [name]: value || undefined })} />
            )}
          </FormField>
        )}
      </For>
      <FormField label={text('journal.fields.action')}>
        {(input) => <TextInput input={input} value={props.address.action ?? ''} onInput={(value) => later({ action: value || undefined })} maxLength={100} list="actions" />}
      </FormField>
      <datalist id="actions">
        <For each={props.actions}>{(one) => <option value={one.id}>{one.name}</option>}</For>
      </datalist>
      <PersonCondition id="actorId" label={text('journal.fields.actor')} address={props.address} onChange={props.onChange} />
      <FormField label={text('journal.fields.outcome')}>
        {(input) => (
          <Select
            input={input}
            value={props.address.outcome ?? ''}
            emptyLabel={text('journal.any')}
            options={outcomes.map((value) => ({ value, label: text(`journal.outcomes.${value}`) }))}
            onInput={(value) => props.onChange({ outcome: value || undefined })}
          />
        )}
      </FormField>
      <Show when={isWide()}>
        <PersonCondition id="affectedUserId" label={text('journal.fields.affectedUser')} address={props.address} onChange={props.onChange} />
        <FormField label={text('journal.fields.affectedGroup')}>
          {(input) => (
            <Select
              input={input}
              value={props.address.affectedGroupId ?? ''}
              emptyLabel={text('journal.any')}
              options={(groups.latest ?? []).map((group) => ({ value: String(group.id), label: group.label }))}
              onInput={(value) => props.onChange({ affectedGroupId: value || undefined })}
            />
          )}
        </FormField>
        <FormField label={text('journal.fields.document')}>
          {(input) => <TextInput input={input} value={props.address.document ?? ''} onInput={(value) => later({ document: value || undefined })} maxLength={120} />}
        </FormField>
        <For each={texts}>
          {(name) => (
            <FormField label={text(`journal.fields.${labels[name]}`)}>
              {(input) => (
                <TextInput input={input} value={props.address[name] ?? ''} onInput={(value) => later({ [name]: value || undefined })} maxLength={name === 'session' ? 16 : 40} />
              )}
            </FormField>
          )}
        </For>
      </Show>
      <div class="crm-conditions-end">
        <Button look="quiet" icon="funnel" aria-expanded={isWide()} onClick={() => setWide(!isWide())}>
          {text(isWide() ? 'journal.less' : 'journal.more')}
        </Button>
        <Show when={isAny()}>
          <Button look="quiet" icon="cross" onClick={() => props.onChange(Object.fromEntries(Object.keys(props.address).map((name) => [name, undefined])))}>
            {text('journal.clear')}
          </Button>
        </Show>
      </div>
    </section>
  )
}

function PersonCondition(props: { readonly id: 'actorId' | 'affectedUserId'; readonly label: string; readonly address: Address; readonly onChange: (changed: Address) => void }) {
  const text = useText(messages)
  const [picked, setPicked] = createSignal<{ id: string; label: string } | null>(null)
  const shown = () => {
    const id = props.address[props.id]
    return id ? (picked()?.id === id ? (picked()?.label ?? '') : `#${id}`) : ''
  }
  return (
    <FormField label={props.label}>
      {(input) => (
        <Suggest
          input={input}
          shown={shown()}
          nothing={text('people.notFound')}
          find={(typed) => api.departments.people.fetch({ text: typed })}
          onPick={(one) => {
            setPicked(one ? { id: String(one.id), label: one.label } : null)
            props.onChange({ [props.id]: one ? String(one.id) : undefined })
          }}
        />
      )}
    </FormField>
  )
}
