import { type LevelName, levelNames, type RightsChange } from '@crm/platform'
import { createMemo, createSignal } from 'solid-js'
import type { CellSign, RightsTable } from '../../index.ts'

export type Mode = 'holders' | 'presets'
/** A row of the table: an app's level, or a right. */
export type Row = { readonly app: string; readonly right: null } | { readonly app: string; readonly right: number }

type Effect = '+' | '-' | null

/** What was marked in the table and is not saved yet. */
export function createChanges(table: () => RightsTable) {
  const [lines, setLines] = createSignal<ReadonlyMap<string, Effect>>(new Map())
  const [levels, setLevels] = createSignal<ReadonlyMap<string, LevelName | null>>(new Map())
  const [presets, setPresets] = createSignal<ReadonlyMap<string, boolean>>(new Map())
  const key = (holder: string, name: string) => `${holder} ${name}`

  const storedSign = (holder: string, right: number) => (table().cells[holder]?.[right] ?? '.') as CellSign // the signs of the table
  const storedLevel = (holder: string, app: string): LevelName | null => table().levels[holder]?.[app] ?? null
  const storedPreset = (level: LevelName, right: number) => table().presets[level][right] === '1'
  const rightId = (right: number) => table().rights[right]?.id ?? ''

  const withEntry = <Value>(map: ReadonlyMap<string, Value>, name: string, value: Value | undefined) => {
    const next = new Map(map)
    if (value === undefined) next.delete(name)
    else next.set(name, value)
    return next
  }

  /** What a cell shows: the stored sign, or the one marked; `?` where levels and groups will decide. */
  const signOf = (holder: string, right: number): { sign: CellSign | '?'; isChanged: boolean } => {
    const marked = lines().get(key(holder, rightId(right)))
    return marked === undefined ? { sign: storedSign(holder, right), isChanged: false } : { sign: marked ?? '?', isChanged: true }
  }
  const levelOf = (holder: string, app: string) => {
    const marked = levels().get(key(holder, app))
    return marked === undefined ? { level: storedLevel(holder, app), isChanged: false } : { level: marked, isChanged: true }
  }
  const isInPreset = (level: LevelName, right: number) => {
    const marked = presets().get(key(level, rightId(right)))
    return { isIn: marked ?? storedPreset(level, right), isChanged: marked !== undefined }
  }

  const mark = (holder: string, right: number, effect: Effect) => {
    const stored = storedSign(holder, right)
    const isAsStored = effect === null ? stored !== '+' && stored !== '-' : effect === stored
    setLines(withEntry(lines(), key(holder, rightId(right)), isAsStored ? undefined : effect))
  }
  /** Not held → given; held by level or group → taken; given or taken directly → back to levels and groups. */
  const toggle = (holder: string, right: number) => {
    const { sign, isChanged } = signOf(holder, right)
    if (isChanged) return setLines(withEntry(lines(), key(holder, rightId(right)), undefined))
    mark(holder, right, sign === '.' ? '+' : sign === 'l' || sign === 'g' ? '-' : null)
  }
  const markMany = (holders: readonly string[], { rights, effect }: { rights: readonly number[]; effect: Effect }) => {
    const next = new Map(lines())
    for (const holder of holders) {
      for (const right of rights) {
        const stored = storedSign(holder, right)
        const isThere = effect === null ? stored !== '+' && stored !== '-' : effect === '+' ? stored !== '.' && stored !== '-' : stored === '.' || stored === '-'
        if (isThere) next.delete(key(holder, rightId(right)))
        else next.set(key(holder, rightId(right)), effect)
      }
    }
    setLines(next)
  }
  const nextLevel = (holder: string, app: string) => {
    const { level } = levelOf(holder, app)
    const order: readonly (LevelName | null)[] = [null, ...levelNames]
    const next = order[(order.indexOf(level) + 1) % order.length] ?? null
    setLevels(withEntry(levels(), key(holder, app), next === storedLevel(holder, app) ? undefined : next))
  }
  const togglePreset = (level: LevelName, right: number) => {
    const { isIn } = isInPreset(level, right)
    setPresets(withEntry(presets(), key(level, rightId(right)), !isIn === storedPreset(level, right) ? undefined : !isIn))
  }

  const parts = (name: string) => {
    const [first = '', second = ''] = name.split(' ')
    return [first, second] as const
  }
  const change = createMemo(
    (): RightsChange => ({
      lines: [...lines()].map(([name, effect]) => ({ holder: parts(name)[0], right: parts(name)[1], effect })),
      levels: [...levels()].map(([name, level]) => ({ holder: parts(name)[0], app: parts(name)[1], level })),
      presets: [...presets()].map(([name, isIn]) => ({ app: parts(name)[1].split('.')[0] ?? '', level: parts(name)[0] as LevelName, right: parts(name)[1], isIn })), // keys made above
    }),
  )
  const count = () => lines().size + levels().size + presets().size
  const discard = () => {
    setLines(new Map())
    setLevels(new Map())
    setPresets(new Map())
  }
  return { signOf, levelOf, isInPreset, toggle, markMany, nextLevel, togglePreset, change, count, discard }
}
