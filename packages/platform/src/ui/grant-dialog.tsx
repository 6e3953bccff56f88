import { Button, Checks, Dialog, FormField, TextInput } from '@crm/widgets/ui'
import { createSignal, untrack } from 'solid-js'
import { dayOf, type GrantInput, type HolderFound, isDay } from '../index.ts'
import { messages } from '../messages/index.ts'
import type { AccessProcedures } from '../server/index.ts'
import type { Api } from './api.ts'
import { DayField } from './day-field.tsx'
import { HolderSuggest } from './holder-suggest.tsx'
import { useText } from './text.ts'

/** To whom, for what, from when to when, why. */
export function GrantDialog(props: {
  readonly rights: readonly string[]
  readonly id: number
  readonly api: Api<AccessProcedures>
  readonly labelOf: (right: string) => string
  readonly onClose: () => void
  readonly onGive: (given: GrantInput) => Promise<void>
}) {
  const text = useText(messages)
  const grantable = () => props.rights.filter((right) => !right.endsWith('.access'))
  const [holder, setHolder] = createSignal<HolderFound | null>(null)
  const [chosen, setChosen] = createSignal<readonly string[]>(untrack(grantable).filter((right) => /[.](view|list|preview)$/.test(right)))
  const [from, setFrom] = createSignal(dayOf(new Date()))
  const [to, setTo] = createSignal('')
  const [isPreviewOnly, setPreviewOnly] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const [isTried, setTried] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)

  const toIssue = () => (to() === '' ? null : !isDay(to()) ? ('not-a-day' as const) : to() < from() ? ('end-before-start' as const) : null)

  async function give(): Promise<void> {
    setTried(true)
    const to_ = holder()
    if (!to_ || reason().trim() === '' || !isDay(from()) || toIssue()) return
    setBusy(true)
    await props.onGive({
      id: props.id,
      holder: to_.holder,
      rights: chosen(),
      fromAt: startOf(from()),
      untilAt: to() === '' ? null : startOf(to(), 1),
      isPreviewOnly: isPreviewOnly(),
      reason: reason().trim(),
    })
    setBusy(false)
  }
  return (
    <Dialog
      title={text('access.give')}
      closeLabel={text('access.close')}
      mayClose={() => !isBusy()}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{text('access.cancel')}</Button>
          <Button look="primary" isBusy={isBusy()} onClick={() => void give()}>
            {text('access.give')}
          </Button>
        </>
      }
    >
      <FormField name="grant-holder" label={text('access.holder')} isRequired error={isTried() && !holder() ? text('access.holderNeeded') : undefined}>
        {(input) => <HolderSuggest input={input} shown={holder()?.name ?? ''} find={(typed) => props.api.holders.fetch({ id: props.id, text: typed })} onPick={setHolder} />}
      </FormField>
      <div class="row">
        <div class="col">
          <FormField name="grant-from" label={text('access.from')} error={isTried() && !isDay(from()) ? text('issues.not-a-day') : undefined}>
            {(input) => <DayField input={input} value={from()} onInput={setFrom} />}
          </FormField>
        </div>
        <div class="col">
          <FormField name="grant-to" label={text('access.to')} error={isTried() && toIssue() ? text(`issues.${toIssue() ?? 'not-a-day'}`) : undefined}>
            {(input) => <DayField input={input} value={to()} onInput={setTo} />}
          </FormField>
        </div>
      </div>
      <label class="form-check my-2">
        <input type="checkbox" class="form-check-input" checked={isPreviewOnly()} onChange={(event) => setPreviewOnly(event.currentTarget.checked)} />
        <span class="form-check-label">{text('access.previewOnly')}</span>
      </label>
      <fieldset class="mb-2" disabled={isPreviewOnly()}>
        <legend class="form-label fs-6">{text('access.rights')}</legend>
        <Checks options={grantable().map((right) => ({ value: right, label: props.labelOf(right) }))} chosen={chosen()} onInput={setChosen} />
      </fieldset>
      <FormField name="grant-reason" label={text('access.reason')} isRequired error={isTried() && reason().trim() === '' ? text('access.reasonNeeded') : undefined}>
        {(input) => <TextInput input={input} value={reason()} maxLength={500} onInput={setReason} />}
      </FormField>
    </Dialog>
  )
}

/** The first moment of a day where the browser is, some days on. */
function startOf(day: string, plusDays = 0): string {
  const [year = 1970, month = 1, number = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, number + plusDays).toISOString()
}
