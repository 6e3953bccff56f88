import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lockProblems } from './lock.mjs'

const lock = (packages: object) => {
  const path = join(mkdtempSync(join(tmpdir(), 'crm-lock-')), 'package-lock.json')
  writeFileSync(path, JSON.stringify({ packages }))
  return path
}

it('refuses a download address, a missing hash, and an optional package of another platform that is not there', async () => {
  const path = lock({
    'node_modules/a': { resolved: 'https://one.example/a.tgz', integrity: 'x' },
    'node_modules/b': { version: '1.0.0' },
    'node_modules/c': { integrity: 'x', optionalDependencies: { '@c/darwin': '1' } },
  })
  expect(await lockProblems(path)).toEqual(['node_modules/a: has a download address', 'node_modules/b: has no hash', 'node_modules/c: @c/darwin is not in the lock'])
})

it('takes links to the workspaces', async () => expect(await lockProblems(lock({ 'node_modules/@crm/a': { resolved: 'packages/a', link: true } }))).toEqual([]))
