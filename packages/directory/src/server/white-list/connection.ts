import { type Connection, momentOrNull } from '@crm/platform/server'
import { settings } from '../../settings.ts'

/** The register of VAT payers, as the last answer tells. */
export const whiteListConnection: Connection = {
  id: 'directory.white-list',
  async look(system) {
    const [row] = await system.database.read.query('select max(asked_at) from directory_white_list_check')
    const at = momentOrNull(row?.[0])
    return { state: (await system.settings.get(settings.whiteList.isOn)) ? 'ok' : 'off', at, detail: null }
  },
}
