import { fold } from '@crm/platform'
import { type JobContext, statement } from '@crm/platform/server'
import { pageBreak } from '../../file-text.ts'
import { readTexts as job } from '../../jobs.ts'
import { openBlobStore } from '../blob-store.ts'
import { takeWaiting } from '../waiting-contents.ts'
import { readInLimitedProcess } from './limited-process.ts'

/** So many a job: a killed worker loses seconds. */
const atOnce = 5
/** Bytes of a text that the column holds. */
const mostBytes = 12_000_000

/** The texts of contents that wait, each read once and finally: a broken file is not tried again. Two workers take different ones. */
export default async function readTexts(ctx: JobContext): Promise<void> {
  const blobs = openBlobStore(ctx.system.env.CRM_DATA)
  const waiting = await takeWaiting('storage_text', atOnce)
  for (const { sha256, type } of waiting) {
    const { state, text } = await readInLimitedProcess({ path: blobs.pathOf(sha256), type })
    const body = state === 'ready' ? cut(clean(text ?? '')) : null
    await statement('update storage_text set state = ?, body = ?, folded = ?, read_at = ? where sha256 = ?', [state, body, body && foldedText(body), ctx.now, sha256])
  }
  if (waiting.length === atOnce) await ctx.send(job, {})
}

/** Without what no text has and a database may refuse: zeros, halves of signs. */
const clean = (text: string) => text.toWellFormed().replaceAll('\0', ' ')

const cut = (text: string) => (Buffer.byteLength(text) <= mostBytes ? text : Buffer.from(text).subarray(0, mostBytes).toString('utf8').replace(/�+$/, ''))

const foldedText = (body: string) => body.split(pageBreak).map(fold).join('\n')
