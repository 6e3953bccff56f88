import type { ConnectionState } from '@crm/platform'
import { type Connection, type System, momentOrNull } from '@crm/platform/server'
import { mailboxSettings } from './mail/mailbox-settings.ts'

/** The folder and the mailbox that scans come from, of whatever desk. */
export const intakeConnections: readonly Connection[] = [
  { id: 'storage.folder', look: async (system) => stateOf(system, 'folder', Boolean(system.env.SCAN_FOLDER)) },
  { id: 'storage.mailbox', look: async (system) => stateOf(system, 'mail', (await mailboxSettings(system)) !== null) },
]

async function stateOf(system: System, source: string, isSet: boolean): Promise<ConnectionState> {
  if (!isSet) return { state: 'off', at: null, detail: null }
  const [row] = await system.database.read.query('select failure, since, looked_at from storage_intake where source = ? order by failure is null limit 1', [source])
  const failure = row?.[0] ?? null
  return failure === null ? { state: row ? 'ok' : 'idle', at: momentOrNull(row?.[2]), detail: null } : { state: 'trouble', at: momentOrNull(row?.[1]), detail: String(failure) }
}
