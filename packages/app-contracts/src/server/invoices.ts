import { dayOf, Failure, invalid, isDay, isMoney } from '@crm/platform'
import { allowedOn, type Changes, demand, type Mutation, noticeTo, notify, type Query, type Writing } from '@crm/platform/server'
import { type AnyRegister, documentOf, type Referred } from '@crm/register'
import { findRecord, rederive, type RegisterDocument } from '@crm/register/server'
import { type AttachedTo, keepFilesOf } from '@crm/storage/server'
import { z } from 'zod'
import { termsAsOf } from '../annex.ts'
import type { ContractRow } from '../fields.ts'
import { budgetOf, type Invoice, type InvoiceEntry, invoiceIssues, invoicedTotal, usedShare, warningShare } from '../invoice.ts'
import { limitNotice } from '../notices.ts'
import { invoicePart } from '../part.ts'
import type { VariantRights } from '../rights.ts'
import { annexesNow } from './annex-table.ts'
import { contractInUse } from './contract-in-use.ts'
import { deleteInvoice, insertInvoice, invoicesNow, markWarned, readInvoices, replaceInvoice } from './invoice-table.ts'

interface Of {
  readonly document: RegisterDocument
  readonly files: AttachedTo
  readonly rights: VariantRights
  /** `trade` */
  readonly name: string
}

type One = { documentId: number; id: number; version: number }

export type InvoiceProcedures = {
  list: Query<{ documentId: number }, Invoice[]>
  add: Mutation<{ documentId: number } & InvoiceEntry, { id: number }>
  edit: Mutation<One & InvoiceEntry, { id: number }>
  remove: Mutation<One, null>
}

const id = z.number().int().positive()
const one = { documentId: id, id, version: id }
const day = z.string('required').refine(isDay, 'not-a-day')
const amount = z.string('required').refine(isMoney, 'not-money')
const entry = {
  number: z.string('required').trim().min(1, 'required').max(60),
  seller: z.string('required').trim().min(1, 'required').max(200),
  ksefNumber: z.string().trim().max(60).nullable(),
  issuedOn: day,
  dueOn: day,
  paidOn: day.nullable(),
  net: amount,
  vat: amount,
  gross: amount,
  currency: z.enum(['PLN', 'EUR', 'USD', 'GBP', 'CHF', 'CZK'], 'not-a-choice'),
}

/** What can be done with the invoices of one variant's contracts; whoever may not see the contract sees none of them. */
export function invoiceProcedures(register: AnyRegister, { document, files, rights, name }: Of): InvoiceProcedures {
  /** The contract with its invoices, locked: the same invoice cannot be entered by two people at once. */
  const open = async (ctx: Writing, documentId: number) => {
    const { code } = await document.find(ctx, documentId)
    await demand(ctx, rights.amounts)
    await contractInUse(ctx.system, register, documentId)
    return { about: { document: documentOf(register, documentId), documentCode: code }, invoices: await invoicesNow({ kind: register.id, contractId: documentId }) }
  }

  const settled = async (ctx: Writing, contractId: number, about: { document: string; documentCode: string | null }, changes: Changes) => {
    await ctx.journal({ ...about, changes })
    await rederive(ctx, register, [contractId])
    await warn(ctx, contractId, about)
  }

  /** The owner hears once of each budget that it is nearly used up. */
  const warn = async (ctx: Writing, contractId: number, { document: key, documentCode }: { document: string; documentCode: string | null }) => {
    const of = { kind: register.id, contractId }
    const record = await findRecord(ctx.system, register, { id: contractId, isLocked: true })
    if (!record) return
    const today = dayOf(ctx.now)
    const terms = termsAsOf(record.values as unknown as ContractRow, await annexesNow(of), today) // a row of this variant
    const budget = budgetOf(terms, today)
    const share = usedShare(invoicedTotal(terms, await invoicesNow(of)), budget)
    if (budget === null || share === null || Number(share) < warningShare || !(await markWarned(of, { budget, now: ctx.now }))) return
    const owner = record.values.owner as Referred // a required field of every variant
    await ctx.send(
      notify,
      noticeTo(owner.id, limitNotice(name, rights.amounts.id), { params: { code: documentCode ?? '', share }, path: `${document.path}/${contractId}?tab=invoices`, document: key }),
    )
  }

  return {
    list: allowedOn(rights.view)
      .input(z.strictObject({ documentId: id }))
      .query(async ({ ctx, input }) => {
        await document.find(ctx, input.documentId)
        await demand(ctx, rights.amounts)
        return readInvoices(ctx.system, { kind: register.id, contractId: input.documentId })
      }),
    add: allowedOn(rights.invoices.add)
      .input<{ documentId: number } & InvoiceEntry>(z.strictObject({ documentId: id, ...entry }))
      .mutation(async ({ ctx, input: { documentId, ...invoice } }) => {
        const { about, invoices } = await open(ctx, documentId)
        refuse(invoices, invoice)
        const invoiceId = await insertInvoice({ kind: register.id, contractId: documentId }, invoice, ctx.now)
        await settled(ctx, documentId, about, differences(null, invoice))
        return { id: invoiceId }
      }),
    edit: allowedOn(rights.invoices.edit)
      .input<One & InvoiceEntry>(z.strictObject({ ...one, ...entry }))
      .mutation(async ({ ctx, input: { documentId, id: invoiceId, version, ...invoice } }) => {
        const { about, invoices } = await open(ctx, documentId)
        const before = found(invoices, { id: invoiceId, version })
        refuse(
          invoices.filter((other) => other.id !== invoiceId),
          invoice,
        )
        await replaceInvoice(invoiceId, invoice)
        await settled(ctx, documentId, about, differences(before, invoice))
        return { id: invoiceId }
      }),
    remove: allowedOn(rights.invoices.remove)
      .input(z.strictObject(one))
      .mutation(async ({ ctx, input }) => {
        const { about, invoices } = await open(ctx, input.documentId)
        const before = found(invoices, input)
        await keepFilesOf(ctx, files, { documentId: input.documentId, code: about.documentCode, part: invoicePart(before) })
        await deleteInvoice(input.id)
        await settled(ctx, input.documentId, about, differences(before, null))
        return null
      }),
  }
}

function refuse(others: readonly Invoice[], invoice: InvoiceEntry): void {
  const issues = invoiceIssues(others, invoice)
  if (issues.length > 0) throw invalid(...issues)
}

function found(invoices: readonly Invoice[], { id: wanted, version }: { id: number; version: number }): Invoice {
  const invoice = invoices.find((known) => known.id === wanted)
  if (!invoice) throw new Failure('missing')
  if (invoice.version !== version) throw new Failure('stale', { version: invoice.version, changedFields: [] })
  return invoice
}

const titleOf = ({ number, seller }: InvoiceEntry) => `${number}, ${seller}`
const told = ['ksefNumber', 'issuedOn', 'dueOn', 'paidOn', 'net', 'vat', 'gross'] as const

/** What the journal tells of an invoice only to those who may read amounts. */
export const guardedInvoiceWords = ['invoice', 'net', 'vat', 'gross'] as const

/** Which invoice, and what of it is different; the amounts stand without their currency, which is in its title. */
function differences(before: InvoiceEntry | null, after: InvoiceEntry | null): Changes {
  const moved = told.filter((name) => (before?.[name] ?? null) !== (after?.[name] ?? null))
  const title = (one: InvoiceEntry | null) => one && `${titleOf(one)} (${one.currency})`
  return { invoice: [title(before), title(after)], ...Object.fromEntries(moved.map((name) => [name, [before?.[name] ?? null, after?.[name] ?? null] as const])) }
}
