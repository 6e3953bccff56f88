import type { AnyRegister, Field } from '@crm/register'
import type { Choice, Comparison } from './merge-wire.ts'

export type Take = Readonly<Record<string, Choice>>

/** Of two lists both can be taken. */
export const isList = (field: Field | undefined): boolean => field?.kind === 'tags' || field?.kind === 'items'

/** What of a party somebody chooses, added fields included: computed ones follow from it. */
export const chosenFields = (register: AnyRegister): string[] => Object.keys(register.fields).filter((name) => register.fields[name]?.presence !== 'computed')

/** The value of one side. */
export const sideOf = ({ row }: Comparison['keep'], name: string): unknown => (row as Readonly<Record<string, unknown>>)[name] ?? null

export const isSame = ({ keep, drop }: Comparison, name: string): boolean => JSON.stringify(sideOf(keep, name)) === JSON.stringify(sideOf(drop, name))

/** What is proposed: the value that is there where the one that stays has none, lists together. */
export const usualTake = (register: AnyRegister, comparison: Comparison): Take =>
  Object.fromEntries(
    chosenFields(register).flatMap((name): [string, Choice][] => {
      if (isSame(comparison, name) || sideOf(comparison.drop, name) === null) return []
      if (sideOf(comparison.keep, name) === null) return [[name, 'drop']]
      return isList(register.fields[name]) ? [[name, 'both']] : []
    }),
  )
