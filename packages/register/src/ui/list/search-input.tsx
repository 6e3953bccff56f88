import { createEffect, on, onCleanup } from 'solid-js'
import { useOwnText } from '../words.ts'

const pauseMs = 250

/** The search of a register; what is typed is asked for in the pauses. An answer that comes late never writes over what was typed since. */
export function SearchInput(props: { readonly value: string; readonly onSearch: (value: string) => void }) {
  const text = useOwnText()
  let input: HTMLInputElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What was asked for from here last: when it comes back as the value, it is no news. */
  let sent: string | null = null
  const search = (value: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      sent = value
      props.onSearch(value)
    }, pauseMs)
  }
  createEffect(
    on(
      () => props.value,
      (value) => {
        if (value === sent || !input) return
        clearTimeout(timer)
        sent = null
        input.value = value
      },
    ),
  )
  onCleanup(() => clearTimeout(timer))
  return (
    <input
      ref={input}
      id="register-search"
      type="search"
      class="form-control form-control-sm w-auto flex-grow-1"
      placeholder={text('search')}
      aria-label={text('search')}
      maxLength={200}
      onInput={(event) => search(event.currentTarget.value)}
    />
  )
}
