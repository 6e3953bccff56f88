import type { AnyRegister } from '@crm/register'
import { sortColumn } from '@crm/register/server'
import type { AttachedTo, DocumentAbout, Labelled, ScanDesk } from '@crm/storage/server'
import { scanJobs, type ScanRights } from '@crm/storage'
import type { VariantRights } from '../rights.ts'
import type { Variants } from '../variant.ts'

const jobs = scanJobs('contracts')

/** The desk where scans of contracts of every variant come in. */
export function deskFor(list: Variants, named: Readonly<Record<string, unknown>>, files: Readonly<Record<string, AttachedTo>>): ScanDesk {
  const documents = Object.entries(list).map(([name, { register, labelText }]): Labelled => {
    const attached = files[name]
    if (!attached) throw new Error(`${name} has no files`)
    // The rights were made from the same list.
    return { ...attached, series: seriesOf(register), label: (named[name] as VariantRights).label, ...contractsOf(register, labelText) }
  })
  return { kind: 'contracts.scans', rights: named.scans as ScanRights, jobs, documents }
}

/** `U/H/{yyyy}/{nnnn}` → `UH` */
const seriesOf = (register: AnyRegister) => (register.code?.series ?? '').replaceAll(/[^A-Z]/g, '').slice(0, 2)

const contractsOf = ({ table, fields }: AnyRegister, labelText: readonly string[]): Pick<Labelled, 'about' | 'search'> => ({
  async about(system, ids) {
    if (ids.length === 0) return new Map()
    const texts = labelText.flatMap((name) => (fields[name] ? [sortColumn(name, fields[name])] : []))
    const rows = await system.database.read.query(`select id, number, subject, concat_ws(' · ', ${texts.join(', ')}), shelf from ${table} where id in (?)`, [ids])
    return new Map(
      rows.map(([id, number, title, text, shelf]) => [
        Number(id),
        { number: String(number), title: String(title), labelText: String(text), shelf: String(shelf) as DocumentAbout['shelf'] }, // the column's own three
      ]),
    )
  },
  async search(system, text) {
    const wanted = `%${text.trim().replaceAll(/[%_\\]/g, '\\$&')}%`
    const rows = await system.database.read.query(
      `select id, number, subject from ${table} where shelf = 'current' and (number like ? or subject like ?) order by id desc limit 50`,
      [wanted, wanted],
    )
    return rows.map(([id, number, title]) => ({ id: Number(id), label: `${number} · ${title}` }))
  },
})
