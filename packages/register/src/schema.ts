import { isDay, isMoney, type Schema } from '@crm/platform'
import { z } from 'zod'
import type { Field, FieldMap, Kind, ValuesOf } from './field.ts'
import { mostItems, wholeItem } from './items.ts'

const clean = (maxLength: number) => z.string().trim().max(maxLength)

const inputs: Record<Kind, (field: Field) => z.ZodType> = {
  text: (field) => clean(field.maxLength ?? 255),
  longText: (field) => clean(field.maxLength ?? 20_000),
  code: (field) => clean(field.maxLength ?? 60),
  integer: (field) =>
    z
      .number('not-a-number')
      .int('not-a-number')
      .min(field.min ?? -2_147_483_648)
      .max(field.max ?? 2_147_483_647),
  decimal: (field) => z.string().regex(new RegExp(`^-?\\d{1,${(field.precision ?? 12) - (field.scale ?? 2)}}(\\.\\d{1,${field.scale ?? 2}})?$`), 'not-a-number'),
  money: () => z.string().refine(isMoney, 'not-money'),
  day: () => z.string().refine(isDay, 'not-a-day'),
  moment: () => z.iso.datetime('not-a-moment'),
  // The choices of an added field are known where it is; here, they may be any.
  choice: (field) => (field.isAdded && !field.choices?.length ? clean(40) : z.enum([...(field.choices ?? [])] as [string, ...string[]], 'not-a-choice')),
  yesNo: () => z.boolean('not-a-choice'),
  tags: () =>
    z
      .array(
        z
          .string()
          .trim()
          .min(1)
          .max(40)
          .regex(/^[^|]+$/, 'wrong-value'),
      )
      .max(10),
  items: (field) =>
    z
      .array(z.strictObject(shapeOf(field.of ?? {})))
      .max(mostItems)
      .transform((all) => all.map((one) => wholeItem(field, one))),
  reference: () => z.number('required').int().positive(),
  references: () => z.array(z.number().int().positive()).max(50),
}

function inputOf(field: Field): z.ZodType {
  const input = inputs[field.kind](field)
  if (field.presence === 'optional') return z.preprocess((value) => (value === '' ? null : value), input.nullable().optional())
  return field.kind === 'references' ? z.array(z.number().int().positive()).min(1, 'required').max(50) : input.refine((value) => value !== '', 'required')
}

function shapeOf(fields: FieldMap): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.presence !== 'computed')
      .map(([name, field]) => [name, inputOf(field)]),
  )
}

/** Checks a whole form, in the browser and again at the server. Unknown and computed fields are refused by name. */
export const valuesSchema = <Fields extends FieldMap>(fields: Fields): Schema<ValuesOf<Fields>> => z.strictObject(shapeOf(fields)) as unknown as Schema<ValuesOf<Fields>> // the shape is made from the same map as the type

/** The same for an edit: only what is changed is there. */
export const changesSchema = <Fields extends FieldMap>(fields: Fields): Schema<Partial<ValuesOf<Fields>>> =>
  z.strictObject(shapeOf(fields)).partial() as unknown as Schema<Partial<ValuesOf<Fields>>> // as above
