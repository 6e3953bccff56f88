import { describe, expect, it } from 'vitest'
import type { LevelName } from '../app.ts'
import { effectiveRights, type Given } from './effective-rights.ts'

const presets: Record<string, readonly string[]> = { 'a.read': ['a.view'], 'a.work': ['a.view', 'a.edit'] }
const presetOf = (app: string, level: LevelName) => presets[`${app}.${level}`] ?? []
const given = ({ levels = {}, lines = {} }: { levels?: Record<string, LevelName>; lines?: Record<string, '+' | '-'> } = {}): Given => ({
  levels: new Map(Object.entries(levels)),
  lines: new Map(Object.entries(lines)),
})

describe('effective rights', () => {
  it.each([
    ['nothing from nothing', given(), [], {}],
    ['a level', given({ levels: { a: 'work' } }), [], { 'a.view': 'level:work', 'a.edit': 'level:work' }],
    ['a level of a group', given(), [given({ levels: { a: 'read' } })], { 'a.view': 'group:1:level:read' }],
    ['a single right of a group', given(), [given({ lines: { 'a.edit': '+' } })], { 'a.edit': 'group:1' }],
    ['the nearest origin first', given({ lines: { 'a.view': '+' } }), [given({ lines: { 'a.view': '+' } })], { 'a.view': 'direct' }],
    ['an own minus over a level', given({ levels: { a: 'work' }, lines: { 'a.edit': '-' } }), [], { 'a.view': 'level:work' }],
    ['an own minus over a group', given({ lines: { 'a.view': '-' } }), [given({ levels: { a: 'read' } })], {}],
    ['a minus of a group over a level', given({ levels: { a: 'work' } }), [given({ lines: { 'a.edit': '-' } })], { 'a.view': 'level:work' }],
    ['a minus of one group over a plus of another', given(), [given({ lines: { 'a.edit': '+' } }), given({ lines: { 'a.edit': '-' } })], {}],
    ['an own plus over the minus of a group', given({ lines: { 'a.edit': '+' } }), [given({ lines: { 'a.edit': '-' } })], { 'a.edit': 'direct' }],
  ] as const)('%s', (_name, own, groups, expected) => {
    expect(Object.fromEntries(effectiveRights({ own, groups: groups.map((one, at) => ({ id: at + 1, given: one })) }, presetOf))).toEqual(expected)
  })
})
