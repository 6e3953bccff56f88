import { defineServer, handle, router } from '@crm/platform/server'
import { register } from '../engine.ts'
import { checkImport, emptyTrash, makeImport, readImport, relabel, sweepSheets, undoImport, writeExports } from '../jobs.ts'
import { attachedComments } from './comments/table.ts'
import { migrations } from './migrations.ts'
import { movedRecord } from './record/moved-record.ts'

/** The server part of the engine itself; what it does for a register stands in the register's own app. */
export const registerServer = defineServer({
  app: register,
  router: router({}),
  migrations,
  attached: [attachedComments],
  moved: movedRecord,
  // An import is there before its sheet's content has its row.
  contents: [{ table: 'register_import', column: 'sha256' }],
  help: new URL('../../help/', import.meta.url),
  handlers: [
    { ...handle(emptyTrash, () => import('./record/empty-trash.ts')), cron: '20 2 * * *' },
    { ...handle(sweepSheets, () => import('./import/sweep.ts')), cron: '40 2 * * *' },
    handle(relabel, () => import('./record/relabel.ts')),
    handle(writeExports, () => import('./export/write-export.ts')),
    handle(readImport, () => import('./import/read-sheet.ts')),
    handle(checkImport, () => import('./import/check-rows.ts')),
    handle(makeImport, () => import('./import/make-rows.ts')),
    handle(undoImport, () => import('./import/undo-rows.ts')),
  ],
})
