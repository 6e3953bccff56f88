import { dayOf } from '@crm/platform'
import { asSampleUser, statement, type System } from '@crm/platform/server'
import { accessSubject, insertRecord, registerDocument } from '@crm/register/server'
import { rights } from '../../rights.ts'
import { variants } from '../../variants.ts'
import { ownTable } from '../own-table.ts'
import { type Cast, sampleContracts } from './sample-contracts.ts'
import { openDice } from './dice.ts'
import { addSampleFields, sampleAdded } from './sample-added.ts'
import { sampleCourse } from './sample-course.ts'
import { samplePapers } from './sample-papers.ts'
import { sampleProperty } from './sample-property.ts'
import { sampleReminders } from './sample-reminders.ts'
import { sampleView } from './sample-view.ts'
import { sampleVoided } from './sample-voided.ts'
import { sampleStaff } from './sample-staff.ts'

const counts = { trade: 300, property: 40, staff: 40 }

/** Made-up contracts of every variant. */
export default async function demo(system: System): Promise<void> {
  const cast = await readCast(system)
  await addSampleFields(system)
  const made = { trade: sampleContracts(cast, { count: counts.trade }), property: sampleProperty(cast, counts.property), staff: sampleStaff(cast, counts.staff) }
  for (const entity of ['trade', 'property', 'staff'] as const) {
    const { register, isConfidential } = variants[entity]
    const document = registerDocument(register, { view: rights[entity].view })
    const own = ownTable(accessSubject(register, { rights: rights[entity], document }))
    const dice = openDice(20_261_125)
    await asSampleUser(system, { login: 'anna', right: rights[entity].create }, async (ctx) => {
      const all = [...made[entity]]
      for (const [at, values] of all.entries()) {
        const record = await insertRecord(ctx, register, entity === 'trade' ? { ...values, ...sampleAdded(at) } : values)
        await ctx.journal({ document: `${register.id}:${record.id}`, documentCode: String(record.values.number), note: 'sample data' })
        if (isConfidential) await own.created(ctx, record)
        await sampleCourse(ctx, register, { record, dice, today: cast.today })
        await sampleReminders(ctx, register, { id: record.id, at })
        await samplePapers(ctx, register, { record, at })
      }
      await sampleVoided(ctx, register, all[0] ?? {})
      await sampleView(ctx, register)
    })
  }
  await samplePlaces(system)
}

/** The cabinets and binders that the sample contracts name. */
const samplePlaces = (system: System) =>
  asSampleUser(system, { login: 'anna', right: rights.papers.manage }, async (ctx) => {
    for (const { register } of Object.values(variants))
      await statement(
        `insert ignore into storage_place (desk, code, created_at) select distinct 'contracts.papers', storage_place, ? from ${register.table} where storage_place is not null`,
        [ctx.now],
      )
    for (const [whole, parts] of [
      ['Szafa pancerna', 'Szafa pancerna, %'],
      ['Archiwum', 'Archiwum, %'],
      ['Regał w sekretariacie', 'Segregator %'],
    ]) {
      const { insertId } = await statement("insert into storage_place (desk, code, created_at) values ('contracts.papers', ?, ?)", [whole, ctx.now])
      await statement('update storage_place set within_id = ? where code like ?', [insertId, parts])
    }
    await ctx.journal({ document: 'contracts.papers:0', note: 'sample data' })
  })

/** Everybody and everything that is there to be named. */
export async function readCast(system: System): Promise<Cast> {
  const ids = async (sql: string) => (await system.database.read.query(sql)).map((row) => Number(row[0]))
  const [parties, owners, departments] = await Promise.all([
    ids("select id from directory_party where shelf = 'current' order by id"),
    ids('select id from platform_user where is_active = 1 order by id'),
    ids('select id from directory_department order by id'),
  ])
  return { parties, owners, departments, today: dayOf(system.now()) }
}
