import { failureOf, failureText, formatMoment, RightButton, useText } from '@crm/platform/ui'
import { Button, Dialog } from '@crm/widgets/ui'
import { createSignal, Show } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { rights } from '../../rights.ts'
import { api } from '../api.ts'

/** A one-time password for somebody who cannot get in; shown once, here. */
export function ResetPassword(props: { readonly person: { readonly id: number; readonly name: string } }) {
  const text = useText(messages)
  const [isOpen, setOpen] = createSignal(false)
  const [issued, setIssued] = createSignal<{ password: string; until: string } | null>(null)
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const issue = async () => {
    setBusy(true)
    setProblem('')
    try {
      setIssued(await api.safety.resetPassword.run({ id: props.person.id }))
    } catch (error) {
      setProblem(failureText(failureOf(error)))
    } finally {
      setBusy(false)
    }
  }
  const close = () => {
    setOpen(false)
    setIssued(null)
    setProblem('')
  }
  return (
    <>
      <RightButton right={rights.people.resetPassword} look="quiet" onClick={() => setOpen(true)}>
        {text('reset.button')}
      </RightButton>
      <Show when={isOpen()}>
        <Dialog
          title={text('reset.title', { name: props.person.name })}
          closeLabel={text('reset.close')}
          onClose={close}
          footer={
            <Show when={!issued()} fallback={<Button onClick={close}>{text('reset.close')}</Button>}>
              <Button look="primary" isBusy={isBusy()} onClick={() => void issue()}>
                {text('reset.issue')}
              </Button>
            </Show>
          }
        >
          <Show when={issued()} fallback={<p class="mb-0">{text('reset.lead')}</p>}>
            {(one) => (
              <>
                <p class="fs-4 text-center my-3">
                  <code>{one().password}</code>
                </p>
                <p class="mb-0">{text('reset.issued', { until: formatMoment(one().until) })}</p>
              </>
            )}
          </Show>
          <Show when={problem()}>
            <div class="alert alert-danger mt-3 mb-0 py-2" role="alert">
              {problem()}
            </div>
          </Show>
        </Dialog>
      </Show>
    </>
  )
}
