import { createLive, FailureMessage, failureOf, failureText, formatMoment } from '@crm/platform/ui'
import { createUploads, DropZone, UploadList } from '@crm/storage/ui'
import { Button, PageHead, Skeleton, toast } from '@crm/widgets/ui'
import { A, useNavigate, useSearchParams } from '@solidjs/router'
import { createEffect, For, Match, onCleanup, Show, Switch, untrack } from 'solid-js'
import type { Values } from '../form/form.ts'
import type { View } from '../view.ts'
import { WithAdded } from '../with-added.tsx'
import { ownText, useOwnText, words } from '../words.ts'
import { MappingStep } from './mapping-step.tsx'
import { ImportProgress } from './progress.tsx'
import { ResultStep } from './result-step.tsx'

const lookMs = 700
const working = ['reading', 'checking', 'importing', 'undoing']

/** A sheet into a register: choose, say where the columns go, see what would come of it, mend, import. Its address opens the same import again. */
export function ImportPage(props: { readonly view: View; readonly initial?: Values }) {
  return <WithAdded view={props.view}>{(view) => <ImportSteps view={view} initial={props.initial ?? {}} />}</WithAdded>
}

function ImportSteps(props: { readonly view: View; readonly initial: Values }) {
  const text = useOwnText()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams<{ id?: string; step?: string }>()
  const id = () => Number(search.id ?? 0) || null
  const one = createLive(id, async (wanted) => (wanted === null ? null : props.view.api.import.get.fetch({ id: wanted })))
  const isWorking = () => working.includes(one.value()?.state ?? '')
  // What a worker does is looked at while the page is open; a commit of it every second would only fill the journal.
  createEffect(() => {
    if (!isWorking()) return
    const timer = setInterval(() => void one.refetch(), lookMs)
    onCleanup(() => clearInterval(timer))
  })
  const mapped = async () => {
    setSearch({ step: null })
    await one.refetch()
  }
  const act = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
    await one.refetch()
  }
  return (
    <>
      <PageHead
        title={text('import.title', { title: words(props.view).title() })}
        aside={<Show when={one.value()}>{(known) => <span class="crm-quiet">{known().name}</span>}</Show>}
        actions={
          <>
            <Show when={id() !== null}>
              <Button icon="plus" onClick={() => setSearch({ id: null, step: null })}>
                {text('import.another')}
              </Button>
            </Show>
            <Button icon="left" onClick={() => navigate(props.view.path)}>
              {words(props.view).title()}
            </Button>
          </>
        }
      />
      <Show when={id() !== null} fallback={<Begin view={props.view} onArrived={(arrived) => setSearch({ id: String(arrived) })} />}>
        <Switch fallback={<Skeleton lines={6} label={text('loading')} />}>
          <Match when={one.error()}>
            <FailureMessage error={one.error()} again={() => void one.refetch()} />
          </Match>
          <Match when={one.value()}>
            {(known) => (
              <Switch>
                <Match when={known().state === 'failed'}>
                  <div class="alert alert-danger" role="alert">
                    {known().reason ? failureText({ code: known().reason as 'wrong-type', params: {} }) : text('import.gone')}
                  </div>
                </Match>
                <Match when={isWorking()}>
                  <ImportProgress answer={known()} onResume={() => void act(props.view.api.import.resume.run({ id: known().id }))} />
                </Match>
                <Match when={known().state === 'mapping' || (known().state === 'checked' && search.step === 'map')}>
                  <MappingStep view={props.view} answer={known()} initial={props.initial ?? {}} onDone={mapped} />
                </Match>
                <Match when={true}>
                  <ResultStep view={props.view} answer={known()} onChanged={() => void one.refetch()} onMap={() => setSearch({ step: 'map' })} />
                </Match>
              </Switch>
            )}
          </Match>
        </Switch>
      </Show>
    </>
  )
}

/** A file is chosen, or one of the imports that there were. */
function Begin(props: { readonly view: View; readonly onArrived: (id: number) => void }) {
  const text = useOwnText()
  const earlier = createLive(
    () => '',
    () => props.view.api.import.mine.fetch(),
  )
  async function arrived(upload: string): Promise<void> {
    try {
      props.onArrived((await props.view.api.import.arrived.fetch({ upload })).id)
    } catch (error) {
      toast({ text: failureText(failureOf(error)), look: 'danger' })
    }
  }
  const uploads = createUploads({
    endpoint: untrack(() => `/files/${props.view.register.id}/import/upload`),
    document: () => 0,
    onDone: (_name, upload) => void arrived(upload),
  })
  return (
    <>
      <p class="crm-quiet">{text('import.lead')}</p>
      <DropZone
        id="import-file"
        right={props.view.rights.import.id}
        lead={text('import.drop')}
        choose={text('import.choose')}
        accept=".xlsx,.csv,.txt"
        onFiles={(files) => uploads.add(files.slice(0, 1))}
      />
      <UploadList uploads={uploads} />
      <section class="crm-section">
        <h2>{text('import.earlier')}</h2>
        <Switch fallback={<Skeleton lines={3} label={text('loading')} />}>
          <Match when={earlier.error()}>
            <FailureMessage error={earlier.error()} again={() => void earlier.refetch()} />
          </Match>
          <Match when={earlier.value()}>
            {(known) => (
              <Show when={known().length > 0} fallback={<p class="crm-quiet mb-0">{text('import.none')}</p>}>
                <table class="table table-sm mb-0">
                  <thead>
                    <tr>
                      <th scope="col">{text('import.file')}</th>
                      <th scope="col">{text('import.when')}</th>
                      <th scope="col">{text('import.state')}</th>
                      <th scope="col" class="text-end">
                        {text('import.row')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={known()}>
                      {(line) => (
                        <tr>
                          <td>
                            <A href={`${props.view.path}/import?id=${line.id}`}>{line.name}</A>
                          </td>
                          <td>{formatMoment(line.at)}</td>
                          <td>{ownText(`import.phases.${line.state}`)}</td>
                          <td class="text-end">{line.rowCount}</td>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
              </Show>
            )}
          </Match>
        </Switch>
      </section>
    </>
  )
}
