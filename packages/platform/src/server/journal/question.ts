import { addDays, type JournalQuestion, startOfDay } from '../../index.ts'

export interface Condition {
  readonly sql: string
  readonly values: readonly unknown[]
  /** Whether an index serves it; the others are tried on the entries that these leave. */
  readonly isIndexed: boolean
}

const stamp = (at: Date) => at.toISOString().slice(0, 23).replace('T', ' ')
const escaped = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
const condition = (sql: string, values: readonly unknown[], { isIndexed = true } = {}): Condition => ({ sql, values, isIndexed })

/** What a question asks of each entry, as conditions over `platform_journal j`. */
export function conditionsOf(question: JournalQuestion): Condition[] {
  const { from, to, action, document, text } = question
  const equals = [
    ['actor_id', question.actorId],
    ['affected_user_id', question.affectedUserId],
    ['affected_group_id', question.affectedGroupId],
    ['outcome', question.outcome],
    ['ip', question.ip],
    ['session', question.session],
    ['request_id', question.requestId],
  ] as const
  return [
    ...(from ? [condition('j.at >= ?', [stamp(startOfDay(from))])] : []),
    ...(to ? [condition('j.at < ?', [stamp(startOfDay(addDays(to, 1)))])] : []),
    ...(action ? [condition('j.action like ?', [`${escaped(action)}%`])] : []),
    ...equals.flatMap(([column, value]) => (value === undefined || value === '' ? [] : [condition(`j.${column} = ?`, [value])])),
    ...(question.right ? [condition('find_in_set(?, j.rights)', [question.right], { isIndexed: false })] : []),
    ...(document ? [documentIs(document)] : []),
    ...(text ? [condition('(j.note like ? or j.changes like ?)', [`%${escaped(text)}%`, `%${escaped(text)}%`], { isIndexed: false })] : []),
  ]
}

/** A key names one document; anything else begins a code. Two indexes cannot serve one `or`, so the form decides. */
const documentIs = (document: string): Condition =>
  /^[a-z]+(\.[a-z-]+)+:\d+$/i.test(document) ? condition('j.document = ?', [document]) : condition('j.document_code like ?', [`${escaped(document)}%`])
