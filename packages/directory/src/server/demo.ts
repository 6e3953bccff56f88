import { asSampleUser, giveLevel, hashPassword, stamp, type System, transact, userHolder } from '@crm/platform/server'
import { insertRecord } from '@crm/register/server'
import { QueryTypes } from 'sequelize'
import { party } from '../party.ts'
import { rights } from '../rights.ts'
import { settings } from '../settings.ts'
import { sampleParties } from './sample-parties.ts'
import { sampleDepartments, samplePassword, samplePeople } from './sample-people.ts'

/** Departments, twelve people in a supervisor tree, sixty parties; all made up. */
export default async function demo(system: System): Promise<void> {
  const { sequelize } = system.database
  const now = system.now()
  const hash = await hashPassword(samplePassword)
  // The numbers of made-up parties are nobody's: the Ministry is not asked about them.
  await sequelize.query('insert into platform_setting (name, value, changed_at) values (?,?,?)', { replacements: [settings.whiteList.isOn.id, 'false', now] })
  const departments = new Map<string, number>()
  for (const name of new Set(samplePeople.map((person) => person.department))) {
    const [id] = await sequelize.query('insert into directory_department (name) values (?)', { type: QueryTypes.INSERT, replacements: [name] })
    departments.set(name, id)
  }
  const positions = new Map<string, number>()
  for (const name of new Set(samplePeople.map((person) => person.position))) {
    const [id] = await sequelize.query('insert into directory_position (name) values (?)', { type: QueryTypes.INSERT, replacements: [name] })
    positions.set(name, id)
  }
  const ids = new Map<string, number>()
  for (const person of samplePeople) {
    const [id] = await sequelize.query('insert into platform_user (login, email, name, password_hash, password_changed_at, created_at) values (?,?,?,?,?,?)', {
      type: QueryTypes.INSERT,
      replacements: [person.login, `${person.login}@firma.example`, person.name, hash, now, now],
    })
    ids.set(person.login, id)
    await sequelize.query('insert into directory_person (user_id, department_id, supervisor_id, position_id) values (?,?,?,?)', {
      type: QueryTypes.INSERT,
      replacements: [id, departments.get(person.department) ?? null, person.supervisor ? (ids.get(person.supervisor) ?? null) : null, positions.get(person.position) ?? null],
    })
  }
  for (const [department, { head, above }] of Object.entries(sampleDepartments))
    await sequelize.query('update directory_department set head_id = ?, parent_id = ? where id = ?', {
      replacements: [ids.get(head) ?? null, above ? (departments.get(above) ?? null) : null, departments.get(department) ?? 0],
    })
  await transact(system.database, async () => {
    for (const person of samplePeople) {
      for (const { app } of system.apps) {
        const level = person.levels[app.id] ?? person.elsewhere
        if (level) await giveLevel({ now }, { holder: userHolder(ids.get(person.login) ?? 0), app: app.id, level })
      }
    }
    await stamp(system, { userIds: [...ids.values()], now })
  })
  await asSampleUser(system, { login: 'admin', right: rights.party.create }, async (ctx) => {
    for (const values of sampleParties(60)) {
      const record = await insertRecord(ctx, party, values)
      await ctx.journal({ document: `${party.id}:${record.id}`, note: 'sample data' })
    }
  })
}
