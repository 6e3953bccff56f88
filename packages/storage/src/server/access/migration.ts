import type { Migration } from '@crm/platform/server'

/** A file's own access table; without one, the document's decides. */
export const fileAccess: Migration = { name: '0080-file-access', statements: ['alter table storage_file add column access_id int unsigned null'] }
