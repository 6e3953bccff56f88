import type { System } from '@crm/platform/server'
import type { AnyRegister, RegisterRights } from '../index.ts'
import type { RegisterDocument } from './record/document.ts'
import type { Hooks } from './procedures.ts'

/** A register with all that its procedures were made from: jobs know it by its id only. */
export interface KnownRegister {
  readonly register: AnyRegister
  readonly rights: RegisterRights
  readonly document: RegisterDocument
  readonly hooks: Hooks
}

const known = new Map<string, KnownRegister>()

export const keepRegister = (of: KnownRegister): void => void known.set(of.register.id, of)

export const knownRegisters = (): AnyRegister[] => [...known.values()].map(({ register }) => register)

/** @throws Error for a register whose app is not in this process */
export function registerNamed(id: string): KnownRegister {
  const found = known.get(id)
  if (!found) throw new Error(`No register "${id}" in this process; registerProcedures() makes it known`)
  return found
}

/** Where a register's pages are. */
export const pathOf = (system: System, id: string): string => system.apps.flatMap((server) => server.documents ?? []).find((one) => one.kind === id)?.path ?? '/'
