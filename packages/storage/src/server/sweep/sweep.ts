import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { dayOf, daysBetween } from '@crm/platform'
import { type JobContext, noticeTo, notify, statement } from '@crm/platform/server'
import { sweepContents as job } from '../../jobs.ts'
import { contentLost } from '../../notices.ts'
import { openBlobStore } from '../blob-store.ts'
import { thumbPath } from '../look/thumb-path.ts'
import { UploadStore } from '../upload-store.ts'
import { namedContents } from './named.ts'

/** Days that a content must have been nobody's before it is set aside, and days that it then still lies there. */
const nobodysDays = 7
const asideDays = 30
/** Each content is read again once in so many nights. */
const nights = 30
const dayMs = 86_400_000

/**
 * One of the 256 folders of the store, then the next as a job of its own. What nobody names is noted, after a week set aside, after thirty
 * days more taken away; what is named in between stays. What is named and not there, or not what its name says, is told to the admins and
 * never repaired by deleting.
 */
export default async function sweepContents(ctx: JobContext, { folder }: { folder: number }): Promise<void> {
  const prefix = folder.toString(16).padStart(2, '0')
  if (folder === 0) await new UploadStore(ctx.system.env.CRM_DATA).sweep(new Date(ctx.now.getTime() - dayMs))
  // In this order: what is named has its file already, what comes in between only looks as if nobody named it.
  const named = await namedContents(ctx.system, prefix)
  const stored = await storedContents(ctx.system.env.CRM_DATA, prefix)
  const missing = [...named].filter((sha256) => !stored.has(sha256))
  const damaged = isReadAgain(ctx, folder) ? await damagedContents(ctx, [...stored]) : []
  if (missing.length + damaged.length > 0) await alarm(ctx, { missing, damaged })
  const gone = await ageOrphans(ctx, prefix, { stored, named })
  if (gone > 0) await ctx.journal({ document: 'storage.content:1', note: `${prefix}: ${gone}` })
  if (folder < 255) await ctx.send(job, { folder: folder + 1 })
}

async function storedContents(data: string, prefix: string): Promise<Set<string>> {
  const entries = await readdir(join(data, 'blobs', prefix), { recursive: true, withFileTypes: true }).catch(() => [])
  return new Set(entries.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name)).map((entry) => entry.name))
}

const isReadAgain = ({ now }: JobContext, folder: number) => folder % nights === daysBetween('2026-01-01', dayOf(now)) % nights

/** Contents that are no longer what their name says: a disk that forgets. */
async function damagedContents({ system }: JobContext, contents: readonly string[]): Promise<string[]> {
  const blobs = openBlobStore(system.env.CRM_DATA)
  const damaged: string[] = []
  for (const sha256 of contents) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(blobs.pathOf(sha256), { highWaterMark: 1_048_576 }), hash)
    if (hash.digest('hex') !== sha256) damaged.push(sha256)
  }
  return damaged
}

async function alarm(ctx: JobContext, { missing, damaged }: { missing: readonly string[]; damaged: readonly string[] }): Promise<void> {
  const admins = await ctx.system.database.read.query(
    'select r.user_id from platform_user_right r join platform_user u on u.id = r.user_id where r.right_id = ? and u.is_active = 1',
    [contentLost.right],
  )
  const params = { missing: missing.length, damaged: damaged.length, first: [...missing, ...damaged][0]?.slice(0, 16) ?? '' }
  for (const [userId] of admins) await ctx.send(notify, noticeTo(Number(userId), contentLost, { params, path: '/admin/settings' }))
  await ctx.journal({ document: 'storage.content:1', note: `missing ${missing.join(' ')} damaged ${damaged.join(' ')}`.slice(0, 1_000) })
}

interface Orphan {
  readonly sha256: string
  readonly seen_at: Date
  readonly aside_at: Date | null
}

/** @returns how many were taken away */
async function ageOrphans(ctx: JobContext, prefix: string, { stored, named }: { stored: ReadonlySet<string>; named: ReadonlySet<string> }): Promise<number> {
  const known = new Map(
    (await statement<Orphan[]>('select sha256, seen_at, aside_at from storage_orphan where sha256 like ? for update', [`${prefix}%`])).map((one) => [one.sha256, one]),
  )
  let gone = 0
  for (const sha256 of known.keys()) if (named.has(sha256) || !stored.has(sha256)) await statement('delete from storage_orphan where sha256 = ?', [sha256])
  for (const sha256 of stored) {
    if (named.has(sha256)) continue
    const orphan = known.get(sha256)
    if (!orphan) await statement('insert ignore into storage_orphan (sha256, seen_at) values (?,?)', [sha256, ctx.now])
    else if (orphan.aside_at === null && orphan.seen_at.getTime() <= ctx.now.getTime() - nobodysDays * dayMs)
      await statement('update storage_orphan set aside_at = ? where sha256 = ?', [ctx.now, sha256])
    else if (orphan.aside_at !== null && orphan.aside_at.getTime() <= ctx.now.getTime() - asideDays * dayMs) gone += await takeAway(ctx, sha256)
  }
  return gone
}

/** The row first and locked: an upload of the same content waits for it, sees that the file is gone, and brings its own. */
async function takeAway(ctx: JobContext, sha256: string): Promise<number> {
  await statement('select sha256 from storage_blob where sha256 = ? for update', [sha256])
  if ((await namedContents(ctx.system, sha256)).has(sha256)) return 0
  await statement('delete from storage_text where sha256 = ?', [sha256])
  await statement('delete from storage_look where sha256 = ?', [sha256])
  await statement('delete from storage_blob where sha256 = ?', [sha256])
  await statement('delete from storage_orphan where sha256 = ?', [sha256])
  await rm(thumbPath(ctx.system.env.CRM_DATA, sha256), { force: true })
  await rm(openBlobStore(ctx.system.env.CRM_DATA).pathOf(sha256), { force: true })
  return 1
}
