import { createRefusal, platformApi, useText } from '@crm/platform/ui'
import { FormDialog, FormField, TextInput } from '@crm/widgets/ui'
import { createSignal } from 'solid-js'
import { messages } from '../../messages/index.ts'

/** What an attack was found to be; a false alarm needs its reason. */
export function IncidentDecision(props: { readonly id: number; readonly state: 'acknowledged' | 'false-alarm'; readonly onClose: () => void; readonly onDone: () => void }) {
  const text = useText(messages)
  const [note, setNote] = createSignal('')
  const refusal = createRefusal(messages)
  const title = () => text(props.state === 'acknowledged' ? 'incidents.acknowledge' : 'incidents.falseAlarm')
  const send = async () => {
    await platformApi.incidents.decide.run({ id: props.id, state: props.state, note: note() })
    props.onDone()
  }
  return (
    <FormDialog
      title={title()}
      closeLabel={text('incidents.close')}
      cancelLabel={text('incidents.cancel')}
      sendLabel={title()}
      isBusy={refusal.isBusy()}
      problem={refusal.problem()}
      onClose={props.onClose}
      onSend={() => void refusal.trying(send())}
    >
      <p class="crm-quiet">{text(props.state === 'acknowledged' ? 'incidents.acknowledgeLead' : 'incidents.falseAlarmLead')}</p>
      <FormField name="note" label={text('incidents.fields.note')} isRequired={props.state === 'false-alarm'} error={refusal.at('note')}>
        {(input) => <TextInput input={input} value={note()} onInput={setNote} maxLength={500} />}
      </FormField>
    </FormDialog>
  )
}
