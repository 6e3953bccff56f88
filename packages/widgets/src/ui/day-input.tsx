import { createSignal, onCleanup, Show } from 'solid-js'
import { Button } from './button.tsx'
import { Calendar, type CalendarWords } from './calendar.tsx'
import type { InputProps } from './field.tsx'
import { readDay, stepDays, stepMonths, writeDay } from './typed-day.ts'

export interface DayWords extends CalendarWords {
  readonly open: string
  /** `dd.mm.rrrr` */
  readonly pattern: string
}

const steps: Readonly<Record<string, (day: string) => string>> = {
  ArrowUp: (day) => stepDays(day, 1),
  ArrowDown: (day) => stepDays(day, -1),
  PageUp: (day) => stepMonths(day, 1),
  PageDown: (day) => stepMonths(day, -1),
}

/**
 * A day, typed as the office writes it in any browser's language, or picked from a calendar. Hands over `2026-11-22`,
 * an empty text, or what was typed when it is no day, so that the form's own check says so.
 */
export function DayInput(props: { readonly input: InputProps; readonly value: string; readonly today: string; readonly words: DayWords; readonly onInput: (day: string) => void }) {
  const [typed, setTyped] = createSignal<string | null>(null)
  const [isOpen, setOpen] = createSignal(false)
  let box: HTMLDivElement | undefined
  let field: HTMLInputElement | undefined
  const away = (event: Event) => {
    if (event.target instanceof Node && !box?.contains(event.target)) setOpen(false)
  }
  document.addEventListener('pointerdown', away)
  onCleanup(() => document.removeEventListener('pointerdown', away))

  const take = (text: string) => {
    setTyped(text)
    props.onInput(readDay(text, props.today) ?? text.trim())
  }
  const pick = (day: string) => {
    setTyped(null)
    props.onInput(day)
    setOpen(false)
    field?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen()) {
      event.stopPropagation()
      event.preventDefault()
      setOpen(false)
      field?.focus()
    }
  }
  const step = (event: KeyboardEvent) => {
    const move = steps[event.key]
    if (!move || isOpen()) return
    event.preventDefault()
    setTyped(null)
    props.onInput(move(readDay(props.value, props.today) ?? props.today))
  }
  return (
    <div ref={box} class="crm-day" onKeyDown={onKeyDown}>
      <div class="input-group input-group-sm">
        <input
          ref={field}
          id={props.input.id}
          class="form-control form-control-sm"
          classList={{ 'is-invalid': props.input.isInvalid }}
          inputMode="numeric"
          autocomplete="off"
          placeholder={props.words.pattern}
          maxLength={20}
          value={typed() ?? writeDay(props.value)}
          aria-invalid={props.input.isInvalid}
          aria-describedby={props.input.describedBy}
          onInput={(event) => take(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
          onKeyDown={step}
        />
        <Button look="quiet" icon="calendar" label={props.words.open} aria-expanded={isOpen()} onClick={() => setOpen(!isOpen())} />
      </div>
      <Show when={isOpen()}>
        <Calendar value={readDay(props.value, props.today)} today={props.today} words={props.words} onPick={pick} />
      </Show>
    </div>
  )
}
