import { dayOf } from '@crm/platform'
import { createRefusal, DayField, useMe, useText } from '@crm/platform/ui'
import { Checks, FormDialog, FormField, Suggest } from '@crm/widgets/ui'
import { createSignal } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { api } from '../api.ts'

interface Somebody {
  readonly id: number
  readonly label: string
}

/** Who, for whom, from when to when, in which apps. */
export function SubstitutionDialog(props: { readonly onClose: () => void; readonly onSaved: () => void }) {
  const text = useText(messages)
  const me = useMe()
  const today = dayOf(new Date())
  const [absent, setAbsent] = createSignal<Somebody | null>(null)
  const [substitute, setSubstitute] = createSignal<Somebody | null>(null)
  const [fromOn, setFromOn] = createSignal(today)
  const [toOn, setToOn] = createSignal(today)
  const [apps, setApps] = createSignal<readonly string[]>([])
  const refusal = createRefusal(messages)
  // Apps of which the person at the browser holds something; the platform itself is everybody's.
  const known = [...new Set(me().rights.map((right) => right.split('.')[0] ?? ''))].filter((app) => app !== 'platform' && app !== 'storage').sort()
  const send = async () => {
    await api.substitutions.add.run({
      absentId: absent()?.id ?? 0,
      substituteId: substitute()?.id ?? 0,
      fromOn: fromOn(),
      toOn: toOn(),
      apps: apps().length > 0 ? [...apps()] : null,
    })
    props.onSaved()
  }
  const find = (typed: string) => api.departments.people.fetch({ text: typed })
  return (
    <FormDialog
      title={text('substitutions.create')}
      closeLabel={text('people.close')}
      cancelLabel={text('people.cancel')}
      sendLabel={text('people.save')}
      isBusy={refusal.isBusy()}
      isReady={absent() !== null && substitute() !== null && fromOn() !== '' && toOn() !== ''}
      problem={refusal.problem()}
      onClose={props.onClose}
      onSend={() => void refusal.trying(send())}
    >
      <div class="d-grid gap-3">
        <FormField name="absentId" label={text('substitutions.fields.absentId')} isRequired error={refusal.at('absentId')}>
          {(input) => <Suggest input={input} shown={absent()?.label ?? ''} nothing={text('people.notFound')} find={find} onPick={setAbsent} />}
        </FormField>
        <FormField name="substituteId" label={text('substitutions.fields.substituteId')} isRequired error={refusal.at('substituteId')}>
          {(input) => <Suggest input={input} shown={substitute()?.label ?? ''} nothing={text('people.notFound')} find={find} onPick={setSubstitute} />}
        </FormField>
        <div class="row g-2">
          <div class="col">
            <FormField name="fromOn" label={text('substitutions.fields.fromOn')} isRequired error={refusal.at('fromOn')}>
              {(input) => <DayField input={input} value={fromOn()} onInput={setFromOn} />}
            </FormField>
          </div>
          <div class="col">
            <FormField name="toOn" label={text('substitutions.fields.toOn')} isRequired error={refusal.at('toOn')}>
              {(input) => <DayField input={input} value={toOn()} onInput={setToOn} />}
            </FormField>
          </div>
        </div>
        <fieldset>
          <legend class="form-label fs-6">{text('substitutions.fields.apps')}</legend>
          <div class="d-flex flex-wrap gap-3">
            <Checks options={known.map((app) => ({ value: app, label: app }))} chosen={apps()} onInput={setApps} />
          </div>
          <div class="form-text">{text('substitutions.appsHelp')}</div>
        </fieldset>
      </div>
    </FormDialog>
  )
}
