import type { Right } from '@crm/platform'
import { statement, visibleWhere } from '@crm/platform/server'
import { type AnyRegister, documentOf } from '@crm/register'
import { findRecord, updateRecord, withoutNames } from '@crm/register/server'
import { paperJobs, type PlaceRights } from '@crm/storage'
import type { PaperDesk, ScanDesk, Shelved } from '@crm/storage/server'
import { paperNotice } from '../notices.ts'
import type { VariantRights } from '../rights.ts'
import type { Variants } from '../variant.ts'

const jobs = paperJobs('contracts')

/** Where the papers of contracts of every variant lie: the field *storage place* says it. */
export function paperDeskFor(list: Variants, named: Readonly<Record<string, unknown>>, { documents }: ScanDesk): PaperDesk {
  const shelved = Object.entries(list).map(([name, { register }]): Shelved => {
    const labelled = documents.find(({ kind }) => kind === register.id)
    if (!labelled) throw new Error(`${name} has no labels`)
    const { paper, view } = named[name] as VariantRights // made from the same list
    return { ...labelled, paper, path: `/contracts/${name}`, overdue: paperNotice(name, view.id), ...placesIn(register, view) }
  })
  return { kind: 'contracts.papers', rights: named.papers as PlaceRights, jobs, documents: shelved }
}

const placesIn = (register: AnyRegister, view: Right): Pick<Shelved, 'placesOf' | 'lyingAt' | 'counts' | 'lock' | 'put'> => ({
  async placesOf(system, ids) {
    if (ids.length === 0) return new Map()
    const rows = await system.database.read.query(`select id, storage_place from ${register.table} where id in (?)`, [ids])
    return new Map(rows.map(([id, place]) => [Number(id), place === null ? null : String(place)]))
  },
  async lyingAt(system, places) {
    if (places.length === 0) return []
    const rows = await system.database.read.query(`select id from ${register.table} where storage_place in (?) and shelf <> 'removed' order by id`, [places])
    return rows.map(([id]) => Number(id))
  },
  async counts(ctx) {
    const seen = visibleWhere(ctx.user, { kind: register.id, right: view.id, now: ctx.now })
    if (seen === 'none') return []
    const { text, values } = seen === 'all' ? { text: 'true', values: [] } : seen
    const rows = await ctx.system.database.read.query(
      `select t.storage_place, count(*) from ${register.table} t where t.storage_place is not null and t.shelf <> 'removed' and ${text} group by t.storage_place`,
      values,
    )
    return rows.map(([place, count]) => ({ place: String(place), count: Number(count) }))
  },
  async lock(id) {
    await statement(`select id from ${register.table} where id = ? for update`, [id])
  },
  async put(ctx, id, storagePlace) {
    const before = await findRecord(ctx.system, register, { id, isLocked: true })
    if (!before) return
    const { record, changes } = await updateRecord(ctx, register, before, { values: { storagePlace } })
    await ctx.journal({ document: documentOf(register, id), documentCode: String(record.values.number), changes: withoutNames(register, changes) })
  },
})
