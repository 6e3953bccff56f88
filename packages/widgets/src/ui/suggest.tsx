import { createSignal, createUniqueId, For, onCleanup, Show } from 'solid-js'
import type { InputProps } from './field.tsx'

export interface Suggestion {
  readonly id: number
  readonly label: string
}

const pauseMs = 180

/** A text field that finds things by name: type, arrow, Enter. With `isClearedAfter`, for lists of several. */
export function Suggest(props: {
  readonly input: InputProps
  readonly shown: string
  readonly isClearedAfter?: boolean
  readonly nothing: string
  readonly find: (text: string) => Promise<readonly Suggestion[]>
  readonly onPick: (one: Suggestion | null) => void
}) {
  const listId = createUniqueId()
  const [typed, setTyped] = createSignal<string | null>(null)
  const [found, setFound] = createSignal<readonly Suggestion[]>([])
  const [isOpen, setOpen] = createSignal(false)
  const [at, setAt] = createSignal(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  onCleanup(() => clearTimeout(timer))

  const look = (text: string, waitMs: number) => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      asked += 1
      const mine = asked
      const answer = await props.find(text).catch(() => [])
      if (mine !== asked) return
      setFound(answer)
      setAt(0)
      setOpen(true)
    }, waitMs)
  }
  const pick = (one: Suggestion) => {
    setTyped(props.isClearedAfter ? '' : null)
    setOpen(false)
    props.onPick(one)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen()) return look(typed() ?? '', 0)
      setAt((at() + (event.key === 'ArrowDown' ? 1 : -1) + found().length) % Math.max(found().length, 1))
    }
    const one = found()[at()]
    if (event.key === 'Enter' && isOpen() && one) {
      event.preventDefault()
      pick(one)
    }
    if (event.key === 'Escape' && isOpen()) {
      event.stopPropagation()
      event.preventDefault()
      setOpen(false)
    }
  }
  return (
    <div class="crm-suggest">
      <input
        id={props.input.id}
        class="form-control form-control-sm"
        classList={{ 'is-invalid': props.input.isInvalid }}
        role="combobox"
        aria-expanded={isOpen()}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen() && found().length > 0 ? `${listId}-${at()}` : undefined}
        aria-invalid={props.input.isInvalid}
        aria-describedby={props.input.describedBy}
        autocomplete="off"
        value={typed() ?? props.shown}
        onFocus={(event) => {
          event.currentTarget.select()
          look('', 0)
        }}
        onInput={(event) => {
          const text = event.currentTarget.value
          // What was found for the text before must not be picked by a quick Enter.
          asked += 1
          setOpen(false)
          setFound([])
          setTyped(text)
          if (text === '' && !props.isClearedAfter) props.onPick(null)
          look(text, pauseMs)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          clearTimeout(timer)
          asked += 1
          setOpen(false)
          setTyped(null)
        }}
      />
      <Show when={isOpen()}>
        <ul id={listId} role="listbox">
          <For each={found()} fallback={<li class="crm-quiet">{props.nothing}</li>}>
            {(one, index) => (
              <li
                id={`${listId}-${index()}`}
                role="option"
                aria-selected={index() === at()}
                onPointerDown={(event) => {
                  event.preventDefault()
                  pick(one)
                }}
              >
                {one.label}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}
