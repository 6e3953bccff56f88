import { type Gifts, type Given, type LevelName, levelNames } from '../../index.ts'
import { statement } from '../database/database.ts'
import type { ServerApp } from '../server-app.ts'

/** Who something is given to: `u12` is a user, `g3` a group. */
export type Holder = `u${number}` | `g${number}`
export const userHolder = (id: number): Holder => `u${id}`
export const groupHolder = (id: number): Holder => `g${id}`

interface GiftRow {
  holder: string
  name: string
  what: string
}

/** What was given to each of these users and to the groups that they are in; read in the running transaction. */
export async function giftsOf(userIds: readonly number[]): Promise<Map<number, Gifts>> {
  const members = await statement<{ group_id: number; user_id: number }[]>('select group_id, user_id from platform_group_member where user_id in (?) order by group_id', [userIds])
  const holders = [...userIds.map(userHolder), ...new Set(members.map((member) => groupHolder(member.group_id)))]
  const levels = await statement<GiftRow[]>('select holder, app_id as name, level as what from platform_level where holder in (?)', [holders])
  const lines = await statement<GiftRow[]>('select holder, right_id as name, effect as what from platform_right_line where holder in (?)', [holders])
  const givenTo = (holder: Holder): Given => ({
    levels: new Map(levels.filter((row) => row.holder === holder).map((row) => [row.name, row.what as LevelName])), // an enum of the table
    lines: new Map(lines.filter((row) => row.holder === holder).map((row) => [row.name, row.what as '+' | '-'])), // as above
  })
  const ofGroup = new Map([...new Set(members.map((member) => member.group_id))].map((id) => [id, givenTo(groupHolder(id))]))
  return new Map(
    userIds.map((id) => [
      id,
      {
        own: givenTo(userHolder(id)),
        groups: members.filter((member) => member.user_id === id).map(({ group_id }) => ({ id: group_id, given: ofGroup.get(group_id) ?? nothing })),
      },
    ]),
  )
}

const nothing: Given = { levels: new Map(), lines: new Map() }

interface PresetRow {
  app_id: string
  level: LevelName
  right_id: string
  effect: '+' | '-'
}

/** The levels of every app as an admin has left them: what the app declares, with what was added and taken out. */
export async function readPresets(apps: readonly ServerApp[]): Promise<(app: string, level: LevelName) => readonly string[]> {
  const edits = await statement<PresetRow[]>('select app_id, level, right_id, effect from platform_preset', [])
  const presets = new Map(
    apps.flatMap(({ app }) =>
      levelNames.map((level) => {
        const rights = new Set(app.levels[level])
        for (const edit of edits) if (edit.app_id === app.id && edit.level === level) edit.effect === '+' ? rights.add(edit.right_id) : rights.delete(edit.right_id)
        return [`${app.id}.${level}`, [...rights]] as const
      }),
    ),
  )
  return (app, level) => presets.get(`${app}.${level}`) ?? []
}
