import { readFile } from 'node:fs/promises'

/**
 * What is wrong with a lock file: an address that only one network knows, or an optional package of another platform
 * that is not in it, so that `npm ci` would fail there.
 */
export async function lockProblems(path) {
  const { packages } = JSON.parse(await readFile(path, 'utf8'))
  const problems = []
  for (const [name, entry] of Object.entries(packages)) {
    if (entry.resolved && !entry.link) problems.push(`${name}: has a download address`)
    if (name !== '' && !entry.link && !entry.integrity && name.startsWith('node_modules/')) problems.push(`${name}: has no hash`)
    for (const optional of Object.keys(entry.optionalDependencies ?? {})) {
      const isThere = Object.keys(packages).some((known) => known === `node_modules/${optional}` || known.endsWith(`/node_modules/${optional}`))
      if (!isThere) problems.push(`${name || 'root'}: ${optional} is not in the lock`)
    }
  }
  return problems
}
