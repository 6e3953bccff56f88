import { addDays, addMoney, dayOf, moneyOf } from '@crm/platform'
import { createRefusal, DayField, formatDecimal, useText } from '@crm/platform/ui'
import type { Referred } from '@crm/register'
import { FormDialog, FormField, Select, TextInput, toast } from '@crm/widgets/ui'
import { createSignal, untrack } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import type { Invoice } from '../invoice.ts'
import { invoiceMessages } from '../messages/invoices.ts'
import { fromGross, fromNet, vatRates } from '../vat.ts'
import type { Invoiced } from './invoiced.ts'

const currencies = ['PLN', 'EUR', 'USD', 'GBP', 'CHF', 'CZK']

/** An invoice as it is typed in: with a rate chosen, one amount gives the others; without one, they are as on the paper. */
export function InvoiceDialog(props: Invoiced & { readonly invoice: Invoice | null; readonly onClose: () => void; readonly onSaved: () => void }) {
  const text = useText(invoiceMessages)
  const today = dayOf(new Date())
  // The form begins with the invoice as it was when it was opened.
  const first = untrack(() => {
    const { invoice, row } = props
    if (invoice) return { ...invoice, ksefNumber: invoice.ksefNumber ?? '', paidOn: invoice.paidOn ?? '' }
    const [party] = (row.parties ?? []) as readonly Referred[] // a field of every variant
    const dueOn = addDays(today, Number(row.paymentDays ?? 14))
    return { number: '', seller: party?.label ?? '', ksefNumber: '', issuedOn: today, dueOn, paidOn: '', net: '', vat: '', gross: '', currency: String(row.currency) }
  })
  const [entry, setEntry] = createStore({ ...first })
  const [rate, setRate] = createSignal(untrack(() => (props.invoice ? '' : '23')))
  const refusal = createRefusal(untrack(() => props.view.messages))

  /** What is typed stays as it is; the others follow from it. */
  function type(name: 'net' | 'vat' | 'gross', typed: string): void {
    setEntry(name, typed)
    const amount = moneyOf(typed)
    if (amount === null) return
    if (rate() !== '' && name !== 'vat') {
      const made = name === 'net' ? fromNet(amount, Number(rate())) : fromGross(amount, Number(rate()))
      setEntry({ vat: shown(made.vat), ...(name === 'net' ? { gross: shown(made.gross) } : { net: shown(made.net) }) })
      return
    }
    const [net, vat] = [moneyOf(entry.net), moneyOf(entry.vat)]
    if (name !== 'gross' && net !== null && vat !== null) setEntry('gross', shown(addMoney(net, vat)))
  }

  async function save(): Promise<void> {
    const { number, seller, ksefNumber, issuedOn, dueOn, paidOn, net, vat, gross, currency } = unwrap(entry)
    const sent = {
      documentId: props.row.id,
      number,
      seller,
      ksefNumber: ksefNumber.trim().toUpperCase() || null,
      issuedOn,
      dueOn,
      paidOn: paidOn || null,
      net: moneyOf(net) ?? net,
      vat: moneyOf(vat) ?? vat,
      gross: moneyOf(gross) ?? gross,
      currency,
    }
    await (props.invoice ? props.api.edit.run({ id: props.invoice.id, version: props.invoice.version, ...sent }) : props.api.add.run(sent))
    toast({ text: text('saved') })
    props.onSaved()
  }

  const line = (name: 'number' | 'seller' | 'ksefNumber', maxLength: number) => (
    <FormField name={`invoice-${name}`} label={text(name)} isRequired={name !== 'ksefNumber'} error={refusal.at(name)}>
      {(input) => <TextInput input={input} value={entry[name]} maxLength={maxLength} onInput={(value) => setEntry(name, value)} />}
    </FormField>
  )
  const day = (name: 'issuedOn' | 'dueOn' | 'paidOn') => (
    <FormField name={`invoice-${name}`} label={text(name)} isRequired={name !== 'paidOn'} error={refusal.at(name)}>
      {(input) => <DayField input={input} value={entry[name]} onInput={(value) => setEntry(name, value)} />}
    </FormField>
  )
  const amount = (name: 'net' | 'vat' | 'gross') => (
    <FormField name={`invoice-${name}`} label={text(name)} isRequired error={refusal.at(name)}>
      {(input) => <TextInput input={input} isNumber value={entry[name]} onInput={(value) => type(name, value)} />}
    </FormField>
  )
  return (
    <FormDialog
      title={props.invoice ? text('edit') : text('add')}
      closeLabel={text('close')}
      cancelLabel={text('cancel')}
      sendLabel={text('save')}
      isWide
      isBusy={refusal.isBusy()}
      problem={refusal.problem()}
      onClose={props.onClose}
      onSend={() => void refusal.trying(save())}
    >
      <div class="crm-fields">
        {line('number', 60)}
        {line('seller', 200)}
        {line('ksefNumber', 60)}
        {day('issuedOn')}
        {day('dueOn')}
        {day('paidOn')}
        <FormField name="invoice-currency" label={text('currency')} error={refusal.at('currency')}>
          {(input) => (
            <Select input={input} value={entry.currency} options={currencies.map((value) => ({ value, label: value }))} onInput={(value) => setEntry('currency', value)} />
          )}
        </FormField>
        <FormField name="invoice-rate" label={text('rate')}>
          {(input) => (
            <Select input={input} value={rate()} emptyLabel={text('ownAmounts')} options={vatRates.map((one) => ({ value: String(one), label: `${one}%` }))} onInput={setRate} />
          )}
        </FormField>
        {amount('net')}
        {amount('vat')}
        {amount('gross')}
      </div>
    </FormDialog>
  )
}

const shown = (value: string) => formatDecimal(value).replace('\u2212', '-')
