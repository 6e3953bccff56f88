import { failureOf, failureText, platformApi, platformMessages, sentenceOf, type UiApp, useCan, useText } from '@crm/platform/ui'
import { fold, platformRights, type SearchHit } from '@crm/platform'
import { ExcerptText } from '@crm/storage/ui'
import { Button, Dialog, Icon } from '@crm/widgets/ui'
import { useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createSignal, createUniqueId, For, lazy, on, onCleanup, Show, Suspense, untrack } from 'solid-js'
import { onLabelScanned } from './label-wedge.ts'

interface Line {
  readonly path: string
  readonly title: string
  readonly aside: string
  readonly file?: SearchHit['file']
}

const pauseMs = 180

const CameraButton = lazy(async () => ({ default: (await import('@crm/storage/ui')).CameraButton }))

/** The magnifier of the top bar, and `Ctrl+K`: pages by name, documents of all apps by anything. */
export function GlobalSearch(props: { readonly uis: readonly UiApp[] }) {
  const text = useText(platformMessages)
  const can = useCan()
  const [isOpen, setOpen] = createSignal(false)
  const [scanned, setScanned] = createSignal('')
  onLabelScanned((code) => {
    if (!can(platformRights.search.use)) return
    setScanned(code)
    setOpen(true)
  })
  const close = () => {
    setScanned('')
    setOpen(false)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || !can(platformRights.search.use)) return
    event.preventDefault()
    setOpen(true)
  }
  addEventListener('keydown', onKey)
  onCleanup(() => removeEventListener('keydown', onKey))
  return (
    <Show when={can(platformRights.search.use)}>
      <Button look="quiet" icon="search" label={`${text('search.title')} (Ctrl + K)`} onClick={() => setOpen(true)} />
      <Show when={isOpen()}>
        <Dialog title={text('search.title')} closeLabel={text('frame.close')} onClose={close}>
          <Show when={scanned()} keyed fallback={<Palette uis={props.uis} typed="" onDone={close} />}>
            {(code) => <Palette uis={props.uis} typed={code} onDone={close} />}
          </Show>
        </Dialog>
      </Show>
    </Show>
  )
}

/** @param props.typed what a scanner has typed already, its Enter included */
function Palette(props: { readonly uis: readonly UiApp[]; readonly typed: string; readonly onDone: () => void }) {
  const text = useText(platformMessages)
  const navigate = useNavigate()
  const listId = createUniqueId()
  const [typed, setTyped] = createSignal(untrack(() => props.typed))
  const [at, setAt] = createSignal(0)
  const { hits, problem, isAsking } = createHits(typed)
  // Enter that is quicker than the answer opens the first hit when it comes.
  let isHurried = untrack(() => props.typed !== '')
  const pages = usePages(() => props.uis, typed)
  const lines = createMemo(() => [...pages(), ...hits().map((hit) => lineOf(props.uis, hit))])
  const open = (line: Line | undefined) => {
    if (!line) return
    props.onDone()
    navigate(line.path)
  }
  createEffect(
    on(lines, (found) => {
      setAt(0)
      if (isHurried && !isAsking()) open(found[0])
    }),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      isHurried = isAsking()
      if (!isHurried) open(lines()[at()])
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const count = Math.max(lines().length, 1)
    setAt((at() + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    document.getElementById(`${listId}-${at()}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div class="crm-palette">
      <div class="input-group flex-nowrap">
        <input
          type="search"
          class="form-control"
          autofocus
          role="combobox"
          aria-expanded={lines().length > 0}
          aria-controls={listId}
          aria-activedescendant={lines().length > 0 ? `${listId}-${at()}` : undefined}
          aria-label={text('search.title')}
          placeholder={text('search.placeholder')}
          maxLength={100}
          value={typed()}
          onInput={(event) => {
            isHurried = false
            setTyped(event.currentTarget.value)
          }}
          onKeyDown={onKeyDown}
        />
        <Suspense>
          <CameraButton
            onCode={(code) => {
              isHurried = true
              setTyped(code)
            }}
          />
        </Suspense>
      </div>
      <ul id={listId} role="listbox" aria-label={text('search.title')}>
        <For each={lines()}>
          {(line, index) => (
            <li id={`${listId}-${index()}`} role="option" aria-selected={index() === at()} onClick={() => open(line)} onPointerMove={() => setAt(index())}>
              <Icon name="right" />
              <span class="flex-grow-1 text-truncate">
                {line.title}
                <Show when={line.file}>
                  {(file) => (
                    <small class="d-block crm-quiet text-truncate">
                      {file().name}
                      <Show when={file().excerpt}>{(excerpt) => <ExcerptText excerpt={excerpt()} />}</Show>
                    </small>
                  )}
                </Show>
              </span>
              <small class="crm-quiet text-nowrap">{line.aside}</small>
            </li>
          )}
        </For>
      </ul>
      <Show when={lines().length === 0}>
        <p class="crm-quiet mb-0" role="status">
          {problem() || (typed().trim().length < 2 ? text('search.short') : text('search.nothing'))}
        </p>
      </Show>
    </div>
  )
}

/** What the server finds; an answer that is late for what is typed now is dropped. */
function createHits(typed: () => string) {
  const [hits, setHits] = createSignal<readonly SearchHit[]>([])
  const [problem, setProblem] = createSignal('')
  const [isAsking, setAsking] = createSignal(false)
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  createEffect(
    on(typed, (text) => {
      clearTimeout(timer)
      asked += 1
      const mine = asked
      setProblem('')
      setAsking(text.trim().length >= 2)
      if (text.trim().length < 2) return setHits([])
      timer = setTimeout(async () => {
        const found = await platformApi.search.find.fetch({ text }).catch((error: unknown) => {
          if (mine === asked) setProblem(failureText(failureOf(error)))
          return []
        })
        if (mine !== asked) return
        setAsking(false)
        setHits(found)
      }, pauseMs)
    }),
  )
  return { hits, problem, isAsking }
}

/** Pages of the menu whose name has the text, as far as the person may open them. */
function usePages(uis: () => readonly UiApp[], typed: () => string): () => readonly Line[] {
  const can = useCan()
  return () => {
    const wanted = fold(typed()).trim()
    if (wanted === '') return []
    return uis().flatMap((ui) =>
      ui.pages
        .filter((page) => page.isInMenu && can(page.right))
        .map((page) => ({ path: page.path, title: sentenceOf(ui.app.messages, page.title), aside: sentenceOf(ui.app.messages, 'title') }))
        .filter((line) => fold(line.title).includes(wanted)),
    )
  }
}

function lineOf(uis: readonly UiApp[], hit: SearchHit): Line {
  const [app = '', entity = ''] = hit.kind.split('.')
  const owner = uis.find((ui) => ui.app.id === app)
  return {
    path: hit.path,
    ...(hit.file ? { file: hit.file } : {}),
    title: hit.code ? `${hit.code} · ${hit.title}` : hit.title,
    aside: owner ? sentenceOf(owner.app.messages, `${entity}.one`) : '',
  }
}
