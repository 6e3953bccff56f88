import { addDays, type Day, type Issue } from '@crm/platform'
import type { AnyRegister } from '@crm/register'
import { contractIssues } from './check.ts'
import type { ContractRow } from './fields.ts'

/** What an annex says: for how long, and which terms it puts in the place of the contract's own. */
export interface AnnexTerms {
  readonly number: string
  readonly signedOn: Day
  readonly startsOn: Day
  /** The last day of its effect; `null` lasts as long as the contract. */
  readonly endsOn: Day | null
  /** New values by the name of the field, as they are read. */
  readonly changes: Readonly<Record<string, unknown>>
}

export interface Annex extends AnnexTerms {
  readonly id: number
  readonly version: number
}

/** What a contract is by itself and where it is kept; an annex is about neither. */
const untouched = ['signedOn', 'startsOn', 'status', 'owner', 'department', 'costCentre', 'storagePlace', 'tags', 'notes']

/** The fields that an annex may change, in the order of the declaration. */
export const annexable = (register: AnyRegister): string[] =>
  Object.entries(register.fields)
    .filter(([name, field]) => field.presence !== 'computed' && !field.isAdded && !untouched.includes(name))
    .map(([name]) => name)

const isInForce = (annex: AnnexTerms, day: Day) => annex.startsOn <= day && (annex.endsOn === null || day <= annex.endsOn)

/** By content, never by the order of entry: what was typed in late is not what was agreed late. */
const earlier = (left: AnnexTerms, right: AnnexTerms) => compare(left.startsOn, right.startsOn) || compare(left.signedOn, right.signedOn) || compare(left.number, right.number)
const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0)

/**
 * The contract as it binds on a day. Of two annexes in force that change one field, the one that is in force later wins; then the one
 * signed later, then the one with the greater number. When an annex ends, what it covered is there again.
 */
export function termsAsOf<Row extends object>(contract: Row, annexes: readonly AnnexTerms[], day: Day): Row {
  const inForce = annexes.filter((annex) => isInForce(annex, day)).sort(earlier)
  return Object.assign({}, contract, ...inForce.map((annex) => annex.changes)) as Row // an annex has fields of the same declaration
}

/** The next day after `today` on which an annex begins or has ceased to count; `null` when it will change nothing more. */
export function nextTurn({ startsOn, endsOn }: AnnexTerms, today: Day): Day | null {
  if (startsOn > today) return startsOn
  return endsOn !== null && endsOn >= today ? addDays(endsOn, 1) : null
}

/** What is wrong with an annex, each at its field; a new value that makes no sense with the others is named as `changes.<field>`. */
export function annexIssues(contract: ContractRow, others: readonly AnnexTerms[], annex: AnnexTerms): Issue[] {
  const issues: Issue[] = []
  if (annex.signedOn < contract.signedOn) issues.push({ path: 'signedOn', code: 'annex-before-contract' })
  if (annex.startsOn < contract.startsOn) issues.push({ path: 'startsOn', code: 'annex-before-contract' })
  if (annex.endsOn !== null && annex.endsOn < annex.startsOn) issues.push({ path: 'endsOn', code: 'end-before-start' })
  if (others.some((other) => other.number === annex.number)) issues.push({ path: 'number', code: 'taken' })
  if (Object.keys(annex.changes).length === 0) issues.push({ path: 'changes', code: 'no-change' })
  if (issues.length > 0) return issues
  return contractIssues(termsAsOf(contract, [...others, annex], annex.startsOn)).map((issue) => ({ ...issue, path: `changes.${issue.path}` }))
}
