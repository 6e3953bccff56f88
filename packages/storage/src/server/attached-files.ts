import { type Attached, statement } from '@crm/platform/server'
import { fileKind, visibleFiles } from './access/file-access.ts'
import { fileVeil } from './access/veil.ts'
import { fileSubject } from './access/subject.ts'
import { attachedToOf, everyAttachedTo } from './attached-to.ts'
import { filesOf } from './files.ts'
import { forgetPapers } from './papers/moved.ts'

/** The files of a document and what is known of its paper go with it; a content that nothing names any more is only its own name in the store. */
export const attachedFiles: Attached = {
  what: 'files',
  async count(system, document, reader) {
    const files = await filesOf(system, document)
    const to = attachedToOf(document)
    if (!to || !reader) return files.length
    const id = Number(document.slice(document.lastIndexOf(':') + 1))
    const accessId = (await to.accessIds(system, [id])).get(id) ?? null
    return (await visibleFiles({ system, user: reader }, to, { files, accessIdOf: () => accessId })).length
  },
  async forget(document) {
    const to = attachedToOf(document)
    if (to) {
      const ofFiles = 'kind = ? and record_id in (select id from storage_file where document = ?)'
      const values = [fileKind(to), document]
      await statement(`delete from platform_grant_right where grant_id in (select id from platform_grant where ${ofFiles})`, values)
      await statement(`delete from platform_grant where ${ofFiles}`, values)
      await statement(`delete from platform_access_line where table_id in (select id from platform_access_table where ${ofFiles})`, values)
      await statement(`delete from platform_access_table where ${ofFiles}`, values)
    }
    await statement('delete v from storage_version v join storage_file f on f.id = v.file_id where f.document = ?', [document])
    await statement('delete from storage_file where document = ?', [document])
    await forgetPapers(document)
  },
  parts: () => everyAttachedTo().map(fileSubject),
  veil: fileVeil,
}
