import { defineRights, right } from '@crm/platform'

export const rights = defineRights('admin', {
  /** Opens the admin section in the menu. */
  enter: right({ risk: 'sensitive', denied: 'page' }),
  people: { view: right({ risk: 'sensitive', denied: 'page' }), resetPassword: right({ risk: 'sensitive' }), demandFactor: right({ risk: 'sensitive' }) },
  sessions: { view: right({ risk: 'sensitive', denied: 'page' }), end: right({ risk: 'sensitive' }) },
  security: { view: right({ risk: 'sensitive', denied: 'page' }), unblock: right({ risk: 'sensitive' }) },
  journal: { view: right({ risk: 'sensitive', denied: 'page' }) },
})
