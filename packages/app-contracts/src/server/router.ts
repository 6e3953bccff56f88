import { router as build } from '@crm/platform/server'
import { type RegisterProcedures, registerDocument, registerProcedures } from '@crm/register/server'
import { type AttachedTo, type AttachmentProcedures, attachmentProcedures } from '@crm/storage/server'
import { rights } from '../rights.ts'
import { trade } from '../trade.ts'

export type ContractsRouter = {
  trade: RegisterProcedures<typeof trade.fields> & { files: AttachmentProcedures }
}

export const tradeDocument = registerDocument(trade, { view: rights.trade.view, path: '/contracts/trade' })

/** Trade contracts as the documents that files hang on. */
export const tradeFiles: AttachedTo = { ...tradeDocument, rights: rights.trade.files }

const procedures: ContractsRouter = {
  trade: { ...registerProcedures(trade, rights.trade), files: attachmentProcedures(tradeFiles) },
}

export const router = build(procedures)
