import { createLive, failureOf, failureText, onChanged, useText } from '@crm/platform/ui'
import { toast } from '@crm/widgets/ui'
import { Show } from 'solid-js'
import { messages } from '../../messages/index.ts'
import { rights } from '../../rights.ts'
import { api } from '../api.ts'

/** Whether this person may not work without a second factor; groups may demand it as well. */
export function FactorDemand(props: { readonly userId: number }) {
  const text = useText(messages)
  const demand = createLive(
    () => props.userId,
    (id) => api.safety.factor.fetch({ id }),
  )
  onChanged(
    () => `platform.user:${props.userId}`,
    () => void demand.refetch(),
  )
  const change = async (isDemanded: boolean) => {
    try {
      await api.safety.demandFactor.run({ of: { userId: props.userId }, isDemanded })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await demand.refetch()
  }
  return (
    <Show when={demand.value()}>
      {(known) => (
        <section class="crm-section">
          <h2>{text('factor.title')}</h2>
          <label class="form-check mb-0">
            <input
              type="checkbox"
              class="form-check-input"
              data-right={rights.people.demandFactor.id}
              checked={known().isOwn}
              onChange={(event) => void change(event.currentTarget.checked)}
            />
            <span class="form-check-label">{text('factor.demand')}</span>
          </label>
          <Show when={known().groups.length > 0}>
            <p class="crm-quiet mb-0 mt-1">{text('factor.groups', { groups: known().groups.join(', ') })}</p>
          </Show>
        </section>
      )}
    </Show>
  )
}
