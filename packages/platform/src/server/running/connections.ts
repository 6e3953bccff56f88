import { platformSettings } from '../../index.ts'
import type { ConnectionLine, ConnectionState } from '../../running.ts'
import type { System } from '../context.ts'
import { canSend } from '../mail/transport.ts'
import { jobStoreOf } from './job-store.ts'
import { waitingJobs } from './jobs.ts'
import { momentOrNull } from '../database/moment.ts'
import { namesOf } from '../named.ts'

/** Something that the system talks to; its name stands in the app's messages under `connections`. */
export interface Connection {
  /** `storage.mailbox`: the app and the name. */
  readonly id: string
  look(system: System): Promise<ConnectionState>
}

const lateMs = 60_000

/** All of them as they are now; one that cannot be looked at is in trouble itself. */
export async function connectionsNow(system: System): Promise<ConnectionLine[]> {
  return Promise.all(
    system.apps.flatMap(({ connections = [] }) =>
      connections.map(async ({ id, look }): Promise<ConnectionLine> => {
        const state = await look(system).catch(
          (error: unknown): ConnectionState => ({ state: 'trouble', at: null, detail: error instanceof Error ? error.message : String(error) }),
        )
        return { id, ...namesOf(system.apps, 'connections', id), ...state }
      }),
    ),
  )
}

const isLate = (system: System, since: string | null) => since !== null && system.now().getTime() - Date.parse(since) > lateMs

/** What the platform itself stands on. */
export const platformConnections: readonly Connection[] = [
  {
    id: 'platform.worker',
    async look(system) {
      const [{ since }] = await Promise.all([waitingJobs(system), jobStoreOf(system)])
      return isLate(system, since) ? { state: 'trouble', at: since, detail: null } : { state: 'ok', at: null, detail: null }
    },
  },
  {
    id: 'platform.mail',
    async look(system) {
      if (!canSend(system)) return { state: 'off', at: null, detail: null }
      const { read } = system.database
      const [[sent], [stuck]] = await Promise.all([
        read.query("select max(sent_at) from platform_mail where state = 'sent'"),
        read.query("select created_at, error from platform_mail where state in ('waiting', 'failed') and error is not null and attempts > 0 order by created_at desc limit 1"),
      ])
      const [last, failing] = [momentOrNull(sent?.[0]), momentOrNull(stuck?.[0])]
      return failing !== null && (last === null || failing > last)
        ? { state: 'trouble', at: failing, detail: String(stuck?.[1]) }
        : { state: last === null ? 'idle' : 'ok', at: last, detail: null }
    },
  },
  {
    id: 'platform.seals',
    async look(system) {
      const [last] = await system.database.read.query('select to_id, sealed_at from platform_journal_seal order by no desc limit 1')
      const [row] = await system.database.read.query('select min(at) from platform_journal where id > ?', [Number(last?.[0] ?? 0)])
      const since = momentOrNull(row?.[0])
      return isLate(system, since) ? { state: 'trouble', at: since, detail: null } : { state: 'ok', at: momentOrNull(last?.[1]), detail: null }
    },
  },
  {
    id: 'platform.captcha',
    async look(system) {
      return { state: 'ok', at: null, detail: await system.settings.get(platformSettings.captcha.provider) }
    },
  },
]
