import { Failure, type Issue } from '@crm/platform'
import type { System } from '@crm/platform/server'
import type { AddedChoice, AddedField, AnyRegister } from '../../index.ts'

/** What admins said of a register's free columns, in the order of its forms. */
export async function addedIn(system: System, register: string): Promise<AddedField[]> {
  const rows = await system.database.read.query('select field, pl, en, choices, is_used from register_added_field where register = ? order by place, field', [register])
  return rows.map(([field, pl, en, choices, isUsed]) => ({
    field: String(field),
    pl: String(pl),
    en: String(en),
    choices: JSON.parse(String(choices)) as AddedChoice[], // written by change.ts
    isUsed: isUsed === 1,
  }))
}

/**
 * Refuses a value for a column that is free or out of use, and a choice that there is not; one that is there already may stay.
 *
 * @throws Failure 'invalid' naming each field
 */
export async function refuseUnsaid(
  system: System,
  register: AnyRegister,
  { values, before = {} }: { values: Readonly<Record<string, unknown>>; before?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const given = Object.entries(values).filter(([name, value]) => register.fields[name]?.isAdded && value !== null && value !== undefined && value !== before[name])
  if (given.length === 0) return
  const known = new Map((await addedIn(system, register.id)).map((one) => [one.field, one]))
  const issues = given.flatMap(([path, value]): Issue[] => {
    const said = known.get(path)
    if (!said?.isUsed) return [{ path, code: 'unknown-field' }]
    const isChoice = register.fields[path]?.kind === 'choice'
    return isChoice && !said.choices.some((choice) => choice.isUsed && choice.id === value) ? [{ path, code: 'not-a-choice' }] : []
  })
  if (issues.length > 0) throw new Failure('invalid', { issues })
}
