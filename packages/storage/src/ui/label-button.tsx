import { type Api, failureOf, failureText, RightButton, usePreference, useText } from '@crm/platform/ui'
import { Button, Dialog, FormField, Select, TextInput, toast } from '@crm/widgets/ui'
import { createSignal, For, Show } from 'solid-js'
import { type LabelFormatName, labelFormatNames, labelFormats, type LabelRights } from '../index.ts'
import { messages } from '../messages/index.ts'
import type { LabelProcedures } from '../server/index.ts'

interface LabelButtonProps {
  /** `contracts.trade` */
  readonly kind: string
  readonly documentIds: readonly number[]
  readonly rights: LabelRights
  readonly api: Api<LabelProcedures>
}

interface Printer {
  readonly format: LabelFormatName
  readonly x: string
  readonly y: string
}

/** As many as the server prints in one go. */
const mostAtOnce = 200

/** Prints the labels of one document or of several, in their order; the sheet, and what the printer is off by, are remembered for the person. */
export function LabelButton(props: LabelButtonProps) {
  const text = useText(messages)
  const [isOpen, setOpen] = createSignal(false)
  const [printer, setPrinter] = usePreference<Printer>('storage.labels', { format: 'a4-24', x: '0', y: '0' })
  const [start, setStart] = createSignal(1)
  const sheet = () => labelFormats[printer().format]
  const cells = () => sheet().columns * sheet().rows
  const millimetres = (typed: string) => Math.max(-20, Math.min(20, Number(typed.replace(',', '.')) || 0))
  const address = (ids: string) => {
    const asked = new URLSearchParams({ ids, format: printer().format, start: String(start()), x: String(millimetres(printer().x)), y: String(millimetres(printer().y)) })
    return `/labels/${props.kind}?${asked}`
  }
  const print = async () => {
    // Opened by the click itself: a window opened after an answer is one that browsers block.
    const window = open('about:blank')
    try {
      const labels = await props.api.print.run({ ids: [...props.documentIds] })
      const to = address(labels.map(({ id }) => id).join(','))
      if (window) window.location.href = to
      setOpen(false)
    } catch (error) {
      window?.close()
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
  }
  const discard = async () => {
    try {
      const [documentId = 0] = props.documentIds
      await props.api.void.run({ documentId })
      toast({ text: text('labels.voidDone') })
      setOpen(false)
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
  }
  return (
    <>
      <RightButton right={props.rights.print} icon="clip" onClick={() => setOpen(true)}>
        {text(props.documentIds.length === 1 ? 'labels.print' : 'labels.printMany')}
      </RightButton>
      <Show when={isOpen()}>
        <Dialog
          title={text('labels.printTitle')}
          closeLabel={text('close')}
          onClose={() => setOpen(false)}
          footer={
            <>
              <Show when={props.documentIds.length === 1}>
                <RightButton right={props.rights.void} look="danger" onClick={() => void discard()}>
                  {text('labels.void')}
                </RightButton>
              </Show>
              <a class="btn btn-sm btn-outline-secondary" href={address('')} target="_blank" rel="noreferrer">
                {text('labels.testPage')}
              </a>
              <Button look="primary" disabled={props.documentIds.length > mostAtOnce} onClick={() => void print()}>
                {text('labels.printNow')}
              </Button>
            </>
          }
        >
          <FormField name="labelFormat" label={text('labels.format')}>
            {(input) => (
              <Select
                input={input}
                value={printer().format}
                options={labelFormatNames.map((name) => ({ value: name, label: text(`labels.formats.${name}`) }))}
                onInput={(name) => {
                  setPrinter({ ...printer(), format: name as LabelFormatName }) // one of the options above
                  setStart(1)
                }}
              />
            )}
          </FormField>
          <Show when={cells() > 1}>
            <fieldset class="crm-label-sheet" data-columns={sheet().columns}>
              <legend class="form-label fs-6">{text('labels.start')}</legend>
              <For each={Array.from({ length: cells() }, (_cell, at) => at + 1)}>
                {(cell) => (
                  <button
                    type="button"
                    aria-pressed={cell === start()}
                    aria-label={text('labels.cell', { number: cell })}
                    classList={{ 'is-used': cell < start(), 'is-next': cell === start() }}
                    onClick={() => setStart(cell)}
                  >
                    {cell}
                  </button>
                )}
              </For>
            </fieldset>
          </Show>
          <div class="crm-conditions px-0 mb-0">
            <FormField name="shiftX" label={`${text('labels.shiftX')} (${text('labels.mm')})`}>
              {(input) => <TextInput input={input} value={printer().x} onInput={(x) => setPrinter({ ...printer(), x })} />}
            </FormField>
            <FormField name="shiftY" label={`${text('labels.shiftY')} (${text('labels.mm')})`}>
              {(input) => <TextInput input={input} value={printer().y} onInput={(y) => setPrinter({ ...printer(), y })} />}
            </FormField>
          </div>
          <Show when={props.documentIds.length > mostAtOnce}>
            <p class="text-danger mb-1" role="alert">
              {text('labels.tooMany', { most: mostAtOnce, count: props.documentIds.length })}
            </p>
          </Show>
          <p class="crm-quiet mb-0">{text('labels.printHelp')}</p>
        </Dialog>
      </Show>
    </>
  )
}
