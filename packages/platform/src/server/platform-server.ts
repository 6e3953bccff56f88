import { movedDocument } from './access/moved-document.ts'
import { platform } from '../platform.ts'
import { passwordWarnings } from './account/passwords/password-warnings.ts'
import { sweepHandler } from './account/sweep.ts'
import { mailHandlers } from './mail/mail.ts'
import { serveCalendar } from './calendar/feed.ts'
import { endAccess, endWhatIsDue } from './access/end-access.ts'
import { gather } from './incidents/gather.ts'
import { gatherIncident } from './incidents/job.ts'
import { migrations } from './migrations/index.ts'
import { digestHandler } from './notices/digest.ts'
import { deliver, notify } from './notices/notify.ts'
import { attachedReminders } from './reminders/attached.ts'
import { handOutDue, sendDue, sendReminder, sendReminders } from './reminders/send.ts'
import { platformConnections } from './running/connections.ts'
import { router } from './router.ts'
import { defineServer } from './server-app.ts'
import { remindedOf } from './reminders/belongings.ts'
import { soleAccess } from './access/shut-documents.ts'

export const platformServer = defineServer({
  app: platform,
  router,
  migrations,
  attached: [attachedReminders],
  moved: movedDocument,
  connections: platformConnections,
  belongings: [soleAccess, remindedOf],
  routes: serveCalendar,
  help: new URL('../../help/', import.meta.url),
  handlers: [
    passwordWarnings,
    sweepHandler,
    { job: notify, run: async (ctx, payload) => deliver(ctx, notify.payload.parse(payload)) },
    { job: gatherIncident, run: async (ctx, payload) => gather(ctx, gatherIncident.payload.parse(payload).eventId) },
    { job: endAccess, cron: '* * * * *', run: (ctx) => endWhatIsDue(ctx) },
    ...mailHandlers,
    digestHandler,
    { job: sendReminders, cron: '* * * * *', run: (ctx) => handOutDue(ctx) },
    { job: sendReminder, run: (ctx, given) => sendDue(ctx, sendReminder.payload.parse(given).reminderId) },
  ],
})
