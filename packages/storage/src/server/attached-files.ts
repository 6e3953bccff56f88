import { type Attached, statement } from '@crm/platform/server'

/** The files of a document go with it; a content that nothing names any more is only its own name in the store. */
export const attachedFiles: Attached = {
  what: 'files',
  async count(system, document) {
    const [row] = await system.database.read.query('select count(*) from storage_file where document = ? and live_name is not null', [document])
    return Number(row?.[0])
  },
  async forget(document) {
    await statement('delete v from storage_version v join storage_file f on f.id = v.file_id where f.document = ?', [document])
    await statement('delete from storage_file where document = ?', [document])
  },
}
