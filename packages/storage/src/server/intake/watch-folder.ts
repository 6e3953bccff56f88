import { join } from 'node:path'
import { type JobContext, statement, type Writing } from '@crm/platform/server'
import { largestFile } from '../../file-kind.ts'
import { openBlobStore } from '../blob-store.ts'
import { contentType } from '../content-type.ts'
import type { ScanDesk } from '../scans/desk.ts'
import { isScan } from '../scans/scan-content.ts'
import { takeScan } from '../scans/take-scan.ts'
import { type Lying, lyingIn, putAway } from './folder.ts'
import { intakePerson, lockIntake, noteIntake } from './intake.ts'

interface Known {
  readonly name: string
  readonly size: number
  readonly changed_ms: number
  readonly state: 'growing' | 'taken' | 'rejected'
  readonly reason: keyof typeof reasons | null
}

/** Written beside the file, for whoever put it there. */
const reasons = {
  empty: 'Plik jest pusty. / The file is empty.',
  'too-large': 'Plik jest za duży. / The file is too large.',
  'no-pdf': 'To nie jest PDF ani obraz JPEG, PNG lub TIFF. / This is neither a PDF nor a picture (JPEG, PNG, TIFF).',
  broken: 'Obrazu nie da się odczytać: jest uszkodzony. / The picture is broken and cannot be read.',
}

/**
 * One look at the watched folder. A file is taken in when it has not changed since the last look, and moved by a later look than the one that took it:
 * by then its row is committed for certain. Killed anywhere, the next look goes on.
 */
export async function watchFolder(ctx: JobContext, desk: ScanDesk): Promise<void> {
  const folder = ctx.system.env.SCAN_FOLDER
  if (!folder) return
  if (!(await lockIntake(desk, 'folder'))) return
  const lying = await lyingIn(folder).catch(() => null)
  if (!lying) return noteIntake(ctx, desk, { source: 'folder', failure: 'unreadable' })
  const person = await intakePerson(ctx, desk)
  if (!person) return noteIntake(ctx, desk, { source: 'folder', failure: 'no-person' })
  const known = new Map(
    (await statement<Known[]>('select name, size, changed_ms, state, reason from storage_intake_file where desk = ?', [desk.kind])).map((one) => [one.name, one]),
  )
  let isMoving = true
  for (const file of lying) {
    const before = known.get(file.name)
    known.delete(file.name)
    const isSame = before !== undefined && Number(before.size) === file.size && Number(before.changed_ms) === file.changedMs
    if (!isSame || !before) await remember(ctx, desk, file, { state: 'growing', reason: null })
    else if (before.state === 'growing') await takeIn(person, desk, { folder, file })
    else isMoving = (await moveAway(desk, { folder, known: before })) && isMoving
  }
  // Moved before a crash, or taken away by somebody: nothing is left to remember.
  for (const name of known.keys()) await forget(desk, name)
  await noteIntake(ctx, desk, { source: 'folder', failure: isMoving ? null : 'unreadable' })
}

async function takeIn(person: Writing, desk: ScanDesk, { folder, file }: { folder: string; file: Lying }): Promise<void> {
  const path = join(folder, file.name)
  const reject = async (reason: keyof typeof reasons) => {
    await person.journal({ document: `${desk.kind}:0`, note: `${file.name}: ${reason}` })
    return remember(person, desk, file, { state: 'rejected', reason })
  }
  const { type, reason } = await seen(path, file.size)
  if (reason !== null) return reject(reason)
  const blob = await openBlobStore(person.system.env.CRM_DATA).take(path)
  // What a file contains names its coming-in: the same file twice is one scan.
  const isTaken = await takeScan(person, desk, { arrival: `folder:${blob.sha256}`, name: file.name, blob: { ...blob, type } })
  if (!isTaken) return reject('broken')
  await remember(person, desk, file, { state: 'taken', reason: null })
}

/** What a file is by its content, and why it is none to take. */
async function seen(path: string, size: number): Promise<{ type: string; reason: keyof typeof reasons | null }> {
  const type = size === 0 ? '' : await contentType(path)
  if (size === 0) return { type, reason: 'empty' }
  if (size > largestFile) return { type, reason: 'too-large' }
  return { type, reason: isScan(type) ? null : 'no-pdf' }
}

/** Whether it could be moved; one that could not is tried again. */
async function moveAway(desk: ScanDesk, { folder, known: { name, state, reason } }: { folder: string; known: Known }): Promise<boolean> {
  try {
    await putAway(folder, { name, to: state === 'taken' ? 'done' : 'rejected', reason: reason === null ? null : reasons[reason] })
  } catch {
    return false
  }
  await forget(desk, name)
  return true
}

const remember = async (ctx: Pick<JobContext, 'now'>, desk: ScanDesk, { name, size, changedMs }: Lying, { state, reason }: Pick<Known, 'state' | 'reason'>): Promise<void> => {
  await statement('replace into storage_intake_file (desk, name, size, changed_ms, seen_at, state, reason) values (?,?,?,?,?,?,?)', [
    desk.kind,
    name,
    size,
    changedMs,
    ctx.now,
    state,
    reason,
  ])
}

const forget = (desk: ScanDesk, name: string) => statement('delete from storage_intake_file where desk = ? and name = ?', [desk.kind, name])
