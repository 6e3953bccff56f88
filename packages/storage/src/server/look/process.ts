// Runs alone, with limits, on one file given as its argument; answers one line of JSON.
import { writeFileSync } from 'node:fs'
import type { Look, ToLookAt } from './limited-process.ts'

const asked = JSON.parse(process.argv[2] ?? '') as ToLookAt // written by lookInLimitedProcess
/** What cannot be had of a broken file is not there; the rest is. */
const attempt = <Value>(work: Promise<Value>, otherwise: Value) => work.catch(() => otherwise)

writeFileSync(1, JSON.stringify(await look(asked)))
process.exit(0)

async function look({ path, type, to }: ToLookAt): Promise<Look> {
  const { drawImage, drawPdf } = await import('./draw-thumb.ts')
  if (type.startsWith('image/')) return { hasThumb: await attempt(drawImage(path, to), false), active: [], pageCount: null }
  if (type !== 'application/pdf') return { hasThumb: false, active: [], pageCount: null }
  const { activitiesIn } = await import('./active-content.ts')
  const active = await activitiesIn(path)
  const pageCount = await attempt(drawPdf(path, to), null)
  return { hasThumb: pageCount !== null, active, pageCount }
}
