import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
let copy = ''

/** The project as it is, beside itself: its own workspaces, everybody else's packages by link. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'crm-new-app-'))
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(root, file), join(copy, file))
  }
  mkdirSync(join(copy, 'node_modules/@crm'), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules'))) if (name !== '@crm') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))
  for (const name of readdirSync(join(root, 'node_modules/@crm')))
    cpSync(join(root, 'node_modules/@crm', name), join(copy, 'node_modules/@crm', name), { verbatimSymlinks: true, recursive: true })
  run(['tooling/new-app/src/new-app.mjs', 'visitor-book'])
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

function run(args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, [...args], { cwd: copy, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', VITEST: '' }, stdio: 'pipe' })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string } // of execFileSync
    throw new Error(`${args.join(' ')}\n${stdout}\n${stderr}`)
  }
}

it('makes a package that compiles with the whole', { timeout: 120_000 }, () => {
  for (const program of ['iso', 'server', 'ui']) run(['node_modules/typescript-native/bin/tsc', '-p', `tooling/typescript/${program}.json`])
})

it('keeps the law and the form', { timeout: 60_000 }, () => {
  run(['node_modules/.bin/depcruise', '--config', '.dependency-cruiser.cjs', 'packages'])
  run(['node_modules/@biomejs/biome/bin/biome', 'lint', 'packages/app-visitor-book', 'packages/catalog'])
})

it('migrates, works and passes the catalog like every app', { timeout: 120_000 }, () => {
  const report = join(copy, 'report.json')
  run([
    'node_modules/vitest/vitest.mjs',
    'run',
    'packages/app-visitor-book',
    'packages/catalog/src/catalog.test.ts',
    'packages/catalog/src/hidden-documents.test.ts',
    '--reporter=json',
    `--outputFile=${report}`,
  ])
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  expect(numFailedTests).toBe(0)
  expect(numPassedTests).toBeGreaterThan(100)
})

it('stands in the menu and in the lock', () => {
  expect(readFileSync(join(copy, 'packages/catalog/src/ui.ts'), 'utf8')).toContain("'visitor-book': visitorBook,")
  expect(readFileSync(join(copy, 'packages/app-visitor-book/src/ui/index.tsx'), 'utf8')).toContain('isInMenu: true')
  expect(JSON.parse(readFileSync(join(copy, 'package-lock.json'), 'utf8')).packages['node_modules/@crm/app-visitor-book']).toEqual({
    resolved: 'packages/app-visitor-book',
    link: true,
  })
})

it.each(['', 'Big', '1st', 'a b', '../x', 'platform', 'contracts'])('refuses the name "%s"', (name) => expect(() => run(['tooling/new-app/src/new-app.mjs', name])).toThrow())
