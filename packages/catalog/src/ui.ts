import admin from '@crm/app-admin/ui'
import contracts from '@crm/app-contracts/ui'
import directory from '@crm/directory/ui'
import type { UiApp } from '@crm/platform/ui'
import { type AppId, apps } from './index.ts'
// new-app:import

/** Apps whose pages stand in the shell; the platform's and storage's parts are in everybody's pages. */
const uiOf: Readonly<Record<Exclude<AppId, 'platform' | 'storage' | 'register'>, UiApp>> = {
  directory,
  contracts,
  // new-app:entry
  admin,
}

/** The browser's part of every app, in the order of the menu. */
export const uis: readonly UiApp[] = apps.flatMap(({ id }) => (id === 'platform' || id === 'storage' || id === 'register' ? [] : [uiOf[id]]))
