import { issuesOf } from '@crm/platform'
import { failureOf, failureText, formatDay, issueText, RightButton, useText } from '@crm/platform/ui'
import type { Form } from '@crm/register/ui'
import { toast } from '@crm/widgets/ui'
import { createSignal, Show } from 'solid-js'
import { messages } from '../messages/index.ts'
import { whiteListMessages } from '../messages/white-list.ts'
import { rights } from '../rights.ts'
import { isNip, plainNip } from '../tax-number.ts'
import type { WhiteListAnswer } from '../white-list.ts'
import { api } from './api.ts'
import { TakeDialog } from './take-dialog.tsx'

/** Above the form of a party: what the register of VAT payers knows of its NIP. Nothing is written before it was shown. */
export function FillFromWhiteList(props: { readonly form: Form }) {
  const text = useText(whiteListMessages)
  const [answer, setAnswer] = createSignal<WhiteListAnswer | null>(null)
  const [isBusy, setBusy] = createSignal(false)
  const nip = () => plainNip(String(props.form.values.nip ?? ''))
  const ask = async () => {
    if (!isNip(nip())) return props.form.setIssues([{ path: 'nip', code: nip() === '' ? 'required' : 'nip' }])
    setBusy(true)
    try {
      const found = await api.whiteList.ask.run({ nip: nip() })
      if (found.taxpayer) setAnswer(found)
      else toast({ text: text('absent'), look: 'danger' })
    } catch (error) {
      const failure = failureOf(error)
      const [issue] = issuesOf(failure)
      toast({ text: issue ? issueText(issue, messages) : failureText(failure), look: 'danger' })
    }
    setBusy(false)
  }
  return (
    <div class="d-flex flex-wrap align-items-center gap-2 mb-2">
      <RightButton right={rights.party.whiteList} icon="search" isBusy={isBusy()} onClick={() => void ask()}>
        {text('fill')}
      </RightButton>
      <span class="crm-quiet">{text('fillWhy')}</span>
      <Show when={answer()}>
        {(found) => (
          <TakeDialog
            title={text('found', { day: formatDay(found().day) })}
            form={props.form}
            answer={found()}
            onClose={() => setAnswer(null)}
            onTaken={() => {
              setAnswer(null)
              toast({ text: text('taken') })
            }}
          />
        )}
      </Show>
    </div>
  )
}
