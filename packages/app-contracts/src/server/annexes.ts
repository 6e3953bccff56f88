import { Failure, invalid, isDay, issuesOfZod } from '@crm/platform'
import { allowedOn, type Changes, holderOf, type Mutation, type Query, type Reading, type Writing } from '@crm/platform/server'
import { type AnyRegister, changesSchema, documentOf, readable } from '@crm/register'
import { demandFields, rederive, type RegisterDocument, withLabels, withoutNames } from '@crm/register/server'
import { type AttachedTo, keepFilesOf } from '@crm/storage/server'
import { z } from 'zod'
import { type Annex, annexable, annexIssues, type AnnexTerms } from '../annex.ts'
import type { ContractRow } from '../fields.ts'
import { annexPart } from '../part.ts'
import type { VariantRights } from '../rights.ts'
import { contractInUse } from './contract-in-use.ts'
import { annexesNow, deleteAnnex, insertAnnex, readAnnexes, replaceAnnex } from './annex-table.ts'

interface Of {
  readonly document: RegisterDocument
  readonly files: AttachedTo
  readonly rights: VariantRights
}

type One = { documentId: number; id: number; version: number }

export type AnnexProcedures = {
  list: Query<{ documentId: number }, Annex[]>
  /** References among the changes are ids, as in every form. */
  add: Mutation<{ documentId: number } & AnnexTerms, { id: number }>
  edit: Mutation<One & AnnexTerms, { id: number }>
  remove: Mutation<One, null>
}

const id = z.number().int().positive()
const one = { documentId: id, id, version: id }
const day = z.string('required').refine(isDay, 'not-a-day')

/** What can be done with the annexes of one variant's contracts; whoever may not see the contract sees none of them. */
export function annexProcedures(register: AnyRegister, { document, files, rights }: Of): AnnexProcedures {
  const fields = Object.fromEntries(annexable(register).map((name) => [name, register.fields[name] ?? never(name)]))
  const changes = changesSchema(fields)
  const terms = {
    number: z.string('required').trim().min(1, 'required').max(40),
    signedOn: day,
    startsOn: day,
    endsOn: day.nullable(),
    changes: z.record(z.string().max(60), z.unknown()),
  }

  const open = async (ctx: Writing, documentId: number) => {
    const { code } = await document.find(ctx, documentId)
    const contract = await contractInUse(ctx.system, register, documentId)
    return { contract, entry: { document: documentOf(register, documentId), documentCode: code }, annexes: await annexesNow({ kind: register.id, contractId: documentId }) }
  }

  const settled = async (ctx: Writing, contractId: number, entry: { document: string; documentCode: string | null }, said: Changes) => {
    await ctx.journal({ ...entry, changes: withoutNames(register, said) })
    await rederive(ctx, register, [contractId])
  }

  return {
    list: allowedOn(rights.view)
      .input(z.strictObject({ documentId: id }))
      .query(async ({ ctx, input }) => {
        await document.find(ctx, input.documentId)
        const annexes = await readAnnexes(ctx.system, { kind: register.id, contractId: input.documentId })
        return annexes.map((annex) => ({ ...annex, changes: split(ctx, annex.changes).read }))
      }),
    add: allowedOn(rights.annexes.add)
      .input<{ documentId: number } & AnnexTerms>(z.strictObject({ documentId: id, ...terms }))
      .mutation(async ({ ctx, input: { documentId, ...given } }) => {
        const { contract, entry, annexes } = await open(ctx, documentId)
        await demandFields(ctx, register, Object.keys(given.changes))
        const annex = await checked(ctx, { contract: contract.values, annexes, given })
        const annexId = await insertAnnex({ kind: register.id, contractId: documentId }, annex, ctx.now)
        await settled(ctx, documentId, entry, { annex: [null, titleOf(annex)], ...sides(null, annex) })
        return { id: annexId }
      }),
    edit: allowedOn(rights.annexes.edit)
      .input<One & AnnexTerms>(z.strictObject({ ...one, ...terms }))
      .mutation(async ({ ctx, input: { documentId, id: annexId, version, ...given } }) => {
        const { contract, entry, annexes } = await open(ctx, documentId)
        const before = found(annexes, { id: annexId, version })
        await demandFields(ctx, register, Object.keys(given.changes))
        const annex = await checked(ctx, { contract: contract.values, annexes: annexes.filter((other) => other.id !== annexId), given, kept: split(ctx, before.changes).hidden })
        await replaceAnnex(annexId, annex, ctx.now)
        await settled(ctx, documentId, entry, { annex: [titleOf(before), titleOf(annex)], ...sides(before, annex) })
        return { id: annexId }
      }),
    remove: allowedOn(rights.annexes.remove)
      .input(z.strictObject(one))
      .mutation(async ({ ctx, input }) => {
        const { entry, annexes } = await open(ctx, input.documentId)
        const before = found(annexes, input)
        await keepFilesOf(ctx, files, { documentId: input.documentId, code: entry.documentCode, part: annexPart(before) })
        await deleteAnnex(input.id)
        await settled(ctx, input.documentId, entry, { annex: [titleOf(before), null], ...sides(before, null) })
        return null
      }),
  }

  /** An annex has an end of its own beside the contract's: what is wrong with a new value is named under `changes`. */
  function parsed(given: unknown): Record<string, unknown> {
    try {
      return changes.parse(given) as Record<string, unknown> // fields of this register
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error
      throw invalid(...issuesOfZod(error).map((issue) => ({ ...issue, path: `changes.${issue.path}` })))
    }
  }

  /** What an annex changes, apart by what the reader may read. */
  function split(ctx: Reading, all: AnnexTerms['changes']) {
    const { hidden = {} } = readable(register, holderOf(ctx.user))
    const some = (isHidden: boolean) => Object.fromEntries(Object.entries(all).filter(([name]) => name in hidden === isHidden))
    return { read: some(false), hidden: some(true) }
  }

  /** @param of.kept what the annex changes beside, unseen by who corrects it */
  async function checked(
    ctx: Writing,
    { contract, annexes, given, kept = {} }: { contract: object; annexes: readonly Annex[]; given: AnnexTerms; kept?: AnnexTerms['changes'] },
  ): Promise<AnnexTerms> {
    const annex = { ...given, changes: { ...kept, ...(await withLabels(ctx, register, parsed(given.changes))) } }
    const issues = annexIssues(contract as ContractRow, annexes, annex) // a row of this variant
    if (issues.length > 0) throw invalid(...issues)
    return annex
  }
}

function found(annexes: readonly Annex[], { id: wanted, version }: { id: number; version: number }): Annex {
  const annex = annexes.find((known) => known.id === wanted)
  if (!annex) throw new Failure('missing')
  if (annex.version !== version) throw new Failure('stale', { version: annex.version, changedFields: [] })
  return annex
}

const titleOf = ({ number, startsOn, endsOn }: AnnexTerms) => `${number} (${startsOn}–${endsOn ?? '…'})`

/** Both values of each field, named as what an annex says of it, so that nobody takes it for an edit of the contract. */
function sides(before: AnnexTerms | null, after: AnnexTerms | null): Changes {
  const names = [...new Set([...Object.keys(before?.changes ?? {}), ...Object.keys(after?.changes ?? {})])]
  return Object.fromEntries(names.map((name) => [name, [before?.changes[name] ?? null, after?.changes[name] ?? null] as const]))
}

const never = (name: string): never => {
  throw new Error(`${name} is annexable and not declared`)
}
