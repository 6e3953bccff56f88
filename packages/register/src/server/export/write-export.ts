import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Failure } from '@crm/platform'
import { actAs, hasRightSome, type JobContext, noticeTo, notify, readerOf, statement } from '@crm/platform/server'
import type { ExportFormat } from '../../index.ts'
import { exportReady } from '../../notices.ts'
import { pathOf, registerNamed } from '../known.ts'
import { noteOf } from './export.ts'
import { exportDocument, pathOfExport } from './kept.ts'
import { openExport } from './opened.ts'
import { writeExport } from './write.ts'

interface Kept {
  readonly id: number
  readonly register: string
  readonly owner_id: number
  readonly format: ExportFormat
  readonly language: 'pl' | 'en'
  readonly question: string
}

const toldEvery = 5_000

/** Writes a list for the person who ordered it, with the rights that they have now; complete before it has its name. */
export default async function writeOrdered(ctx: JobContext, { exportId }: { exportId: number }): Promise<void> {
  const [one] = await statement<Kept[]>("select id, register, owner_id, format, language, question from register_export where id = ? and state = 'waiting'", [exportId])
  if (!one) return
  const end = (to: Readonly<Record<string, unknown>>) => statement('update register_export set ? where id = ?', [to, exportId])
  const user = await readerOf(ctx.system, one.owner_id)
  const of = registerNamed(one.register)
  if (!user || !hasRightSome(user, of.rights.export, ctx.now)) return void (await end({ state: 'failed', reason: 'denied' }))
  const acting = actAs(ctx, user, of.rights.export)
  try {
    const opened = await openExport(acting, of, one)
    const path = pathOfExport(ctx.system, one)
    await mkdir(dirname(path), { recursive: true })
    let written = 0
    const counted = {
      ...opened,
      async *pages(tell: (count: number, isWhole: boolean) => Promise<void>) {
        for await (const page of opened.pages(tell)) {
          written += page.length
          // Beside the transaction, which ends with the file: how far it is must be seen before.
          if (written % toldEvery < page.length)
            await ctx.system.database.read.query('update register_export set row_count = ?, done_count = ? where id = ?', [opened.count, written, exportId])
          yield page
        }
      },
    }
    const body = await writeExport(one.format, { opened: counted, language: one.language, tell: async () => undefined })
    await pipeline(body, createWriteStream(`${path}.part`, { flush: true }))
    await rename(`${path}.part`, path)
    await end({ state: 'ready', row_count: opened.count, done_count: written, size: (await stat(path)).size })
    await acting.journal({ document: exportDocument(exportId), note: noteOf(one.format, opened) })
    await ctx.send(
      notify,
      noticeTo(user.id, exportReady, {
        params: { title: opened.title, count: written },
        path: `${pathOf(ctx.system, one.register)}?exports=1`,
        document: exportDocument(exportId),
      }),
    )
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    await end({ state: 'failed', reason: error.code })
  }
}

/** Files that have ended, and what is left of those that never began. */
export async function sweepExports(ctx: JobContext): Promise<void> {
  const over = await statement<{ id: number; format: string }[]>('select id, format from register_export where ends_at < ? order by id limit 500', [ctx.now])
  for (const one of over) {
    await rm(pathOfExport(ctx.system, one), { force: true })
    await rm(`${pathOfExport(ctx.system, one)}.part`, { force: true })
    await statement('delete from register_export where id = ?', [one.id])
  }
}
