import { statement, type Writing } from '@crm/platform/server'
import type { DocumentPart } from '../../attachment.ts'
import type { AttachedTo } from '../attached-to.ts'
import { freeName } from '../free-name.ts'
import { keyOf, kindOf } from './parts.ts'

interface Hanging {
  readonly id: number
  readonly name: string
  readonly version: number
}

/** Let a file belong to another part of its document; of two with one name, the one that comes gets a number. @returns how it is called there */
export async function hangOn({ document, part }: { document: string; part: DocumentPart | null }, file: Pick<Hanging, 'id' | 'name'>): Promise<string> {
  const [taken] = await statement<object[]>('select 1 from storage_file where document = ? and part = ? and live_name = ? for update', [document, keyOf(part), file.name])
  const name = taken ? await freeName({ document, part: keyOf(part) }, file.name) : file.name
  await statement('update storage_file set part = ?, name = ?, live_name = ? where id = ?', [keyOf(part), name, name, file.id])
  return name
}

/** The files of a part that is taken away stay with its document, each told in the journal. Called in the transaction that takes it away. */
export async function keepFilesOf(ctx: Writing, to: AttachedTo, { documentId, code, part }: { documentId: number; code: string | null; part: DocumentPart }): Promise<void> {
  const document = `${to.kind}:${documentId}`
  const files = await statement<Hanging[]>('select id, name, version from storage_file where document = ? and part = ? and live_name is not null order by id for update', [
    document,
    part.key,
  ])
  for (const file of files) {
    const name = await hangOn({ document, part: null }, file)
    await ctx.journal({ document, documentCode: code, changes: { file: [`${file.name} (${file.version})`, `${name} (${file.version})`], [kindOf(part)]: [part.code, null] } })
  }
  await statement("update storage_file set part = '' where document = ? and part = ?", [document, part.key])
}
