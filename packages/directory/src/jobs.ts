import { defineJob } from '@crm/platform'
import { z } from 'zod'

export const turnAccounts = defineJob('directory.turn-accounts', z.object({}))
/** Parties of active contracts are looked up in the register of VAT payers; each job asks once. */
export const checkWhiteList = defineJob('directory.check-white-list', z.object({}).nullish())
