import { onChanged } from './changes.ts'
import { createLive, type Live } from './live.ts'
import { platformApi } from './platform-api.ts'
import { useMe } from './session.ts'
import type { TodoLine } from '../index.ts'

/** One's own tasks, live. */
export function useTodos(): Live<TodoLine[]> {
  const me = useMe()
  const todos = createLive(
    () => me().id,
    () => platformApi.todo.list.fetch(),
  )
  onChanged(
    () => `platform.todo:${me().id}`,
    () => void todos.refetch(),
  )
  return todos
}
