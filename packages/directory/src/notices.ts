import type { TodoKind } from '@crm/platform'
import { rights } from './rights.ts'

/** A party of an active contract is no longer an active VAT payer, or one of its accounts left the register. */
export const whiteListTodo: TodoKind = { id: 'directory.white-list', right: rights.party.view.id }
