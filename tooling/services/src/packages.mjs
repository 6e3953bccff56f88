import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, stateFile } from './project.mjs'
import { say } from './progress.mjs'
import { run } from './run.mjs'

const mark = 'packages.sha256'

/** The packages of the lock file, when they are missing or the lock is another than last time. */
export async function ensurePackages() {
  const wanted = createHash('sha256')
    .update(await readFile(join(root, 'package-lock.json')))
    .digest('hex')
  const isThere = existsSync(join(root, 'node_modules/vite'))
  const known = await readFile(stateFile(mark), 'utf8').catch(() => null)
  if (isThere && known === wanted) return
  say('pakiety / packages …')
  // No install scripts: nothing foreign runs here, and what we use needs none.
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { name: 'packages' })
  await writeFile(stateFile(mark), wanted)
}
