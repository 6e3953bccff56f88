import { type Connection, momentOrNull } from '@crm/platform/server'
import { settings } from '../../settings.ts'
import { nightDocument } from './table.ts'

/** The register of VAT payers, as its last answers tell: a person's question or a night's. */
export const whiteListConnection: Connection = {
  id: 'directory.white-list',
  async look(system) {
    if (!(await system.settings.get(settings.whiteList.isOn))) return { state: 'off', at: null, detail: null }
    const { read } = system.database
    const [[asked], [night]] = await Promise.all([
      read.query("select max(asked_at) from directory_white_list_check where request_id <> ''"),
      read.query('select at, note from platform_journal where document = ? order by id desc limit 1', [nightDocument]),
    ])
    const [answered, tried] = [momentOrNull(asked?.[0]), momentOrNull(night?.[0])]
    if (tried !== null && !String(night?.[1]).endsWith('checked') && (answered === null || answered < tried)) return { state: 'trouble', at: tried, detail: String(night?.[1]) }
    return { state: answered === null ? 'idle' : 'ok', at: answered, detail: null }
  },
}
