import { DataTypes, type ModelAttributeColumnOptions } from 'sequelize'
import type { Field, Kind } from '../../index.ts'

export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/([a-z])(\d)/g, '$1$2')

/** One database column of a field. */
export interface Column {
  readonly name: string
  readonly type: ModelAttributeColumnOptions['type']
}

const labelLength = 200

/** Which columns a field takes in the table, by its kind. */
const columns: Record<Kind, (name: string, field: Field) => Column[]> = {
  text: (name, field) => [{ name, type: DataTypes.STRING(field.maxLength ?? 255) }],
  longText: (name) => [{ name, type: DataTypes.TEXT }],
  code: (name, field) => [{ name, type: DataTypes.STRING(field.maxLength ?? 60) }],
  integer: (name) => [{ name, type: DataTypes.INTEGER }],
  decimal: (name, field) => [{ name, type: DataTypes.DECIMAL(field.precision ?? 12, field.scale ?? 2) }],
  money: (name) => [{ name, type: DataTypes.DECIMAL(15, 2) }],
  day: (name) => [{ name, type: DataTypes.DATEONLY }],
  moment: (name) => [{ name, type: DataTypes.DATE(3) }],
  choice: (name) => [{ name, type: DataTypes.STRING(40) }],
  yesNo: (name) => [{ name, type: DataTypes.BOOLEAN }],
  tags: (name) => [{ name, type: DataTypes.STRING(500) }],
  items: (name) => [{ name, type: DataTypes.TEXT }],
  // The label stands beside the id: sorting, searching and listing by a name cost what any text costs.
  reference: (name) => [
    { name: `${name}_id`, type: DataTypes.INTEGER.UNSIGNED },
    { name: `${name}_label`, type: DataTypes.STRING(labelLength) },
  ],
  references: (name) => [
    { name: `${name}_ids`, type: DataTypes.STRING(500) },
    { name: `${name}_label`, type: DataTypes.STRING(labelLength * 2) },
  ],
}

const known = new WeakMap<Field, Map<string, readonly Column[]>>()

/** The columns of a field; asked for every column of every list, so each is made once. */
export function columnsOf(name: string, field: Field): readonly Column[] {
  const byName = known.get(field) ?? new Map<string, readonly Column[]>()
  known.set(field, byName)
  const made = byName.get(name) ?? columns[field.kind](snake(name), field)
  byName.set(name, made)
  return made
}

/** The column that a list sorts and compares by: of what is named elsewhere its name, which stands last. */
export const sortColumn = (name: string, field: Field): string => columnsOf(name, field).at(-1)?.name ?? snake(name)

/** The link table of a field that refers to several documents. */
export const linkTable = (table: string, name: string): string => `${table}_${snake(name)}`
