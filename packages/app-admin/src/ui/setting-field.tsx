import type { SettingLine, SettingValue } from '@crm/platform'
import { useText } from '@crm/platform/ui'
import { FormField, type InputProps, LongInput, Select, TextInput } from '@crm/widgets/ui'
import { Match, Switch } from 'solid-js'
import { messages } from '../messages/index.ts'

interface SettingFieldProps {
  readonly line: SettingLine
  readonly value: SettingValue | null
  readonly error: string | undefined
  readonly onInput: (value: SettingValue) => void
}

/** One setting with its help and the value it had from the beginning; a secret shows only whether it is there. */
export function SettingField(props: SettingFieldProps) {
  const text = useText(messages)
  const said = (value: SettingValue | null): string => {
    if (typeof value === 'boolean') return text(value ? 'settings.yes' : 'settings.no')
    const form = props.line.form
    if (form?.kind === 'choice') return form.choices.find((choice) => choice.value === value)?.label ?? ''
    return Array.isArray(value) ? value.join(', ') : String(value ?? '')
  }
  const help = () => {
    if (!props.line.form) return text('settings.variable', { name: props.line.help })
    const initial = said(props.line.initial)
    return [props.line.help, initial === '' ? '' : text('settings.initial', { value: initial })].filter(Boolean).join(' ')
  }
  return (
    <FormField name={props.line.id.replaceAll('.', '-')} label={props.line.name} help={help()} error={props.error} isLong={props.line.form?.kind === 'lines'}>
      {(input) => <Input {...props} input={input} />}
    </FormField>
  )
}

function Input(props: SettingFieldProps & { readonly input: InputProps }) {
  const text = useText(messages)
  const form = <Kind extends string>(kind: Kind) => {
    const own = props.line.form
    return own?.kind === kind ? (own as Extract<NonNullable<SettingLine['form']>, { kind: Kind }>) : undefined // the kind was just compared
  }
  return (
    <Switch
      fallback={
        <output class="d-block" id={props.input.id}>
          {text(props.line.isSet ? 'settings.isSet' : 'settings.isNotSet')}
        </output>
      }
    >
      <Match when={form('count')}>
        {(count) => (
          <TextInput
            input={props.input}
            isNumber
            value={String(props.value)}
            unit={((unit) => (unit ? text(`settings.units.${unit}`) : undefined))(count().unit)}
            onInput={(typed) => props.onInput(/^\d+$/.test(typed) ? Number(typed) : typed)}
          />
        )}
      </Match>
      <Match when={form('choice')}>
        {(choice) => <Select input={props.input} options={[...choice().choices]} value={String(props.value)} onInput={(value) => props.onInput(value)} />}
      </Match>
      <Match when={form('switch')}>
        <Select
          input={props.input}
          options={[
            { value: 'true', label: text('settings.yes') },
            { value: 'false', label: text('settings.no') },
          ]}
          value={String(props.value)}
          onInput={(value) => props.onInput(value === 'true')}
        />
      </Match>
      <Match when={form('text')}>
        {(words) => <TextInput input={props.input} value={String(props.value ?? '')} maxLength={words().limit} onInput={(typed) => props.onInput(typed)} />}
      </Match>
      <Match when={form('lines')}>
        <LongInput
          input={props.input}
          value={Array.isArray(props.value) ? props.value.join('\n') : ''}
          onInput={(typed) =>
            props.onInput(
              typed
                .split('\n')
                .map((line, index, all) => (index === all.length - 1 ? line : line.trim()))
                .filter((line, index, all) => line !== '' || index === all.length - 1),
            )
          }
        />
      </Match>
    </Switch>
  )
}
