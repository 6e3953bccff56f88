import { issuesOf } from '@crm/platform'
import { failureOf, failureText, issueText } from '@crm/platform/ui'
import { Button, FormField } from '@crm/widgets/ui'
import { createSignal, createUniqueId, For, Show, untrack } from 'solid-js'
import { longestComment, type Referred, withMentions } from '../../index.ts'
import type { View } from '../view.ts'
import { useOwnText } from '../words.ts'

const pauseMs = 180

/** Words about a record. `@` and the beginning of a name offer the people who may see it; Ctrl+Enter sends. */
export function CommentForm(props: {
  readonly view: View
  readonly documentId: number
  readonly initial: string
  /** Those who are already in the text. */
  readonly people: readonly Referred[]
  readonly onSend: (body: string) => Promise<void>
  readonly onCancel?: () => void
}) {
  const text = useOwnText()
  const listId = createUniqueId()
  const [typed, setTyped] = createSignal(untrack(() => props.initial))
  const [found, setFound] = createSignal<readonly Referred[]>([])
  const [at, setAt] = createSignal(0)
  const [problem, setProblem] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  let people = untrack(() => [...props.people])
  let area: HTMLTextAreaElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  /** The name being typed before the caret, after its `@`. */
  const wanted = () => /(?:^|\s)@([\p{L}\p{N}][\p{L}\p{N} .-]{0,40})?$/u.exec(area?.value.slice(0, area.selectionStart) ?? '')

  function look(): void {
    clearTimeout(timer)
    asked += 1
    const mine = asked
    const name = wanted()
    if (!name) return void setFound([])
    timer = setTimeout(async () => {
      const answer = await props.view.api.comments.people.fetch({ documentId: props.documentId, text: name[1] ?? '' }).catch(() => [])
      if (mine !== asked) return
      setFound(answer)
      setAt(0)
    }, pauseMs)
  }
  function pick(person: Referred | undefined): void {
    const name = wanted()
    if (!person || !area || !name) return
    const caret = area.selectionStart
    const start = caret - (name[1]?.length ?? 0)
    const next = `${typed().slice(0, start)}${person.label} ${typed().slice(caret)}`
    people = [...people, person]
    setTyped(next)
    setFound([])
    area.focus()
    area.setSelectionRange(start + person.label.length + 1, start + person.label.length + 1)
  }
  async function send(): Promise<void> {
    if (isBusy() || typed().trim() === '') return
    setBusy(true)
    setProblem('')
    try {
      await props.onSend(withMentions(typed().trim(), people))
      setTyped('')
      people = []
    } catch (error) {
      const failure = failureOf(error)
      const [issue] = issuesOf(failure)
      setProblem(issue ? issueText(issue, props.view.messages) : failureText(failure))
    } finally {
      setBusy(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isOpen = found().length > 0
    if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) setAt((at() + (event.key === 'ArrowDown' ? 1 : -1) + found().length) % found().length)
    else if (isOpen && (event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey) pick(found()[at()])
    else if (isOpen && event.key === 'Escape') setFound([])
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div class="crm-suggest">
        <FormField name={props.onCancel ? 'comment-edit' : 'comment'} label={text('comments.label')} help={text('comments.help')} error={problem() || undefined} isLong>
          {(input) => (
            <textarea
              ref={area}
              id={input.id}
              class="form-control form-control-sm"
              classList={{ 'is-invalid': input.isInvalid }}
              rows={3}
              maxLength={longestComment}
              aria-describedby={input.describedBy}
              aria-invalid={input.isInvalid}
              aria-autocomplete="list"
              aria-controls={listId}
              aria-activedescendant={found().length > 0 ? `${listId}-${at()}` : undefined}
              value={typed()}
              onInput={(event) => {
                setTyped(event.currentTarget.value)
                look()
              }}
              onKeyDown={onKeyDown}
              onBlur={() => setFound([])}
            />
          )}
        </FormField>
        <Show when={found().length > 0}>
          <ul id={listId} role="listbox" aria-label={text('comments.people')}>
            <For each={found()}>
              {(person, index) => (
                <li
                  id={`${listId}-${index()}`}
                  role="option"
                  aria-selected={index() === at()}
                  onPointerDown={(event) => {
                    event.preventDefault()
                    pick(person)
                  }}
                >
                  {person.label}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
      <div class="d-flex gap-2 mt-2">
        <Button type="submit" look="primary" isBusy={isBusy()} disabled={typed().trim() === ''}>
          {props.onCancel ? text('save') : text('comments.send')}
        </Button>
        <Show when={props.onCancel}>{(cancel) => <Button onClick={() => cancel()()}>{text('cancel')}</Button>}</Show>
      </div>
    </form>
  )
}
