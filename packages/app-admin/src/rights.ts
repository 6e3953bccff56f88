import { defineRights, right } from '@crm/platform'

export const rights = defineRights('admin', {
  /** Opens the admin section in the menu. */
  enter: right({ risk: 'sensitive', denied: 'page' }),
  people: {
    view: right({ risk: 'sensitive', denied: 'page' }),
    create: right({ risk: 'sensitive' }),
    edit: right({ risk: 'sensitive' }),
    block: right({ risk: 'sensitive' }),
    import: right({ risk: 'sensitive', denied: 'page' }),
    /** The leaver wizard: account off, sessions ended, matters handed over. */
    release: right({ risk: 'sensitive' }),
    /** Personal data of somebody who has left, for good. */
    erase: right({ risk: 'sensitive' }),
    resetPassword: right({ risk: 'sensitive' }),
    demandFactor: right({ risk: 'sensitive' }),
  },
  departments: { view: right({ denied: 'page' }), edit: right({ risk: 'sensitive' }) },
  positions: { view: right({ denied: 'page' }), edit: right({ risk: 'sensitive' }) },
  substitutions: { view: right({ denied: 'page' }), edit: right({ risk: 'sensitive' }) },
  /** Documents that nobody can open any more. */
  access: { rescue: right({ risk: 'sensitive', denied: 'page' }) },
  journal: {
    view: right({ risk: 'sensitive', denied: 'page' }),
    export: right({ risk: 'sensitive' }),
    print: right({ risk: 'sensitive' }),
    everything: right({ risk: 'sensitive' }),
  },
  mail: { view: right({ risk: 'sensitive', denied: 'page' }), resend: right() },
  rights: { view: right({ risk: 'sensitive', denied: 'page' }), export: right({ risk: 'sensitive' }) },
  sessions: { view: right({ risk: 'sensitive', denied: 'page' }), end: right({ risk: 'sensitive' }) },
  /** Fields that the office adds to its registers. */
  fields: { edit: right({ risk: 'sensitive', denied: 'page' }) },
  /** How the system itself does: jobs, and what it talks to. */
  running: { view: right({ risk: 'sensitive', denied: 'page' }), retry: right({ risk: 'sensitive' }) },
  security: { view: right({ risk: 'sensitive', denied: 'page' }), unblock: right({ risk: 'sensitive' }) },
})
