import type { LevelName } from '../app.ts'

/** What was given to one user or group: a level for some apps, and single rights with a plus or a minus. */
export interface Given {
  readonly levels: ReadonlyMap<string, LevelName>
  readonly lines: ReadonlyMap<string, '+' | '-'>
}

export interface Gifts {
  readonly own: Given
  readonly groups: readonly { readonly id: number; readonly given: Given }[]
}

/** Where a held right comes from: `direct`, `level:work`, `group:7`, `group:7:level:work`. */
export type Origin = string

/**
 * The rights that follow from everything given to a user and to their groups, with the nearest origin of each.
 *
 * A plus of one's own beats every minus; a minus of one's own beats what levels and groups give; a group's minus beats levels and other groups.
 *
 * @param presetOf the right ids of an app's level as they are now
 */
export function effectiveRights(gifts: Gifts, presetOf: (app: string, level: LevelName) => readonly string[]): Map<string, Origin> {
  const held = new Map<string, Origin>()
  const give = (right: string, origin: Origin) => {
    if (!held.has(right)) held.set(right, origin)
  }
  const minus = new Set(gifts.groups.flatMap(({ given }) => idsOf(given, '-')))
  for (const right of idsOf(gifts.own, '-')) minus.add(right)
  for (const right of idsOf(gifts.own, '+')) {
    minus.delete(right)
    give(right, 'direct')
  }
  for (const [app, level] of gifts.own.levels) for (const right of presetOf(app, level)) give(right, `level:${level}`)
  for (const { id, given } of gifts.groups) for (const right of idsOf(given, '+')) give(right, `group:${id}`)
  for (const { id, given } of gifts.groups) for (const [app, level] of given.levels) for (const right of presetOf(app, level)) give(right, `group:${id}:level:${level}`)
  for (const right of minus) held.delete(right)
  return held
}

const idsOf = (given: Given, effect: '+' | '-') => [...given.lines].filter(([, is]) => is === effect).map(([right]) => right)
