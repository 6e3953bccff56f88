// npm test: every check and every test, on databases that are found or made; closes with the counts of the real run.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { node, root, stateFile } from './project.mjs'
import { say } from './progress.mjs'
import { ensureShell } from './shell-build.mjs'
import { command } from './up.mjs'
import { withDatabases } from './with-databases.mjs'

const counts = { passed: 0, failed: 0, skipped: 0 }

function stage(name, script, args, env = {}) {
  say(name)
  const { status } = spawnSync(node(), [script, ...args], {
    cwd: root,
    env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`, ...env },
    stdio: 'inherit',
  })
  return status === 0
}

/** A stage that counts nothing itself is one test: it passed or it failed. */
function single(name, isDone) {
  counts[isDone ? 'passed' : 'failed'] += 1
  if (!isDone) say(`${name}: FAILED`)
}

async function counted(name, report, isDone) {
  const found = await readFile(report, 'utf8').then(JSON.parse, () => null)
  if (!found) return single(name, false)
  counts.passed += found.numPassedTests ?? found.passed
  counts.failed += found.numFailedTests ?? found.failed
  counts.skipped += found.numPendingTests ?? found.skipped ?? 0
  if (!isDone && (found.numFailedTests ?? found.failed) === 0) single(name, false)
}

const named = process.argv.slice(2)

/** npm test -- <paths>: only the test files whose path contains one of them, for the one who works on it. */
const some = (addresses) => {
  process.exitCode = stage('vitest', 'node_modules/vitest/vitest.mjs', ['run', ...named], addresses) ? 0 : 1
}

await command(() =>
  withDatabases(async (addresses) => {
    if (named.length > 0) return some(addresses)
    const reports = { unit: stateFile('vitest.json'), stories: stateFile('stories.json') }
    await Promise.all(Object.values(reports).map((path) => rm(path, { force: true })))
    if (existsSync(join(root, 'tooling/checks/src/check.mjs'))) single('check', stage('check', 'tooling/checks/src/check.mjs', []))
    await counted(
      'vitest',
      reports.unit,
      stage('vitest', 'node_modules/vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reports.unit}`], addresses),
    )
    if (existsSync(join(root, 'apps/e2e/src/run.ts'))) {
      await ensureShell()
      await counted('stories', reports.stories, stage('stories', 'apps/e2e/src/run.ts', [], { ...addresses, CRM_STORIES_REPORT: reports.stories }))
    }
    process.stdout.write(`\n${counts.skipped > 0 ? `${counts.skipped} skipped\n` : ''}${counts.passed} passed, ${counts.failed} failed\n`)
    process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1
  }),
)
