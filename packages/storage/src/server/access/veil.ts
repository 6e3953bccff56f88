import type { Veil } from '@crm/platform/server'
import { attachedToOf } from '../attached-to.ts'
import { visibleFiles } from './file-access.ts'

/** Hides the journal's entries about files that the reader may not know of, by the names that these entries say. */
export const fileVeil: Veil = async (looking, documents) => {
  const ofFiles = documents.filter(attachedToOf)
  const rows =
    ofFiles.length === 0
      ? []
      : await looking.system.database.read.query('select id, document, name, access_id from storage_file where document in (?) and access_id is not null', [ofFiles])
  const files = rows.map(([id, document, name, accessId]) => ({ id: Number(id), document: String(document), name: String(name), accessId: Number(accessId) }))
  const hidden = new Map<string, string[]>()
  for (const [document, mine] of Map.groupBy(files, (file) => file.document)) {
    const to = attachedToOf(document)
    if (!to) continue
    const seen = await visibleFiles(looking, to, { files: mine, accessIdOf: () => null })
    hidden.set(
      document,
      mine.filter((file) => !seen.includes(file)).map((file) => file.name),
    )
  }
  return (document, { changes, note }) => {
    const said = [note, ...(changes?.file ?? [])].filter((one) => typeof one === 'string')
    return (hidden.get(document) ?? []).some((name) => said.some((one) => one === name || one.startsWith(`${name} (`) || one.startsWith(`${name}: `)))
  }
}
