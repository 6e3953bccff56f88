import { defineRights, right } from '@crm/platform'

export const rights = defineRights('admin', {
  /** Opens the admin section in the menu. */
  enter: right({ risk: 'sensitive', denied: 'page' }),
  people: { view: right({ risk: 'sensitive', denied: 'page' }) },
  rights: { view: right({ risk: 'sensitive', denied: 'page' }), export: right({ risk: 'sensitive' }) },
  journal: { view: right({ risk: 'sensitive', denied: 'page' }) },
})
