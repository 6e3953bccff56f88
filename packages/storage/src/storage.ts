import { defineApp } from '@crm/platform'
import { messages } from './messages/index.ts'
import { contentLost } from './notices.ts'
import { rights } from './rights.ts'
import { settings } from './settings.ts'

/** Stands in the catalog for its tables and texts; its rights are the documents'. */
export const storage = defineApp({ id: 'storage', rights, settings, levels: { read: [], work: [], approve: [], manage: [] }, messages, notices: [contentLost] })
