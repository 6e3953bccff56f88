import { servers } from '@crm/catalog/server'
import { openSystem, readEnv, unblock } from '@crm/platform/server'

const usage = 'npm run crm -- security unblock --user <login> | --ip <address> | --all\n'

/** Lift locks from the machine itself, for when nobody can sign in. */
export async function security(): Promise<void> {
  const [verb, option, value] = process.argv.slice(3)
  const what = verb !== 'unblock' ? null : option === '--all' ? 'all' : option === '--user' && value ? { user: value } : option === '--ip' && value ? { address: value } : null
  if (!what) {
    process.stderr.write(usage)
    process.exitCode = 2
    return
  }
  const system = openSystem(readEnv(process.env), { apps: servers, process: 'crm' })
  try {
    process.stdout.write(`Locks and counts lifted: ${await unblock(system, what)}\n`)
  } finally {
    await system.close()
  }
}
