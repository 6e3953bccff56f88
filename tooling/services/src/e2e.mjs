// npm run e2e -- [--shots] [words of a story]: the browser stories beside databases that are found or made.
import { spawnSync } from 'node:child_process'
import { node, root } from './project.mjs'
import { ensureShell } from './shell-build.mjs'
import { command } from './up.mjs'
import { withDatabases } from './with-databases.mjs'

await command(() =>
  withDatabases(async (addresses) => {
    await ensureShell()
    const { status } = spawnSync(node(), ['apps/e2e/src/run.ts', ...process.argv.slice(2)], { cwd: root, env: { ...process.env, ...addresses }, stdio: 'inherit' })
    process.exitCode = status ?? 1
  }),
)
