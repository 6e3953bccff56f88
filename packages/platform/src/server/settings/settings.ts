import { isSecret, type Setting, settingIssue, settingsOf, type SettingValue } from '../../index.ts'
import type { ReadPool } from '../database/read-pool.ts'
import type { ServerApp } from '../server-app.ts'

/** Settings as they are now; another process's change is seen within seconds. */
export interface Settings {
  get<Value extends SettingValue>(setting: Setting<Value>): Promise<Value>
  /** What was last read, without asking: for what cannot wait, such as headers. */
  known<Value extends SettingValue>(setting: Setting<Value>): Value
  /** Something was changed here: the next question reads again. */
  forget(): void
}

const keptMs = 3_000

export function openSettings(read: ReadPool): Settings {
  let values: ReadonlyMap<string, unknown> = new Map()
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | null = null

  async function refresh(): Promise<void> {
    const rows = await read.query('select name, value from platform_setting')
    // JSON in a text column: of a json column, the driver would turn some texts into values and leave others.
    values = new Map(rows.map(([name, value]) => [String(name), JSON.parse(String(value)) as unknown]))
    readAt = performance.now()
  }

  const known = <Value extends SettingValue>(setting: Setting<Value>): Value => {
    const value = values.get(setting.id)
    // A value that its declaration no longer takes (a choice that is gone) is as if it were not set.
    return value === undefined || settingIssue(setting, value) !== null ? setting.initial : (value as Value)
  }
  return {
    async get(setting) {
      if (performance.now() - readAt > keptMs) {
        reading ??= refresh().finally(() => {
          reading = null
        })
        await reading
      }
      return known(setting)
    },
    known,
    forget() {
      readAt = Number.NEGATIVE_INFINITY
    },
  }
}

/** @returns the setting of an id that came from outside; `null` for none of ours and for secrets, which nobody writes */
export function settingNamed(apps: readonly ServerApp[], id: string): Setting | null {
  const found = apps.flatMap(({ app }) => settingsOf(app.settings ?? {})).find((one) => one.id === id)
  return found && !isSecret(found) ? found : null
}
