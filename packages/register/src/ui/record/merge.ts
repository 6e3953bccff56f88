import type { AnyRegister } from '../../index.ts'
import { entered, type Values } from '../form/form.ts'

/** One field in which two editors may have met. */
export interface Meeting {
  readonly field: string
  readonly mine: unknown
  readonly theirs: unknown
  /** Both changed it, to different values: somebody must choose. */
  readonly isConflict: boolean
}

const same = (left: unknown, right: unknown) => JSON.stringify(left ?? null) === JSON.stringify(right ?? null)

/** What I and the others changed since we both saw `before`. */
export function meetings(register: AnyRegister, { before, mine, theirs }: { before: Values; mine: Values; theirs: Values }): Meeting[] {
  return entered(register).flatMap((field) => {
    const [iDid, theyDid] = [!same(mine[field], before[field]), !same(theirs[field], before[field])]
    if (!iDid && !theyDid) return []
    return [{ field, mine: mine[field] ?? null, theirs: theirs[field] ?? null, isConflict: iDid && theyDid && !same(mine[field], theirs[field]) }]
  })
}

/** Their record with my changes; where both changed a field, what was chosen. */
export function merged(register: AnyRegister, sides: { before: Values; mine: Values; theirs: Values }, chosen: Readonly<Record<string, 'mine' | 'theirs'>>): Values {
  const all = meetings(register, sides)
  return {
    ...sides.theirs,
    ...Object.fromEntries(all.filter((one) => (one.isConflict ? chosen[one.field] === 'mine' : !same(one.mine, sides.before[one.field]))).map((one) => [one.field, one.mine])),
  }
}
