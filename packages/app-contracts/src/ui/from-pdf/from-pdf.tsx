import type { Right } from '@crm/platform'
import { failureOf, failureText, useText } from '@crm/platform/ui'
import type { Filling, View } from '@crm/register/ui'
import type { ReadPdf } from '@crm/storage'
import { DropZone } from '@crm/storage/ui'
import { Button, toast } from '@crm/widgets/ui'
import { createSignal, For, Show } from 'solid-js'
import { fromPdfMessages } from '../../messages/from-pdf.ts'
import { fieldsFor, FoundLine } from './found-line.tsx'
import { readFile } from './read-file.ts'

/** Fills a new contract in from a PDF: what was found, where it stands, and a button for each; nothing is filled in by itself. */
export function FromPdf(props: { readonly view: View; readonly form: Filling; readonly right: Right }) {
  const text = useText(fromPdfMessages)
  const [name, setName] = createSignal('')
  const [isReading, setReading] = createSignal(false)
  const [read, setRead] = createSignal<ReadPdf | null>(null)
  const [at, setAt] = createSignal(0)
  const open = async ([file]: readonly File[]) => {
    if (!file) return
    setName(file.name)
    setReading(true)
    try {
      const all = await readFile(props.view.register.id, file)
      setRead({ ...all, found: all.found.filter((one) => fieldsFor(props.view, one.kind).length > 0) })
      setAt(0)
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    } finally {
      setReading(false)
    }
  }
  return (
    <Show
      when={read()}
      fallback={
        <Show when={!isReading()} fallback={<p role="status">{text('reading', { name: name() })}</p>}>
          <DropZone id="contract-pdf" right={props.right.id} lead={text('lead')} choose={text('choose')} accept="application/pdf" onFiles={(files) => void open(files)} />
        </Show>
      }
    >
      {(known) => (
        <section class="crm-section" aria-label={text('title', { name: name() })} data-found={known().found.length}>
          <div class="d-flex align-items-center gap-2 mb-2">
            <h2 class="mb-0 me-auto">{text('title', { name: name() })}</h2>
            <Button look="quiet" icon="cross" label={text('close')} onClick={() => setRead(null)} />
          </div>
          <Show when={known().found.length > 0} fallback={<p class="crm-quiet mb-0">{text(known().hasText ? 'nothing' : 'noText')}</p>}>
            <div class="crm-found">
              <ul class="list-unstyled mb-0">
                <For each={known().found}>
                  {(found, index) => <FoundLine view={props.view} form={props.form} found={found} isMarked={index() === at()} onMark={() => setAt(index())} />}
                </For>
              </ul>
              <Marked read={known()} at={at()} />
            </div>
          </Show>
        </section>
      )}
    </Show>
  )
}

/** The page of one proposal with its place marked. */
function Marked(props: { readonly read: ReadPdf; readonly at: number }) {
  const text = useText(fromPdfMessages)
  const found = () => props.read.found[props.at]
  const page = () => found()?.page ?? 1
  return (
    <Show when={props.read.pictures[page()]} fallback={<p class="crm-quiet mb-0">{text('noPicture', { page: page() })}</p>}>
      {(picture) => (
        <figure class="crm-found-page mb-0">
          <div>
            <img src={picture()} alt={text('picture', { page: page() })} />
            <Show when={found()?.box}>
              {(box) => (
                <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
                  <rect x={box()[0] - 6} y={box()[1] - 4} width={box()[2] + 12} height={box()[3] + 8} />
                </svg>
              )}
            </Show>
          </div>
        </figure>
      )}
    </Show>
  )
}
