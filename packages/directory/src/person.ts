import { isDay, type Schema } from '@crm/platform'
import { z } from 'zod'

/** What is kept of somebody who works here; a missing text is `null`. */
export interface PersonValues {
  readonly login: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly departmentId: number | null
  readonly positionId: number | null
  readonly supervisorId: number | null
  /** First and last day of the account, inclusive, Europe/Warsaw. */
  readonly activeFrom: string | null
  readonly activeTo: string | null
}

const line = (limit: number) => z.string().trim().max(limit)
const maybe = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())
const id = z.number('not-a-choice').int().positive()
const day = z.string().refine(isDay, 'not-a-day')
// One mailbox, no quoted forms, no line breaks: what goes into a letter's head.
const mailbox = line(160).regex(/^[^\s@<>"(),:;\\[\]]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'not-an-email')

/** Checks the form of a person in the browser, at the server, and each row of an import. */
export const personSchema: Schema<PersonValues> = z
  .strictObject({
    login: line(80).regex(/^[a-z0-9][a-z0-9._-]{1,79}$/, 'not-a-login'),
    name: line(120).min(3, 'required'),
    email: maybe(mailbox),
    phone: maybe(line(40).regex(/^[+\d][\d\s()/-]{5,39}$/, 'not-a-phone')),
    departmentId: maybe(id),
    positionId: maybe(id),
    supervisorId: maybe(id),
    activeFrom: maybe(day),
    activeTo: maybe(day),
  })
  .refine((one) => !one.activeFrom || !one.activeTo || one.activeFrom <= one.activeTo, { path: ['activeTo'], message: 'end-before-start' }) as unknown as Schema<PersonValues> // the shape is the interface's

export interface Person extends PersonValues {
  readonly id: number
  readonly isActive: boolean
  readonly departmentName: string | null
  readonly positionName: string | null
  readonly supervisorName: string | null
  /** Whom they supervise. */
  readonly people: readonly { readonly id: number; readonly name: string }[]
}

export interface Department {
  readonly id: number
  readonly name: string
  readonly parentId: number | null
  readonly headId: number | null
  readonly headName: string | null
  readonly personCount: number
}

export interface Position {
  readonly id: number
  readonly name: string
  /** Active accounts in it. */
  readonly personCount: number
}

export interface Substitution {
  readonly id: number
  readonly absent: { readonly id: number; readonly label: string }
  readonly substitute: { readonly id: number; readonly label: string }
  readonly fromOn: string
  readonly toOn: string
  /** `null` is every app. */
  readonly apps: readonly string[] | null
}

/** What becomes of it: a person takes it over, it comes back, or it is left where it is. */
export type Heir = number | 'back' | null

/** What somebody who leaves has in hand. */
export interface Belonging {
  /** `contracts.trade.owner`, `directory.supervisor`, `directory.head`, `platform.todo` */
  readonly kind: string
  readonly count: number
  /** Which they are, as far as the reader may know of them. */
  readonly lines?: readonly { readonly label: string; readonly path: string }[]
  /** It can come back instead of going to somebody. */
  readonly comesBack?: true
}
