import { Failure } from '@crm/platform'
import { allowedOn, type Query, type Reading } from '@crm/platform/server'
import { z } from 'zod'
import { type AlikeInput, type AlikeLine, type AnyRegister, changesSchema, type RegisterRights } from '../../index.ts'
import type { RegisterDocument } from './document.ts'
import { alikeOf } from './duplicates.ts'
import { withLabels } from './record.ts'

const mostShown = 5

/** What a form that is being filled in may double, as far as the reader may see it; it forbids nothing. */
export function alikeQuery(register: AnyRegister, { rights, document }: { rights: RegisterRights; document: RegisterDocument }): Query<AlikeInput, AlikeLine[]> {
  const schema = changesSchema(register.fields)
  return allowedOn(rights.view)
    .input<AlikeInput>(z.strictObject({ values: z.record(z.string().max(60), z.unknown()), except: z.number().int().optional() }))
    .query(async ({ ctx, input }) => {
      const names = register.duplicates?.same ?? []
      const row = await shownSoFar(ctx, register, { schema, values: input.values })
      if (names.length === 0 || row === null) return []
      const [found = []] = await alikeOf(ctx, { register, document, names, rows: [row], except: input.except ?? 0 })
      return found.slice(0, mostShown).map(({ id, code, values }) => ({ id, code, title: String(values[register.list.title] ?? '') }))
    })
}

/** The fields that are right so far; what is half typed is not there yet. */
async function shownSoFar(
  ctx: Reading,
  register: AnyRegister,
  { schema, values }: { schema: { parse(given: unknown): unknown }; values: Readonly<Record<string, unknown>> },
): Promise<Record<string, unknown> | null> {
  const right = Object.entries(values).filter(([name, value]) => isRight(schema, { [name]: value }))
  try {
    return { ...Object.fromEntries(Object.keys(register.fields).map((name) => [name, null])), ...(await withLabels(ctx, register, Object.fromEntries(right))) }
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

function isRight(schema: { parse(given: unknown): unknown }, values: object): boolean {
  try {
    schema.parse(values)
    return true
  } catch (error) {
    if (error instanceof z.ZodError) return false
    throw error
  }
}
