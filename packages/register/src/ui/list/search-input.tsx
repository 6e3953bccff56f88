import { useOwnText } from '../words.ts'

const pauseMs = 250

/** The search of a register; what is typed is asked for in the pauses. */
export function SearchInput(props: { readonly value: string; readonly onSearch: (value: string) => void }) {
  const text = useOwnText()
  let timer: ReturnType<typeof setTimeout> | undefined
  const search = (value: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => props.onSearch(value), pauseMs)
  }
  return (
    <input
      id="register-search"
      type="search"
      class="form-control form-control-sm w-auto flex-grow-1"
      placeholder={text('search')}
      aria-label={text('search')}
      maxLength={200}
      value={props.value}
      onInput={(event) => search(event.currentTarget.value)}
    />
  )
}
