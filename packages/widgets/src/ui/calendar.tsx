import { createSignal, For, onMount, untrack } from 'solid-js'
import { Button } from './button.tsx'
import { stepDays, stepMonths, weeksOf } from './typed-day.ts'

export interface CalendarWords {
  readonly language: string
  readonly previous: string
  readonly next: string
  readonly today: string
}

const moves: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => stepDays(day, -1),
  ArrowRight: (day) => stepDays(day, 1),
  ArrowUp: (day) => stepDays(day, -7),
  ArrowDown: (day) => stepDays(day, 7),
  PageUp: (day) => stepMonths(day, -1),
  PageDown: (day) => stepMonths(day, 1),
}

/** One month as a grid of days; arrows walk it, Enter picks. */
export function Calendar(props: { readonly value: string | null; readonly today: string; readonly words: CalendarWords; readonly onPick: (day: string) => void }) {
  // Where the walk begins; picking closes the calendar, so the value does not change under it.
  const [at, setAt] = createSignal(untrack(() => props.value ?? props.today))
  let grid: HTMLTableElement | undefined
  const name = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(props.words.language, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
  const weeks = () => weeksOf(at())
  const focus = () => grid?.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus()
  onMount(focus)
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    setAt(move(at()))
    focus()
  }
  return (
    <div class="crm-calendar" role="dialog" aria-label={name(at(), { month: 'long', year: 'numeric' })}>
      <div class="crm-calendar-head">
        <Button look="quiet" icon="left" label={props.words.previous} onClick={() => setAt(stepMonths(at(), -1))} />
        <strong aria-live="polite">{name(at(), { month: 'long', year: 'numeric' })}</strong>
        <Button look="quiet" icon="right" label={props.words.next} onClick={() => setAt(stepMonths(at(), 1))} />
      </div>
      <table ref={grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <For each={weeks()[0]}>
              {(day) => (
                <th scope="col" abbr={name(day, { weekday: 'long' })}>
                  {name(day, { weekday: 'short' })}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={weeks()}>
            {(week) => (
              <tr>
                <For each={week}>
                  {(day) => (
                    <td>
                      <button
                        type="button"
                        tabIndex={day === at() ? 0 : -1}
                        aria-label={name(day, { dateStyle: 'full' })}
                        aria-current={day === props.today ? 'date' : undefined}
                        aria-pressed={day === props.value}
                        classList={{ 'is-other': day.slice(0, 7) !== at().slice(0, 7) }}
                        onClick={() => props.onPick(day)}
                      >
                        {Number(day.slice(8))}
                      </button>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Button look="quiet" onClick={() => props.onPick(props.today)}>
        {props.words.today}
      </Button>
    </div>
  )
}
