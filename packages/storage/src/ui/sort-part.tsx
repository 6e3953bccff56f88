import { type Api, failureOf, failureText, formatMoment, RightButton, useCan, useText } from '@crm/platform/ui'
import { FormField, Select, Suggest, type Suggestion, toast } from '@crm/widgets/ui'
import { createSignal, For, Show, untrack } from 'solid-js'
import { type ScanLine, type ScanPart, type ScanRights, spokenLabel } from '../index.ts'
import { messages } from '../messages/index.ts'
import type { ScanProcedures } from '../server/index.ts'

/** A register that scans can be placed in. */
export interface Register {
  readonly kind: string
  readonly title: string
  readonly path: string
}

/** The page of a document by its key. */
export function pathOf(registers: readonly Register[], document: string): string {
  const [kind, id] = document.split(':')
  return `${registers.find((one) => one.kind === kind)?.path ?? ''}/${id}`
}

interface SortPartProps {
  readonly kind: string
  readonly rights: ScanRights
  readonly api: Api<ScanProcedures>
  readonly registers: readonly Register[]
  readonly scan: ScanLine
  readonly part: ScanPart
  readonly onDone: () => void
}

const mostPictures = 6

/** Pages that could not be placed: their pictures, why, and where they belong — pick and attach. */
export function SortPart(props: SortPartProps) {
  const text = useText(messages)
  const can = useCan()
  const [register, setRegister] = createSignal(untrack(() => props.registers[0]?.kind) ?? '')
  const [chosen, setChosen] = createSignal<Suggestion | null>(null)
  const isUnreadable = () => props.part.reason === 'broken' || props.part.reason === 'locked'
  const act = async (work: Promise<unknown>, said: string) => {
    try {
      await work
      toast({ text: said })
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    props.onDone()
  }
  return (
    <article class="crm-section mb-2" data-part={props.part.reason}>
      <p class="mb-2">
        <strong class="fw-semibold">{props.scan.name}</strong> ·{' '}
        {props.part.pages.length > 0 ? text('labels.pages', { pages: props.part.pages.join(', ') }) : text('labels.wholeFile')}
        <Show when={props.part.code}>{(code) => <> · {spokenLabel(code())}</>}</Show>
        <small class="d-block crm-quiet">
          {text(`labels.reasons.${props.part.reason ?? 'no-label'}`)} {props.scan.by} · {formatMoment(props.scan.at)}
        </small>
      </p>
      <Show when={!isUnreadable()}>
        <div class="crm-page-pictures">
          <For each={props.part.pages.slice(0, mostPictures)}>
            {(page) => (
              <a href={`/files/${props.kind}/${props.scan.id}/page?page=${page}`} target="_blank" rel="noreferrer">
                <img loading="lazy" src={`/files/${props.kind}/${props.scan.id}/page?page=${page}`} alt={text('labels.pageOf', { page, name: props.scan.name })} />
              </a>
            )}
          </For>
        </div>
      </Show>
      <Show when={can(props.rights.sort)}>
        <div class="crm-conditions px-0 mb-0">
          <FormField label={text('labels.placeKind')}>
            {(input) => (
              <Select
                input={input}
                value={register()}
                options={props.registers.map(({ kind, title }) => ({ value: kind, label: title }))}
                onInput={(kind) => {
                  setRegister(kind)
                  setChosen(null)
                }}
              />
            )}
          </FormField>
          <FormField label={text('labels.placeTo')}>
            {(input) => (
              <Suggest
                input={input}
                shown={chosen()?.label ?? ''}
                nothing={text('labels.nothingFound')}
                find={(typed) => props.api.find.fetch({ kind: register(), text: typed })}
                onPick={setChosen}
              />
            )}
          </FormField>
          <div class="crm-conditions-end">
            <RightButton
              right={props.rights.sort}
              look="primary"
              disabled={!chosen()}
              onClick={() => {
                const one = chosen()
                if (one) void act(props.api.place.run({ partId: props.part.id, kind: register(), documentId: one.id }), text('labels.placed', { number: one.label }))
              }}
            >
              {text('labels.place')}
            </RightButton>
            <RightButton right={props.rights.sort} onClick={() => void act(props.api.drop.run({ partId: props.part.id }), text('labels.putAway'))}>
              {text('labels.dropPart')}
            </RightButton>
          </div>
        </div>
      </Show>
    </article>
  )
}
