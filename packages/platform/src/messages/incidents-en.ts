import type { SameMessages } from '../message.ts'
import type * as polish from './incidents-pl.ts'

export const incidentNotices: SameMessages<typeof polish.incidentNotices> = {
  'incident-opened': 'An attack: incident {code}. Look at its evidence and decide what next.',
  'incident-seen': 'Something suspicious: incident {code}.',
}

export const incidentNoticeNames: SameMessages<typeof polish.incidentNoticeNames> = {
  'incident-opened': 'An attack on the system',
  'incident-seen': 'Something suspicious in the system',
}

export const incidentMails: SameMessages<typeof polish.incidentMails> = {
  'incident-opened': { subject: 'An attack on the system', body: 'The system noticed an attack and answered it. Incident {code} with its evidence waits in the admin section.' },
  'incident-seen': { subject: 'Something suspicious in the system', body: 'The system noticed something suspicious: incident {code} in the admin section.' },
}

export const incidentRights: SameMessages<typeof polish.incidentRights> = {
  view: { name: 'Incidents: view', description: 'Seeing attacks on the system and their evidence; whoever holds this right hears of them.' },
  decide: { name: 'Incidents: decisions', description: 'Acknowledging incidents and marking them as false alarms.' },
}
