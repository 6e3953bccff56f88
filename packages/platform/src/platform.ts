import { defineApp } from './app.ts'
import { messages } from './messages/index.ts'
import { rights } from './rights.ts'
import { settings } from './settings.ts'

const everyday = [rights.preferences.edit.id, rights.notices.view.id, rights.help.view.id, rights.events.view.id, rights.account.sessions.id, rights.account.secondFactor.id]
/** The password's end is near. */
const notices = [{ id: 'platform.password-ends', right: rights.notices.view.id }] as const

const manage = [...everyday, rights.settings.edit.id]

/** The platform stands in the catalog like any app. */
export const platform = defineApp({ id: 'platform', rights, levels: { read: everyday, work: everyday, approve: everyday, manage }, settings, messages, notices })
