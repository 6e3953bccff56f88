import { type Between, statement, type Writing } from '@crm/platform/server'
import { movedPapers } from './papers/moved.ts'

/** Files, labels and scans of a document that became part of another. Of two files with one name, the one that came later says where it is from. */
export async function movedFiles(_ctx: Writing, { from, to }: Between): Promise<void> {
  const meeting = await statement<{ id: number; name: string }[]>(
    `select f.id, f.name from storage_file f join storage_file k on k.document = ? and k.live_name = f.live_name where f.document = ? and f.live_name is not null for update`,
    [to, from],
  )
  const mark = from.slice(from.lastIndexOf(':') + 1)
  for (const { id, name } of meeting) {
    const other = otherName(name, mark)
    await statement('update storage_file set name = ?, live_name = ? where id = ?', [other, other, id])
  }
  await statement('update storage_file set document = ? where document = ?', [to, from])
  // A document has one good label; that of the one that went is void where the other has its own.
  await statement(
    'update storage_label l left join storage_label k on k.live_document = ? set l.live_document = if(k.id is null, ?, null), l.voided_at = if(k.id is null, l.voided_at, utc_timestamp(3)) where l.live_document = ?',
    [to, to, from],
  )
  await statement('update storage_label set document = ? where document = ?', [to, from])
  await statement('update storage_scan_part set document = ? where document = ?', [to, from])
  await movedPapers({ from, to })
}

/** `odpis.pdf` → `odpis (17).pdf` */
function otherName(name: string, mark: string): string {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  return `${stem.slice(0, 200 - ending.length - mark.length - 3)} (${mark})${ending}`
}
