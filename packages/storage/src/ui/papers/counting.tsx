import { issuesOf } from '@crm/platform'
import { failureOf, failureText, formatMoment, issueText, language, RightButton, useText } from '@crm/platform/ui'
import { AskDialog, Button, Message, PageHead, toast } from '@crm/widgets/ui'
import { createSignal, For, Show } from 'solid-js'
import { type SightLine, type SightOutcome, sightOutcomes, type StockTaking } from '../../index.ts'
import { paperMessages } from '../../messages/papers.ts'
import { LabelInput } from './label-input.tsx'
import type { PaperPlaces } from './papers-page.tsx'
import { SightTable } from './sight-table.tsx'

type Sighting = Awaited<ReturnType<PaperPlaces['api']['counting']['see']['run']>>

/** One counting: the field for codes, what the last one said, the sums and every paper. */
export function Counting(props: PaperPlaces & { readonly taking: StockTaking & { readonly lines: readonly SightLine[] }; readonly onDone: () => void }) {
  const text = useText(paperMessages)
  const [last, setLast] = createSignal<Sighting | null>(null)
  const [problem, setProblem] = createSignal('')
  const [isAsking, setAsking] = createSignal(false)
  const isOpen = () => props.taking.endedAt === null
  const count = (outcome: SightOutcome) => props.taking.lines.filter((line) => line.outcome === outcome).length
  const attempt = async (work: Promise<unknown>) => {
    setProblem('')
    try {
      await work
    } catch (error) {
      const failure = failureOf(error)
      setLast(null)
      setProblem(
        issuesOf(failure)
          .map((issue) => issueText(issue, paperMessages))
          .join(' ') || failureText(failure),
      )
    }
    props.onDone()
  }
  const done = (said: string) => {
    setLast(null)
    toast({ text: said })
  }
  const see = (code: string) => attempt(props.api.counting.see.run({ id: props.taking.id, code }).then(setLast))
  const keep = (document: string) => attempt(props.api.counting.keepHere.run({ id: props.taking.id, document }).then(() => done(text('outcomes.moved'))))
  const said = () => <Show when={last()}>{(sighting) => <Said sighting={sighting()} onKeep={(document) => void keep(document)} />}</Show>
  return (
    <>
      <PageHead
        title={text('countingOf', { place: props.taking.place })}
        aside={
          <span class="crm-quiet">
            {formatMoment(props.taking.startedAt)} · {props.taking.by} · {props.taking.endedAt ? `${text('endedAt')} ${formatMoment(props.taking.endedAt)}` : text('goesOn')}
          </span>
        }
        actions={
          <>
            <Show when={isOpen()}>
              <RightButton right={props.rights.count} look="primary" icon="check" onClick={() => setAsking(true)}>
                {text('end')}
              </RightButton>
            </Show>
            <a class="btn btn-sm btn-outline-secondary" href={`/files/${props.kind}/stocktaking/${props.taking.id}?language=${language()}`}>
              {text('report')}
            </a>
            <Button onClick={() => print()}>{text('print')}</Button>
          </>
        }
      />
      <Show when={isOpen()}>
        <LabelInput error={problem() || undefined} onCode={(code) => void see(code)}>
          {said()}
          <Show when={problem()}>
            <p class="text-danger mb-0" role="alert">
              {problem()}
            </p>
          </Show>
        </LabelInput>
        {said()}
      </Show>
      <p class="d-flex flex-wrap gap-3" role="status">
        <For each={sightOutcomes.filter((outcome) => count(outcome) > 0)}>
          {(outcome) => (
            <span data-sum={outcome}>
              <strong>{count(outcome)}</strong> {text(`sums.${outcome}`)}
            </span>
          )}
        </For>
      </p>
      <Show when={props.taking.lines.length > 0} fallback={<Message title={text('linesEmpty')} />}>
        <SightTable lines={props.taking.lines} registers={props.registers} onKeep={isOpen() ? (document) => void keep(document) : undefined} />
      </Show>
      <Show when={isAsking()}>
        <AskDialog
          title={text('end')}
          closeLabel={text('close')}
          cancelLabel={text('cancel')}
          doLabel={text('end')}
          look="primary"
          onClose={() => setAsking(false)}
          onDo={() => {
            setAsking(false)
            void attempt(props.api.counting.end.run({ id: props.taking.id }).then(() => done(text('ended'))))
          }}
        >
          <p>{text('endAsk', { count: count('expected') })}</p>
          <p class="mb-0">{text('endWhy')}</p>
        </AskDialog>
      </Show>
    </>
  )
}

/** What the last label said, large: whoever counts looks up for a blink. */
function Said(props: { readonly sighting: Sighting; readonly onKeep: (document: string) => void }) {
  const text = useText(paperMessages)
  const key = () => (props.sighting.isAgain ? 'again' : props.sighting.outcome === 'foreign' && props.sighting.place === null ? 'nowhere' : props.sighting.outcome)
  const isForeign = () => props.sighting.outcome === 'foreign'
  return (
    <div
      class="alert py-2 d-flex flex-wrap align-items-center gap-2 crm-no-print"
      classList={{ 'alert-success': !isForeign(), 'alert-warning': isForeign() }}
      role="alert"
      data-said={props.sighting.outcome}
    >
      <strong>{text(`said.${key()}`, { number: props.sighting.number, place: props.sighting.place ?? '' })}</strong>
      <span>{props.sighting.title}</span>
      <Show when={props.sighting.holder}>{(holder) => <span>{text('said.lent', { holder: holder() })}</span>}</Show>
      <Show when={isForeign()}>
        <Button onClick={() => props.onKeep(props.sighting.document)}>{text('keepHere')}</Button>
      </Show>
    </div>
  )
}
