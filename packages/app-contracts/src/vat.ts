import { addMoney, grosze, type Money, money } from '@crm/platform'

/** Rates of an invoice that is typed in by hand; `0` stands for exempt and reverse charge too. */
export const vatRates = [23, 8, 5, 0] as const

/** A part of an amount in whole grosze, half a grosz away from zero. */
function part(amount: Money, by: number, of: number): Money {
  const product = grosze(amount) * BigInt(by)
  const half = BigInt(of) / 2n
  const whole = product < 0n ? -((-product + half) / BigInt(of)) : (product + half) / BigInt(of)
  return money(whole)
}

/** VAT and gross of a net amount. */
export function fromNet(net: Money, rate: number): { net: Money; vat: Money; gross: Money } {
  const vat = part(net, rate, 100)
  return { net, vat, gross: addMoney(net, vat) }
}

/** The VAT that is in a gross amount: 18.70 of 100.00 at 23 %. */
export function fromGross(gross: Money, rate: number): { net: Money; vat: Money; gross: Money } {
  const vat = part(gross, rate, 100 + rate)
  return { net: money(grosze(gross) - grosze(vat)), vat, gross }
}
