import { person } from '@crm/platform/ui'
import { type AnyRegister, readable } from '../index.ts'

/** The register as far as whoever is here may read it, and whoever looks with their eyes. */
export const mine = (register: AnyRegister): AnyRegister =>
  readable(register, (right) => [person()?.rights, person()?.seenBy?.rights ?? person()?.rights].every((rights) => rights?.includes(right) ?? false))
