import { reminderTodo } from '../../notices.ts'
import { closeTodos } from '../todo/todo.ts'

type Here = Parameters<typeof closeTodos>[0]

/** The key of an occurrence's task. */
export const taskOf = (occurrenceId: number): string => `platform.reminder:${occurrenceId}`

export const closeTask = (ctx: Here, occurrenceId: number): Promise<void> => closeTodos(ctx, { kind: reminderTodo, document: taskOf(occurrenceId) })
