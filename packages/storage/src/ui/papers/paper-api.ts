import type { Api } from '@crm/platform/ui'
import type { PaperRights } from '../../index.ts'
import type { PaperProcedures } from '../../server/index.ts'

/** The papers of one kind of document, as its pages work with them. */
export interface Papers {
  /** `contracts.trade` */
  readonly kind: string
  readonly rights: PaperRights
  readonly api: Api<PaperProcedures>
}
