import { z } from 'zod'
import type { Filter } from '../../index.ts'

const filterSchema: z.ZodType<Filter> = z.lazy(() =>
  z.union([z.strictObject({ all: z.array(nodeSchema).max(30) }), z.strictObject({ any: z.array(nodeSchema).max(30) })]),
) as z.ZodType<Filter> // recursive: the compiler needs the end stated
const nodeSchema = z.lazy(() =>
  z.union([
    z.strictObject({
      field: z.string().max(60),
      op: z.string().max(20),
      value: z.union([z.string().max(500), z.number(), z.boolean(), z.array(z.union([z.string().max(200), z.number()])).max(500)]).optional(),
    }),
    filterSchema,
  ]),
)
const shelf = z.enum(['current', 'archived', 'removed']).optional()
const search = z.string().max(200).optional()
export const selectionSchema = z.strictObject({ filter: filterSchema.optional(), search, shelf })
export const listSchema = z.strictObject({
  columns: z.array(z.string().max(60)).max(80),
  filter: filterSchema.optional(),
  search,
  shelf,
  sort: z
    .array(z.strictObject({ field: z.string().max(60), dir: z.enum(['asc', 'desc']) }))
    .max(3)
    .optional(),
  cursor: z.string().max(2_000).nullish(),
  limit: z.number().int().min(1).max(200).optional(),
})
export const idSchema = z.strictObject({ id: z.number().int().positive() })
export const markedSchema = z.strictObject({ id: z.number().int().positive(), version: z.number().int().positive() })

/** A list without its page: what an export and a saved view keep. */
export const questionSchema = listSchema.omit({ cursor: true, limit: true })

export const totalsSchema = selectionSchema.extend({ fields: z.array(z.string().max(60)).max(20) })
