// npm run journal:verify: the journal of this clone beside its seals; ends with 1 when something is wrong.
import { spawnSync } from 'node:child_process'
import { node, root, stateFile } from './project.mjs'
import { command } from './up.mjs'
import { withDatabases } from './with-databases.mjs'

await command(() =>
  withDatabases(async (addresses) => {
    const env = { ...process.env, ...addresses, CRM_DATA: process.env.CRM_DATA ?? stateFile('data') }
    const { status } = spawnSync(node(), ['apps/host/src/crm.ts', 'verify-journal'], { cwd: root, env, stdio: 'inherit' })
    process.exitCode = status ?? 1
  }),
)
