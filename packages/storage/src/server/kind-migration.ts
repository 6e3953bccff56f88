import type { Migration } from '@crm/platform/server'

/** What a file is to its document: one of the words that the office keeps in the settings. */
export const fileKinds: Migration = { name: '0072-file-kinds', statements: ['alter table storage_file add column kind varchar(60) null'] }
