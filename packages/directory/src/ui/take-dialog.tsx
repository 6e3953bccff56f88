import { useText } from '@crm/platform/ui'
import type { Form } from '@crm/register/ui'
import { Button, Dialog } from '@crm/widgets/ui'
import { createSignal, For, Show, untrack } from 'solid-js'
import { messages } from '../messages/index.ts'
import { whiteListMessages } from '../messages/white-list.ts'
import type { Taxpayer, WhiteListAnswer } from '../white-list.ts'

const offered = ['name', 'nip', 'regon', 'krs', 'street', 'postalCode', 'city'] as const
type Offered = (typeof offered)[number]

/** What the form and the register say, field by field. Empty fields are ticked; what somebody typed is overwritten only when they tick it. */
export function TakeDialog(props: { readonly title: string; readonly form: Form; readonly answer: WhiteListAnswer; readonly onClose: () => void; readonly onTaken: () => void }) {
  const text = useText(whiteListMessages)
  const fieldText = useText(messages)
  // A dialog is made anew for each answer.
  const found = untrack(() => props.answer.taxpayer)
  const there = (name: Offered): string => found?.[name satisfies keyof Taxpayer] ?? ''
  const here = (name: Offered) => String(props.form.values[name] ?? '')
  const differing = untrack(() => offered.filter((name) => there(name) !== '' && there(name) !== here(name)))
  const [ticked, setTicked] = createSignal<ReadonlySet<Offered>>(new Set(untrack(() => differing.filter((name) => here(name) === ''))))
  const tick = (name: Offered, isOn: boolean) => setTicked(new Set([...ticked()].filter((one) => one !== name).concat(isOn ? [name] : [])))
  const take = () => {
    for (const name of ticked()) props.form.set(name, there(name))
    props.onTaken()
  }
  return (
    <Dialog
      title={props.title}
      closeLabel={text('close')}
      isWide
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{text('cancel')}</Button>
          <Button look="primary" disabled={ticked().size === 0} onClick={take}>
            {text('take')}
          </Button>
        </>
      }
    >
      <p>
        {found?.name} · {text('status')}: <strong>{text(`statuses.${found?.status ?? 'absent'}`)}</strong>
      </p>
      <Show when={differing.length > 0} fallback={<p class="mb-0">{text('nothing')}</p>}>
        <table class="table table-sm align-middle">
          <thead>
            <tr>
              <th scope="col">{text('field')}</th>
              <th scope="col">{text('here')}</th>
              <th scope="col">{text('there')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={differing}>
              {(name) => (
                <tr>
                  <th scope="row">{fieldText(`party.fields.${name}`)}</th>
                  <td>{here(name) || '—'}</td>
                  <td>
                    <label class="d-flex gap-2">
                      <input type="checkbox" class="form-check-input" checked={ticked().has(name)} onChange={(event) => tick(name, event.currentTarget.checked)} />
                      <span>{there(name)}</span>
                    </label>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </Dialog>
  )
}
