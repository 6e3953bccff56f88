import { defineServer, handle, router } from '@crm/platform/server'
import { register } from '../engine.ts'
import { checkImport, emptyTrash, makeImport, readImport, sweepImports, undoImport } from '../jobs.ts'
import { migrations } from './migrations.ts'

/** The server part of the engine itself; what it does for a register stands in the register's own app. */
export const registerServer = defineServer({
  app: register,
  router: router({}),
  migrations,
  help: new URL('../../help/', import.meta.url),
  handlers: [
    { ...handle(emptyTrash, () => import('./empty-trash.ts')), cron: '20 2 * * *' },
    { ...handle(sweepImports, () => import('./import/sweep.ts')), cron: '40 2 * * *' },
    handle(readImport, () => import('./import/read-sheet.ts')),
    handle(checkImport, () => import('./import/check-rows.ts')),
    handle(makeImport, () => import('./import/make-rows.ts')),
    handle(undoImport, () => import('./import/undo-rows.ts')),
  ],
})
