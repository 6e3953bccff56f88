import { type JSX, Show } from 'solid-js'

/** A page's title with what belongs to it, its actions at the right. */
export function PageHead(props: { readonly title: string; readonly aside?: JSX.Element; readonly actions?: JSX.Element }) {
  return (
    <header class="crm-head">
      <h1>{props.title}</h1>
      <Show when={props.aside}>{props.aside}</Show>
      <div class="crm-actions">{props.actions}</div>
    </header>
  )
}
