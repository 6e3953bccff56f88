import { migrate, openHttp, openSystem, type ServerApp, type System } from '@crm/platform/server'
import { ensureSchema } from './schema.ts'
import { serveShell } from '../../../apps/host/src/shell.ts'

/** The product in this process, with the built shell, over a schema that stays between runs. */
export async function openSmall(name: string, { apps, shell }: { apps: readonly ServerApp[]; shell: string }): Promise<{ system: System; password: string; address: string }> {
  const addresses = await ensureSchema(`crm_test_bench_${name}`)
  await migrate(
    apps.map(({ app, migrations }) => ({ id: app.id, migrations })),
    { migrator: addresses.MYSQL_MIGRATOR_URL, application: addresses.MYSQL_URL },
  )
  const system = openSystem(
    { ...addresses, CRM_DATA: '/nonexistent', HOST: '127.0.0.1', PORT: 0, TRUSTED_PROXIES: '', COMPANY: 'Bench', CRM_DEMO: '0', LOG_LEVEL: 'silent' },
    { apps, process: 'bench' },
  )
  const http = await openHttp(system)
  await serveShell(http, shell)
  await http.listen({ host: '127.0.0.1', port: 0 })
  return { system, password: 'a long password for benchmarks', address: `http://127.0.0.1:${(http.server.address() as { port: number }).port}` } // a tcp server
}
