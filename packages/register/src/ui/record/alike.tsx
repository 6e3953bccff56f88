import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import type { AlikeLine } from '../../index.ts'
import type { Form } from '../form/form.ts'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'

const pauseMs = 400

/** What is being entered may be there already: says so while one types, leads there, and lets one go on. */
export function Alike(props: { readonly view: View; readonly form: Form; readonly except?: number }) {
  const text = useOwnText()
  const [found, setFound] = createSignal<readonly AlikeLine[]>([])
  const key = () => (props.view.register.duplicates && props.form.changed().length > 0 ? JSON.stringify(props.form.whole()) : null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  onCleanup(() => clearTimeout(timer))
  createEffect(
    on(key, (known) => {
      clearTimeout(timer)
      asked += 1
      const mine = asked
      if (known === null) return void setFound([])
      timer = setTimeout(() => void ask(known, mine), pauseMs)
    }),
  )
  async function ask(known: string, mine: number): Promise<void> {
    // Without an answer nobody is warned; saving is not held up by it.
    const answer = await props.view.api.alike.fetch({ values: JSON.parse(known) as Record<string, unknown>, except: props.except }).catch(() => [])
    if (mine === asked) setFound(answer)
  }
  return (
    <div role="status">
      <Show when={found().length > 0}>
        <div class="alert alert-warning py-2" data-alike={found().length}>
          <strong>{text('alike', { count: found().length })}</strong>
          <ul class="mb-0">
            <For each={found()}>
              {(one) => (
                <li>
                  <a href={`${props.view.path}/${one.id}`} target="_blank" rel="noopener" class="alert-link">
                    {one.code === one.title ? one.code : `${one.code} · ${one.title}`}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </div>
  )
}
