import { Button, Dialog } from '@crm/widgets/ui'
import { createMemo, createSignal, For } from 'solid-js'
import { textOf } from '../cells.tsx'
import type { Values } from '../form/form.ts'
import { meetings, merged } from './merge.ts'
import type { View } from '../view.ts'
import { useOwnText, words } from '../words.ts'

/** Two people edited one record: both versions field by field; nothing of either is lost. */
export function StaleDialog(props: {
  readonly view: View
  readonly before: Values
  readonly mine: Values
  readonly theirs: Values
  readonly onClose: () => void
  readonly onMerged: (values: Values) => void
}) {
  const text = useOwnText()
  const sides = () => ({ before: props.before, mine: props.mine, theirs: props.theirs })
  const all = createMemo(() => meetings(props.view.register, sides()))
  const [chosen, setChosen] = createSignal<Readonly<Record<string, 'mine' | 'theirs'>>>(
    Object.fromEntries(
      all()
        .filter((one) => one.isConflict)
        .map((one) => [one.field, 'mine' as const]),
    ),
  )
  const shown = (field: string, value: unknown, row: Values) => {
    const declared = props.view.register.fields[field]
    return declared ? textOf({ view: props.view, name: field, field: declared, value, sibling: (other) => row[other] }) || text('none') : ''
  }
  return (
    <Dialog
      title={text('stale.title')}
      closeLabel={text('close')}
      isWide
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{text('cancel')}</Button>
          <Button look="primary" onClick={() => props.onMerged(merged(props.view.register, sides(), chosen()))}>
            {text('stale.save')}
          </Button>
        </>
      }
    >
      <p>{text('stale.lead')}</p>
      <table class="table table-sm align-middle">
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">{text('stale.mine')}</th>
            <th scope="col">{text('stale.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={all()}>
            {(one) => (
              <tr>
                <th scope="row">{words(props.view).field(one.field)}</th>
                <For each={['mine', 'theirs'] as const}>
                  {(side) => (
                    <td>
                      <label class="d-flex gap-2">
                        {one.isConflict && (
                          <input
                            type="radio"
                            class="form-check-input"
                            name={`merge-${one.field}`}
                            checked={chosen()[one.field] === side}
                            onChange={() => setChosen({ ...chosen(), [one.field]: side })}
                          />
                        )}
                        <span>{shown(one.field, one[side], side === 'mine' ? props.mine : props.theirs)}</span>
                      </label>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Dialog>
  )
}
