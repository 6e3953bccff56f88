import { Button, Checks, FormField } from '@crm/widgets/ui'
import { createSignal, For } from 'solid-js'
import { type HolderFound, roles } from '../../index.ts'
import { HolderSuggest } from '../holder-suggest.tsx'
import { recipientWords, useReminderText } from './words.ts'

/** Roles to tick, people and groups to find. */
export function RecipientsField(props: {
  readonly recipients: readonly string[]
  readonly names: Readonly<Record<string, string>>
  readonly problem: string | undefined
  readonly find: (text: string) => Promise<readonly HolderFound[]>
  readonly onInput: (recipients: readonly string[]) => void
}) {
  const text = useReminderText()
  const [found, setFound] = createSignal<Readonly<Record<string, string>>>({})
  const named = () => props.recipients.filter((one) => /^[ug]\d/.test(one))
  const add = (one: HolderFound | null) => {
    if (!one || props.recipients.includes(one.holder)) return
    setFound({ ...found(), [one.holder]: one.name })
    props.onInput([...props.recipients, one.holder])
  }
  const words = (one: string) => recipientWords(one, { ...props.names, ...found() })
  return (
    <fieldset class="mt-2">
      <legend class="form-label fs-6 mb-1">{text('recipients')}</legend>
      <div class="d-flex flex-wrap gap-3 mb-2">
        <Checks
          options={roles.map((role) => ({ value: role, label: text(`roles.${role}`) }))}
          chosen={props.recipients}
          onInput={(chosen) => props.onInput([...chosen, ...named()])}
        />
      </div>
      <div class="d-flex flex-wrap gap-1 mb-2">
        <For each={named()}>
          {(one) => (
            <span class="badge text-bg-secondary d-inline-flex align-items-center gap-1">
              {words(one)}
              <Button look="quiet" icon="cross" label={text('drop', { name: words(one) })} onClick={() => props.onInput(props.recipients.filter((other) => other !== one))} />
            </span>
          )}
        </For>
      </div>
      <FormField name="reminder-find" label={text('find')} help={text('recipientsHelp')} error={props.problem}>
        {(input) => <HolderSuggest input={input} shown="" isClearedAfter find={props.find} onPick={add} />}
      </FormField>
    </fieldset>
  )
}
