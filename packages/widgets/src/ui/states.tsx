import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js'

const patienceMs = 150

/** Lines in the shape of what is coming; shown only when it takes a while. */
export function Skeleton(props: { readonly lines: number; readonly label: string }) {
  const [isShown, setShown] = createSignal(false)
  const timer = setTimeout(() => setShown(true), patienceMs)
  onCleanup(() => clearTimeout(timer))
  return (
    <div class="crm-bones" role="status" aria-label={props.label}>
      <Show when={isShown()}>
        <For each={Array.from({ length: props.lines })}>{() => <span />}</For>
      </Show>
    </div>
  )
}

/** What happened or that nothing is there, and the one thing that helps. */
export function Message(props: { readonly title: string; readonly body?: string | undefined; readonly children?: JSX.Element }) {
  return (
    <div class="crm-message" role="status">
      <h1>{props.title}</h1>
      <Show when={props.body}>
        <p class="crm-quiet mt-2">{props.body}</p>
      </Show>
      {props.children}
    </div>
  )
}
