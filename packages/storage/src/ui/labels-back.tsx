import { type Api, createLive, FailureMessage, formatMoment, onChanged, useText } from '@crm/platform/ui'
import { Message, Skeleton } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { spokenLabel } from '../index.ts'
import { messages } from '../messages/index.ts'
import type { ScanProcedures } from '../server/index.ts'
import { pathOf, type Register } from './sort-part.tsx'

/** Printed labels against papers that came back. */
export function LabelsBack(props: { readonly api: Api<ScanProcedures>; readonly registers: readonly Register[] }) {
  const text = useText(messages)
  const [isMissingOnly, setMissingOnly] = createSignal(false)
  const labels = createLive(
    () => '',
    () => props.api.labels.fetch(),
  )
  onChanged(
    () => '',
    () => void labels.refetch(),
  )
  const valid = () => (labels.value() ?? []).filter((label) => label.voidedAt === null)
  const shown = () => (isMissingOnly() ? valid().filter((label) => label.returnedAt === null) : (labels.value() ?? []))
  return (
    <Show when={!labels.error()} fallback={<FailureMessage error={labels.error()} again={() => void labels.refetch()} />}>
      <Show when={labels.value()} fallback={<Skeleton lines={6} label={text('loading')} />}>
        <Show when={labels.value()?.length} fallback={<Message title={text('labels.labelsEmpty')} />}>
          <p class="mb-2 d-flex flex-wrap gap-3 align-items-center">
            <strong role="status">{text('labels.returned', { back: valid().filter((label) => label.returnedAt !== null).length, all: valid().length })}</strong>
            <label>
              <input type="checkbox" class="form-check-input" checked={isMissingOnly()} onChange={(event) => setMissingOnly(event.currentTarget.checked)} />{' '}
              {text('labels.missing')}
            </label>
          </p>
          <div class="table-responsive">
            <table class="table table-sm crm-plain">
              <thead>
                <tr>
                  <th scope="col">{text('labels.document')}</th>
                  <th scope="col">{text('labels.code')}</th>
                  <th scope="col">{text('labels.printed')}</th>
                  <th scope="col">{text('labels.backAt')}</th>
                </tr>
              </thead>
              <tbody>
                <For each={shown()}>
                  {(label) => (
                    <tr>
                      <td>
                        <A href={pathOf(props.registers, label.document)}>{label.documentCode}</A> · {label.title}
                      </td>
                      <td>{spokenLabel(label.code)}</td>
                      <td>
                        {formatMoment(label.printedAt)} · {label.by}
                      </td>
                      <td>{label.voidedAt !== null ? text('labels.voided') : label.returnedAt === null ? '—' : formatMoment(label.returnedAt)}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
        </Show>
      </Show>
    </Show>
  )
}
