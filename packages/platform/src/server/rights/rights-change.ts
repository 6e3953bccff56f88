import { invalid, type RightsChange, type RightsEffect, rightsOf } from '../../index.ts'
import { statement } from '../database/database.ts'
import { type Difference, giveLevel, restamp, type Stamping } from './levels.ts'
import type { ServerApp } from '../server-app.ts'
import type { System } from '../context.ts'

/**
 * Change lines, levels and presets, and stamp everybody whom it touches.
 *
 * @throws Failure 'invalid' for a right, app, user or group that does not exist; 'own-rights' and 'last-holder' of {@link restamp}
 */
export async function applyChange(ctx: Stamping, change: RightsChange): Promise<readonly Difference[]> {
  refuseUnknown(ctx.system.apps, change)
  const holders = [...new Set([...change.lines, ...change.levels].map((one) => one.holder))]
  await refuseUnknownHolders(holders)
  const before = await givenRows(holders)
  for (const { holder, right, effect } of change.lines) {
    if (effect === null) await statement('delete from platform_right_line where holder = ? and right_id = ?', [holder, right])
    else
      await statement('replace into platform_right_line (holder, right_id, effect, given_by, given_at, request_id) values (?,?,?,?,?,?)', [
        holder,
        right,
        effect,
        ctx.user?.id ?? null,
        ctx.now,
        ctx.requestId ?? '',
      ])
  }
  for (const { holder, app, level } of change.levels) await giveLevel(ctx, { holder: holder as `u${number}`, app, level }) // its form was checked by the input's schema
  for (const edit of change.presets) await savePreset(ctx, edit)
  const differences = await restamp(ctx, await touched(holders, change))
  const after = await givenRows(holders)
  for (const holder of holders) {
    const isGroup = holder.startsWith('g')
    const id = Number(holder.slice(1))
    // What a user holds in the end was journalled by restamp; a gift that changes nothing now is told by itself.
    if (!isGroup && differences.some((one) => one.userId === id)) continue
    await ctx.journal({
      document: isGroup ? `platform.group:${id}` : `platform.user:${id}`,
      ...(isGroup ? { affectedGroupId: id } : { affectedUserId: id }),
      changes: differenceOf(before.get(holder), after.get(holder)),
      ...(change.note ? { note: change.note } : {}),
    })
  }
  for (const { app, level, right, isIn } of change.presets) {
    await ctx.journal({ document: `platform.preset:${app}.${level}`, changes: { [right]: isIn ? ['-', '+'] : ['+', '-'] }, ...(change.note ? { note: change.note } : {}) })
  }
  if (change.note && differences.length > 0) await ctx.journal({ document: 'platform.rights', note: change.note })
  return differences
}

/** What {@link applyChange} would do: done for good inside the running transaction, looked at, and taken back. */
export async function previewChange(ctx: Stamping, change: RightsChange): Promise<readonly Difference[]> {
  await statement('savepoint preview', [])
  try {
    return await applyChange({ ...ctx, journal: async () => undefined }, change)
  } finally {
    await statement('rollback to savepoint preview', [])
  }
}

/** Differences with names; a right that only changed its origin is neither gained nor lost. */
export async function effectsOf(system: System, differences: readonly Difference[]): Promise<RightsEffect[]> {
  if (differences.length === 0) return []
  const names = new Map(
    (await system.database.read.query('select id, name from platform_user where id in (?)', [differences.map((one) => one.userId)])).map(([id, name]) => [
      Number(id),
      String(name),
    ]),
  )
  return differences
    .map(({ userId, changes }) => {
      const sides = Object.entries(changes)
      return {
        userId,
        name: names.get(userId) ?? '',
        gained: sides.filter(([, [was]]) => was === null).map(([right]) => right),
        lost: sides.filter(([, [, is]]) => is === null).map(([right]) => right),
      }
    })
    .filter(({ gained, lost }) => gained.length + lost.length > 0)
    .sort((left, right) => left.name.localeCompare(right.name, 'pl'))
}

