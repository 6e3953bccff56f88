// The test command: packages when missing, then every test; closes with the counts of the real run.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

const run = (program, args) => spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1
if (!existsSync('node_modules') && run('npm', ['ci', '--ignore-scripts', '--loglevel=error']) !== 0) process.exit(1)
const report = 'node_modules/.vitest-report.json'
rmSync(report, { force: true })
const status = run('node_modules/.bin/node', ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'))
console.log(`${passed} passed, ${failed} failed`)
process.exit(status === 0 && passed > 0 && failed === 0 ? 0 : 1)
