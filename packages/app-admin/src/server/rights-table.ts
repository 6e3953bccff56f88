import { addDays, type Language, type LevelName, levelNames, rightsOf, sentence } from '@crm/platform'
import type { Reading, System } from '@crm/platform/server'
import type { CellSign, HolderLine, RightLine, RightsTable, TableQuestion } from '../rights-wire.ts'

/** Who may do what: every right, every active person and group, the sign of each cell. */
export async function rightsTable(ctx: Reading, { language, on }: TableQuestion): Promise<RightsTable> {
  const { system } = ctx
  const rights = rightLines(system, language)
  const at = new Map(rights.map((right, index) => [right.id, index]))
  const [people, groups, held, lines, levels, edits] = await Promise.all([
    system.database.read.query(
      `select u.id, u.name, d.name from platform_user u left join directory_person p on p.user_id = u.id left join directory_department d on d.id = p.department_id
       where u.is_active = 1 or ? order by u.name limit 2000`,
      [on === undefined ? 0 : 1],
    ),
    system.database.read.query(
      'select g.id, g.kind, g.name, count(m.user_id) from platform_group g left join platform_group_member m on m.group_id = g.id group by g.id, g.kind, g.name order by g.kind, g.name',
    ),
    on === undefined ? system.database.read.query('select user_id, right_id, origin from platform_user_right') : heldOn(system, on),
    system.database.read.query('select holder, right_id, effect from platform_right_line'),
    system.database.read.query('select holder, app_id, level from platform_level'),
    system.database.read.query('select level, right_id, effect from platform_preset'),
  ])
  const rows = new Map<string, CellSign[]>()
  const rowOf = (holder: string) => {
    const known = rows.get(holder)
    if (known) return known
    const made = rights.map((): CellSign => '.')
    rows.set(holder, made)
    return made
  }
  const set = (holder: string, right: string, sign: CellSign) => {
    const index = at.get(right)
    if (index !== undefined) rowOf(holder)[index] = sign
  }
  const presets = presetsOf(system, { rights, edits })
  for (const [userId, right, origin] of held) set(`u${userId}`, String(right), signOf(String(origin)))
  if (on === undefined) {
    for (const [holder, app, level] of levels) {
      if (!String(holder).startsWith('g')) continue
      const preset = presets[level as LevelName] // an enum of the table
      for (const [index, right] of rights.entries()) if (right.app === app && preset[index] === '1') set(String(holder), right.id, 'l')
    }
    for (const [holder, right, effect] of lines) if (effect === '-' || String(holder).startsWith('g')) set(String(holder), String(right), effect as '+' | '-') // as above
  }
  const holders: HolderLine[] = [
    ...(on === undefined ? groups.map(([id, kind, name, count]) => ({ id: `g${id}`, kind: kind as HolderLine['kind'], name: String(name), note: String(count) })) : []),
    ...people.map(([id, name, department]) => ({ id: `u${id}`, kind: 'person' as const, name: String(name), note: department === null ? null : String(department) })),
  ]
  return {
    apps: system.apps
      .filter(({ app }) => rights.some((right) => right.app === app.id))
      .map(({ app }) => ({ id: app.id, title: sentence(app.messages[language], 'title', { language }) ?? app.id })),
    rights,
    holders,
    cells: Object.fromEntries(holders.map(({ id }) => [id, rowOf(id).join('')])),
    levels: on === undefined ? levelsOf(levels) : {},
    presets,
  }
}

const heldOn = (system: System, day: string) =>
  system.database.read.query('select user_id, right_id, origin from platform_right_interval where from_at < ? and (until_at is null or until_at >= ?) order by id', [
    endOf(day),
    endOf(day),
  ])

/** The end of a day in Warsaw, as UTC: the first moment whose day is the next one. */
function endOf(day: string): string {
  const next = addDays(day, 1)
  // Warsaw is one or two hours before UTC; its midnight is at one of these two.
  const candidates = [22, 23].map((hour) => new Date(`${day}T${hour}:00:00Z`))
  const midnight = candidates.find((moment) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Warsaw' }).format(moment) === next) ?? new Date(`${day}T23:00:00Z`)
  return midnight.toISOString().slice(0, 19).replace('T', ' ')
}

const signOf = (origin: string): CellSign => (origin.startsWith('level:') ? 'l' : origin.startsWith('group:') ? 'g' : '+')

/** Every right of every app, with its texts. */
function rightLines(system: System, language: Language): RightLine[] {
  return system.apps.flatMap(({ app }) =>
    rightsOf(app.rights).map((right) => {
      const path = `rights.${right.id.slice(app.id.length + 1)}`
      const say = (part: string) => sentence(app.messages[language], `${path}.${part}`, { language }) ?? right.id
      return { id: right.id, app: app.id, name: say('name'), description: say('description'), isSensitive: right.risk === 'sensitive' }
    }),
  )
}

function presetsOf(system: System, { rights, edits }: { rights: readonly RightLine[]; edits: readonly (readonly unknown[])[] }): Record<LevelName, string> {
  const levelOf = (level: LevelName) => {
    const inIt = new Set(system.apps.flatMap(({ app }) => app.levels[level]))
    for (const [edited, right, effect] of edits) if (edited === level) effect === '+' ? inIt.add(String(right)) : inIt.delete(String(right))
    return rights.map((right) => (inIt.has(right.id) ? '1' : '0')).join('')
  }
  return Object.fromEntries(levelNames.map((level) => [level, levelOf(level)])) as Record<LevelName, string> // one for each name
}

function levelsOf(rows: readonly (readonly unknown[])[]): Record<string, Record<string, LevelName>> {
  const byHolder: Record<string, Record<string, LevelName>> = {}
  for (const [holder, app, level] of rows) byHolder[String(holder)] = { ...byHolder[String(holder)], [String(app)]: level as LevelName } // an enum of the table
  return byHolder
}