function refuseUnknown(apps: readonly ServerApp[], change: RightsChange): void {
  const known = new Set(apps.flatMap(({ app }) => rightsOf(app.rights)).map((right) => right.id))
  const ids = new Set<string>(apps.map(({ app }) => app.id))
  const unknown = [...change.lines, ...change.presets].find(({ right }) => !known.has(right))
  if (unknown) throw invalid({ path: `right.${unknown.right}`, code: 'not-a-choice' })
  const stranger = [...change.levels, ...change.presets].find(({ app }) => !ids.has(app))
  if (stranger) throw invalid({ path: `app.${stranger.app}`, code: 'not-a-choice' })
  const foreign = change.presets.find(({ app, right }) => !right.startsWith(`${app}.`))
  if (foreign) throw invalid({ path: `right.${foreign.right}`, code: 'not-a-choice' })
}

async function refuseUnknownHolders(holders: readonly string[]): Promise<void> {
  const ids = (kind: 'u' | 'g') => holders.filter((holder) => holder.startsWith(kind)).map((holder) => Number(holder.slice(1)))
  for (const [kind, table] of [
    ['u', 'platform_user'],
    ['g', 'platform_group'],
  ] as const) {
    const wanted = ids(kind)
    if (wanted.length === 0) continue
    const found = new Set((await statement<{ id: number }[]>(`select id from ${table} where id in (?)`, [wanted])).map((row) => row.id))
    const missing = wanted.find((id) => !found.has(id))
    if (missing) throw invalid({ path: `holder.${kind}${missing}`, code: 'not-a-choice' })
  }
}

async function savePreset(ctx: Stamping, { app, level, right, isIn }: RightsChange['presets'][number]): Promise<void> {
  const declared = ctx.system.apps.find((server) => server.app.id === app)?.app.levels[level].includes(right) ?? false
  if (declared === isIn) return void (await statement('delete from platform_preset where app_id = ? and level = ? and right_id = ?', [app, level, right]))
  await statement('replace into platform_preset (app_id, level, right_id, effect, given_by, given_at) values (?,?,?,?,?,?)', [
    app,
    level,
    right,
    isIn ? '+' : '-',
    ctx.user?.id ?? null,
    ctx.now,
  ])
}

/** Everybody whose rights may follow from what was changed. */
async function touched(holders: readonly string[], change: RightsChange): Promise<number[]> {
  const all = new Set(holders)
  for (const { app, level } of change.presets) {
    for (const row of await statement<{ holder: string }[]>('select holder from platform_level where app_id = ? and level = ?', [app, level])) all.add(row.holder)
  }
  const groups = [...all].filter((holder) => holder.startsWith('g')).map((holder) => Number(holder.slice(1)))
  const members = groups.length === 0 ? [] : await statement<{ user_id: number }[]>('select distinct user_id from platform_group_member where group_id in (?)', [groups])
  return [...new Set([...[...all].filter((holder) => holder.startsWith('u')).map((holder) => Number(holder.slice(1))), ...members.map((member) => member.user_id)])]
}

/** Lines and levels of each holder, as text by name. */
async function givenRows(holders: readonly string[]): Promise<Map<string, Record<string, string>>> {
  if (holders.length === 0) return new Map()
  const rows = await statement<{ holder: string; name: string; what: string }[]>(
    `select holder, right_id as name, effect as what from platform_right_line where holder in (?)
     union all select holder, concat('level:', app_id), level from platform_level where holder in (?)`,
    [holders, holders],
  )
  return new Map(holders.map((holder) => [holder, Object.fromEntries(rows.filter((row) => row.holder === holder).map((row) => [row.name, row.what]))]))
}

function differenceOf(before: Record<string, string> = {}, after: Record<string, string> = {}): Record<string, readonly [string | null, string | null]> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name])
  return Object.fromEntries(names.map((name) => [name, [before[name] ?? null, after[name] ?? null] as const]))
}
