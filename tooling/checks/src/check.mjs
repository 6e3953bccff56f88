// npm run check: format, lint, reactivity, the law, unused code, versions, types and the lock, side by side.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lockProblems } from './lock.mjs'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const bin = join(root, 'node_modules/.bin')
const tsc = (program) => ['node', ['node_modules/typescript-native/bin/tsc', '-p', `tooling/typescript/${program}.json`, '--checkers', '1']]

const checks = [
  ['types: ui', ...tsc('ui')],
  ['types: server', ...tsc('server')],
  ['types: iso', ...tsc('iso')],
  ['law', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'packages', 'apps/host', 'apps/worker', 'apps/shell/src']],
  ['format and lint', 'biome', ['ci', '--error-on-warnings', '--colors=off', '.']],
  ['reactivity', 'oxlint', ['--quiet', 'packages', 'apps']],
  ['unused', 'knip', ['--no-config-hints']],
  ['versions', 'sherif', []],
]

function run([name, program, args]) {
  return new Promise((resolve) => {
    const start = Date.now()
    // Tools found by name run on the pinned Node, like everything else.
    const child = spawn(program, args, { cwd: root, env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, NO_COLOR: '1' } })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
    child.on('error', (error) => resolve({ name, isDone: false, text: String(error), seconds: 0 }))
    child.on('close', (code) => resolve({ name, isDone: code === 0, text, seconds: (Date.now() - start) / 1000 }))
  })
}

const waiting = [...checks]
const results = [{ name: 'lock', isDone: true, text: '', seconds: 0 }]
const problems = await lockProblems(join(root, 'package-lock.json'))
if (problems.length > 0) results[0] = { name: 'lock', isDone: false, text: problems.join('\n'), seconds: 0 }
await Promise.all(
  Array.from({ length: Math.min(availableParallelism(), 4) }, async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await run(check))
  }),
)
for (const { name, isDone, text, seconds } of results) {
  process.stdout.write(`${isDone ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)\n`)
  if (!isDone) process.stdout.write(`${text.trim()}\n`)
}
process.exit(results.every((result) => result.isDone) ? 0 : 1)
