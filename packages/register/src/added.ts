import { choice, day, decimal, type Field, type FieldMap, type Kind, money, optional, reference, text, yesNo } from './field.ts'
import type { AnyRegister } from './register.ts'

const added = <F extends Field>(field: F): F => ({ ...field, isAdded: true })

/**
 * Fields that the office adds by itself. A register that spreads them into its `fields` keeps these columns free; an admin gives one a
 * name, and from then on it is a field like all others: in forms, filters, sheets and history. As many as keys are left in a table.
 */
export const addedFields = {
  addedText1: added(optional(text(200))),
  addedText2: added(optional(text(200))),
  addedText3: added(optional(text(200))),
  addedNumber1: added(optional(decimal(15, 4))),
  addedNumber2: added(optional(decimal(15, 4))),
  addedDay1: added(optional(day())),
  addedDay2: added(optional(day())),
  addedDay3: added(optional(day())),
  addedChoice1: added(optional(choice<string>())),
  addedChoice2: added(optional(choice<string>())),
  addedChoice3: added(optional(choice<string>())),
  addedYesNo1: added(optional(yesNo())),
  addedYesNo2: added(optional(yesNo())),
  addedPerson1: added(optional(reference('directory.person'))),
  addedParty1: added(optional(reference('directory.party'))),
} as const satisfies FieldMap

/** The same for an amount, in the currency of the record. */
export const addedMoney = (currency: string) => ({ addedMoney1: added(optional(money({ currency }))) }) as const satisfies FieldMap

/** What an admin may add, as the form says it. */
export const addedKinds = ['text', 'number', 'money', 'day', 'choice', 'yesNo', 'person', 'party'] as const
export type AddedKind = (typeof addedKinds)[number]

const ofKind: Partial<Record<Kind, AddedKind>> = { text: 'text', decimal: 'number', money: 'money', day: 'day', choice: 'choice', yesNo: 'yesNo' }

export const addedKindOf = (field: Field): AddedKind => ofKind[field.kind] ?? (field.target === 'directory.person' ? 'person' : 'party')

/** One of the values of an added choice; a withdrawn one stays where it was chosen. */
export interface AddedChoice {
  readonly id: string
  readonly pl: string
  readonly en: string
  readonly isUsed: boolean
}

/** What an admin said of a free column. */
export interface AddedField {
  readonly field: string
  readonly pl: string
  readonly en: string
  readonly choices: readonly AddedChoice[]
  /** One that is out of use is nowhere to be seen; its values stay. */
  readonly isUsed: boolean
}

/** A register with the added fields that are in use, in their own section, and without the columns that are free. */
export function withAdded(register: AnyRegister, all: readonly AddedField[]): AnyRegister {
  const declared = Object.entries(register.fields).filter(([, field]) => !field.isAdded)
  const used = all.flatMap((one) => {
    const field = register.fields[one.field]
    if (!one.isUsed || !field?.isAdded) return []
    return [[one.field, field.kind === 'choice' ? { ...field, choices: one.choices.map((choice) => choice.id) } : field] as const]
  })
  const sections = used.length === 0 ? register.sections : { ...register.sections, [addedSection]: used.map(([name]) => name) }
  return { ...register, fields: Object.fromEntries([...declared, ...used]), sections }
}

/** The section of a form that holds them. */
export const addedSection = 'added'
