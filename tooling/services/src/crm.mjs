// npm run crm -- <command>: a command of the system on this clone's databases, those of a running one if there is one.
import { spawnSync } from 'node:child_process'
import { node, root, stateFile } from './project.mjs'
import { command } from './up.mjs'
import { withDatabases } from './with-databases.mjs'

await command(() =>
  withDatabases(async (addresses) => {
    const env = { ...process.env, ...addresses, CRM_DATA: process.env.CRM_DATA ?? stateFile('data') }
    const { status } = spawnSync(node(), ['apps/host/src/crm.ts', ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' })
    process.exitCode = status ?? 1
  }),
)
