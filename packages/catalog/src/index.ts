import { admin } from '@crm/app-admin'
import { contracts } from '@crm/app-contracts'
import { directory } from '@crm/directory'
import { platform } from '@crm/platform'
import { register } from '@crm/register'
import { storage } from '@crm/storage'
// new-app:import

/** Every app, in the order of the menu and of migrations. */
export const apps = [
  platform,
  storage,
  register,
  directory,
  contracts,
  // new-app:entry
  admin,
] as const

export type AppId = (typeof apps)[number]['id']
