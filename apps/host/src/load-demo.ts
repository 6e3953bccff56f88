import { servers } from '@crm/catalog/server'
import { openSystem, readEnv } from '@crm/platform/server'

/** Sample data of every app, in the catalog's order; only into a system where nobody has an account. */
export async function loadDemo(): Promise<void> {
  const system = openSystem(readEnv(process.env), { apps: servers, process: 'crm' })
  try {
    const [known] = await system.database.read.query('select 1 from platform_user limit 1')
    if (known) {
      process.stdout.write('There are people already; the sample data stay out.\n')
      return
    }
    for (const server of servers) await (await server.demo?.())?.default(system)
    process.stdout.write('The sample data are loaded.\n')
  } finally {
    await system.close()
  }
}
