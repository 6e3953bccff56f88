import { DataTypes, type Model, type ModelAttributes, type ModelStatic, type Sequelize } from 'sequelize'
import type { AnyRegister } from '../../index.ts'
import { columnsOf, linkTable } from './column.ts'

export type RegisterModel = ModelStatic<Model<Record<string, unknown>>>

/** What every register's table has beside its fields. */
const common: ModelAttributes = {
  id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true, autoIncrement: true },
  version: { type: DataTypes.INTEGER.UNSIGNED, allowNull: false },
  shelf: { type: DataTypes.STRING(8), allowNull: false },
  access_id: { type: DataTypes.INTEGER.UNSIGNED },
  created_at: { type: DataTypes.DATE(3), allowNull: false },
  updated_at: { type: DataTypes.DATE(3), allowNull: false },
}

/** Define the Sequelize models of a register: its table, the search text beside it, a link table per field of several references. */
export function defineModels(sequelize: Sequelize, register: AnyRegister): void {
  const fields: ModelAttributes = Object.fromEntries(
    Object.entries(register.fields).flatMap(([name, field]) => columnsOf(name, field).map((column) => [column.name, { type: column.type }])),
  )
  const options = { underscored: false, freezeTableName: true, timestamps: false }
  sequelize.define(register.table, { ...common, ...fields }, { ...options, tableName: register.table })
  sequelize.define(
    `${register.table}_search`,
    { id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true }, body: { type: DataTypes.BLOB }, changed_at: { type: DataTypes.DATE(3) } },
    { ...options, tableName: `${register.table}_search` },
  )
  for (const [name, field] of Object.entries(register.fields)) {
    if (field.kind !== 'references') continue
    const table = linkTable(register.table, name)
    sequelize.define(
      table,
      { record_id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true }, target_id: { type: DataTypes.INTEGER.UNSIGNED, primaryKey: true } },
      { ...options, tableName: table },
    )
  }
}

export const modelOf = (sequelize: Sequelize, table: string): RegisterModel => sequelize.model(table) as RegisterModel // defined by defineModels with plain records
