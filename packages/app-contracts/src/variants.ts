import { propertyVariant } from './property.ts'
import { staffVariant } from './staff.ts'
import { tradeVariant } from './trade.ts'

/** The variants of the register, in the order of the menu. A fourth is one more line here. */
export const variants = { trade: tradeVariant, property: propertyVariant, staff: staffVariant } as const
