import { formatMoment, useText } from '@crm/platform/ui'
import { Button } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { SightLine, SightOutcome } from '../../index.ts'
import { paperMessages } from '../../messages/papers.ts'
import { pathOf, type Register } from '../sort-part.tsx'

const looks: Readonly<Record<SightOutcome, string>> = {
  expected: 'text-bg-secondary',
  missing: 'text-bg-danger',
  here: 'text-bg-success',
  foreign: 'text-bg-warning',
  moved: 'text-bg-success',
  lent: 'text-bg-info',
}

/** Every paper of a counting, what asks for something to be done first. */
export function SightTable(props: { readonly lines: readonly SightLine[]; readonly registers: readonly Register[]; readonly onKeep: ((document: string) => void) | undefined }) {
  const text = useText(paperMessages)
  return (
    <div class="table-responsive">
      <table class="table table-sm crm-plain">
        <thead>
          <tr>
            <th scope="col">{text('columns.outcome')}</th>
            <th scope="col">{text('document')}</th>
            <th scope="col">{text('columns.place')}</th>
            <th scope="col">{text('columns.holder')}</th>
            <th scope="col">{text('columns.seenBy')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.lines}>
            {(line) => (
              <tr data-outcome={line.outcome}>
                <td class="text-nowrap">
                  <span class={`badge ${looks[line.outcome]}`}>{text(`outcomes.${line.outcome}`)}</span>{' '}
                  <Show when={line.outcome === 'foreign' && props.onKeep}>{(keep) => <Button onClick={() => keep()(line.document)}>{text('keepHere')}</Button>}</Show>
                </td>
                <td>
                  <A href={pathOf(props.registers, line.document)}>{line.number}</A> · {line.title}
                </td>
                <td>{line.place}</td>
                <td>{line.holder}</td>
                <td>{line.at === null ? '' : `${line.by} · ${formatMoment(line.at)}`}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
