import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { node, root, stateFile } from './project.mjs'
import { say } from './progress.mjs'
import { run } from './run.mjs'

const mark = 'shell.sha256'

/** The browser's part, built when anything that goes into it has changed. */
export async function ensureShell() {
  const wanted = await hashOfSources()
  const known = await readFile(stateFile(mark), 'utf8').catch(() => null)
  if (known === wanted && existsSync(join(root, 'apps/shell/dist/index.html'))) return
  say('interfejs / interface …')
  await run(node(), [join(root, 'node_modules/vite/bin/vite.js'), 'build', join(root, 'apps/shell')], { name: 'shell', env: { NODE_ENV: 'production' } })
  await writeFile(stateFile(mark), wanted)
}

async function hashOfSources() {
  const hash = createHash('sha256')
  for (const folder of ['apps/shell', 'packages']) {
    const names = await readdir(join(root, folder), { recursive: true })
    for (const name of names.sort()) {
      const path = join(root, folder, name)
      if (isAside(relative(root, path))) continue
      const { size, mtimeMs, isFile } = await stat(path).then((found) => ({ size: found.size, mtimeMs: found.mtimeMs, isFile: found.isFile() }))
      if (isFile) hash.update(`${name} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.update(await readFile(join(root, 'package-lock.json'))).digest('hex')
}

const isAside = (path) => path.split(sep).some((part) => part === 'node_modules' || part === 'server' || part === 'dist' || part === 'help') || path.includes('.test.')
