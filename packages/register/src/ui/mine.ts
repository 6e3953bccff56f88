import { person } from '@crm/platform/ui'
import { type AnyRegister, readable } from '../index.ts'

/** The register as far as whoever is here may read it. */
export const mine = (register: AnyRegister): AnyRegister => readable(register, (right) => person()?.rights.includes(right) ?? false)
