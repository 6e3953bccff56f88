import admin from '@crm/app-admin/server'
import contracts from '@crm/app-contracts/server'
import directory from '@crm/directory/server'
import platform, { type ServerApp } from '@crm/platform/server'
import register from '@crm/register/server'
import storage from '@crm/storage/server'
import { type AppId, apps } from './index.ts'
// new-app:import

const serverOf = {
  platform,
  storage,
  register,
  directory,
  contracts,
  // new-app:entry
  admin,
} satisfies Record<AppId, ServerApp>

/** The server part of every app, in the catalog's order. */
export const servers: readonly ServerApp[] = apps.map((app) => serverOf[app.id])
