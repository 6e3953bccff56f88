import { openChangeFeed } from './database/change-feed.ts'
import type { System } from './context.ts'
import { openDatabase } from './database/database.ts'
import { openPool } from './database/read-pool.ts'
import type { Env } from './env.ts'
import { openLog } from './log.ts'
import type { ServerApp } from './server-app.ts'
import { openSettings } from './settings/settings.ts'

/** Open what a process needs; nothing is asked of the database yet. */
export function openSystem(
  env: Env,
  { apps, process, now = () => new Date() }: { apps: readonly ServerApp[]; process: string; now?: () => Date },
): System & { close(): Promise<void> } {
  const database = openDatabase(env.MYSQL_URL)
  for (const server of apps) server.models?.(database.sequelize)
  const sealer = env.MYSQL_SEALER_URL ? openPool(env.MYSQL_SEALER_URL, 1) : null
  const feed = openChangeFeed(database.read)
  return {
    env,
    database,
    seals: sealer ?? database.read,
    apps,
    feed,
    settings: openSettings(database.read),
    now,
    log: openLog(process, env.LOG_LEVEL),
    async close() {
      feed.stop()
      await Promise.all([database.close(), sealer?.close()])
    },
  }
}
