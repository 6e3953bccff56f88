// npm run bench -- <name>: one benchmark beside databases that are found or made.
import { spawnSync } from 'node:child_process'
import { node, root } from './project.mjs'
import { command } from './up.mjs'
import { withDatabases } from './with-databases.mjs'

await command(() =>
  withDatabases(async (addresses) => {
    const { status } = spawnSync(node(), ['tooling/bench/src/bench.ts', ...process.argv.slice(2)], { cwd: root, env: { ...process.env, ...addresses }, stdio: 'inherit' })
    process.exitCode = status ?? 1
  }),
)
