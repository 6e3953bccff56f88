import { Failure, type Issue } from '@crm/platform'
import { type AnyRegister, isImported, type MapInput } from '../../index.ts'
import type { KeptImport } from './found.ts'

/** A column or value for every required field, each field once, none that is computed. */
export function refuseMapping(register: AnyRegister, one: KeptImport, { columns, constants }: MapInput): void {
  const issues: Issue[] = []
  if (columns.length !== one.heads.length) issues.push({ path: 'columns', code: 'wrong-value' })
  const used = columns.filter((name) => name !== null)
  for (const name of used) {
    if (!isImported(register.fields[name])) issues.push({ path: name, code: 'unknown-field' })
    else if (used.indexOf(name) !== used.lastIndexOf(name) && !issues.some((issue) => issue.path === name)) issues.push({ path: name, code: 'twice' })
  }
  for (const [name, field] of Object.entries(register.fields))
    if (field.presence === 'required' && !used.includes(name) && (constants[name] === null || constants[name] === undefined)) issues.push({ path: name, code: 'required' })
  if (issues.length > 0) throw new Failure('invalid', { issues })
}
