import { router as build } from '@crm/platform/server'
import type { FieldMap, Register } from '@crm/register'
import { accessSubject, type Hooks, type RegisterDocument, type RegisterProcedures, registerDocument, registerProcedures } from '@crm/register/server'
import {
  alsoByLabel,
  alsoByText,
  type AttachedTo,
  type AttachmentProcedures,
  attachmentProcedures,
  type PaperDeskProcedures,
  paperDeskProcedures,
  type PaperProcedures,
  paperProcedures,
  type LabelProcedures,
  labelProcedures,
  type IntakeProcedures,
  intakeProcedures,
  type ScanProcedures,
  scanProcedures,
} from '@crm/storage/server'
import { rights, type VariantRights } from '../rights.ts'
import type { Variant, Variants } from '../variant.ts'
import { variants } from '../variants.ts'
import { type AnnexProcedures, annexProcedures } from './annexes.ts'
import { contractParts } from './contract-parts.ts'
import { defaultReminder } from './default-reminder.ts'
import { type InvoiceProcedures, invoiceProcedures } from './invoices.ts'
import { ownTable } from './own-table.ts'
import { type ReportProcedures, reportProcedures } from './reports.ts'
import { paperDeskFor } from './paper-desk.ts'
import { deskFor } from './scan-desk.ts'

type Procedures<V> =
  V extends Variant<infer Fields>
    ? RegisterProcedures<Fields> & { files: AttachmentProcedures; labels: LabelProcedures; paper: PaperProcedures; annexes: AnnexProcedures; invoices: InvoiceProcedures }
    : never

export type ContractsRouter = { readonly [Name in keyof typeof variants]: Procedures<(typeof variants)[Name]> } & {
  readonly scans: ScanProcedures & { readonly intake: IntakeProcedures }
  readonly papers: PaperDeskProcedures
  readonly reports: ReportProcedures
}

/** The contracts of each variant as documents that may have an access table. */
export const documentsFor = (list: Variants, named: Readonly<Record<string, unknown>>): Readonly<Record<string, RegisterDocument>> =>
  Object.fromEntries(
    Object.entries(list).map(([name, { register }]) => [
      name,
      searched(registerDocument(register, { view: rightsOf(named, name).view, path: `/contracts/${name}` }), rightsOf(named, name)),
    ]),
  )

/** Found by the label on their paper and by what stands in their files, too. */
const searched = (document: RegisterDocument, { view, files }: VariantRights) => alsoByLabel(alsoByText(document, { ...document, rights: files }), view)

/** The same as the documents that files hang on. */
export const filesFor = (list: Variants, named: Readonly<Record<string, unknown>>): Readonly<Record<string, AttachedTo>> =>
  Object.fromEntries(
    Object.entries(documentsFor(list, named)).map(([name, document]) => [name, { ...document, rights: rightsOf(named, name).files, parts: contractParts(document.kind) }]),
  )

/** The procedures of every variant in the list. */
export function routerFor(list: Variants, named: Readonly<Record<string, unknown>>) {
  const files = filesFor(list, named)
  const documents = documentsFor(list, named)
  const desk = deskFor(list, named, files)
  const papers = paperDeskFor(list, named, desk)
  return build({
    papers: build(paperDeskProcedures(papers)),
    scans: build({ ...scanProcedures(desk), intake: intakeProcedures(desk) }),
    reports: build(reportProcedures),
    ...Object.fromEntries(
      Object.entries(list).map(([name, variant]) => {
        const { register } = variant
        const attached = files[name]
        const document = documents[name]
        const labelled = desk.documents.find(({ kind }) => kind === register.id)
        const shelved = papers.documents.find(({ kind }) => kind === register.id)
        if (!attached || !document || !labelled || !shelved) throw new Error(`${name} has no files`)
        const own = rightsOf(named, name)
        return [
          name,
          {
            ...registerProcedures(register as unknown as Register<FieldMap>, own, hooksOf(variant, { rights: own, document })),
            files: attachmentProcedures(attached),
            labels: labelProcedures(labelled),
            paper: paperProcedures(papers, shelved),
            annexes: annexProcedures(register, { document, files: attached, rights: own }),
            invoices: invoiceProcedures(register, { document, files: attached, rights: own, name }),
          },
        ]
      }),
    ),
  })
}

function hooksOf({ register, isConfidential }: Variants[string], of: { rights: VariantRights; document: RegisterDocument }): Hooks {
  const remind = defaultReminder(register)
  if (!isConfidential) return remind
  const own = ownTable(accessSubject(register, of))
  return {
    async created(ctx, record) {
      await own.created(ctx, record)
      await remind.created?.(ctx, record)
    },
    async updated(ctx, record, changes) {
      await own.updated(ctx, record)
      await remind.updated?.(ctx, record, changes)
    },
  }
}

// The rights were made from the same list.
const rightsOf = (named: Readonly<Record<string, unknown>>, name: string) => named[name] as VariantRights

export const router = routerFor(variants, rights) as unknown as ContractsRouter // built from this very list

/** Where scans of contracts come in. */
export const desk = deskFor(variants, rights, filesFor(variants, rights))

/** Where their papers lie. */
export const papers = paperDeskFor(variants, rights, desk)
