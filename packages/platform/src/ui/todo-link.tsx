import { Icon } from '@crm/widgets/ui'
import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { messages } from '../messages/index.ts'
import { useText } from './text.ts'
import { useTodos } from './todos.ts'

/** In the top bar: how much waits, and the way there. */
export function TodoLink() {
  const text = useText(messages)
  const todos = useTodos()
  const count = () => todos.value()?.length ?? 0
  return (
    <A href="/todo" class="btn btn-sm btn-quiet" aria-label={count() > 0 ? `${text('todo.title')}: ${count()}` : text('todo.title')} title={text('todo.title')}>
      <Icon name="task" />
      <Show when={count() > 0}>
        <span class="ms-2">{count()}</span>
      </Show>
    </A>
  )
}
