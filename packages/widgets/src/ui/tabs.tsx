import { For } from 'solid-js'

export interface Tab {
  readonly id: string
  readonly label: string
}

export function Tabs(props: { readonly tabs: readonly Tab[]; readonly at: string; readonly label: string; readonly onChange: (id: string) => void }) {
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const index = props.tabs.findIndex((tab) => tab.id === props.at)
    const next = props.tabs[(index + step + props.tabs.length) % props.tabs.length]
    if (step === 0 || !next) return
    props.onChange(next.id)
    document.getElementById(`tab-${next.id}`)?.focus()
  }
  return (
    <div class="nav nav-tabs" role="tablist" aria-label={props.label} onKeyDown={move}>
      {/* By their ids: a list that was made anew is no reason to take a button from under a finger. */}
      <For each={props.tabs.map((tab) => tab.id)}>
        {(id) => (
          <button
            type="button"
            id={`tab-${id}`}
            class="nav-link"
            classList={{ active: id === props.at }}
            role="tab"
            aria-selected={id === props.at}
            tabIndex={id === props.at ? 0 : -1}
            onClick={() => props.onChange(id)}
          >
            {props.tabs.find((tab) => tab.id === id)?.label}
          </button>
        )}
      </For>
    </div>
  )
}
