/** CRC-8, polynomial 0x07 from 0, over the signs as bytes. */
function checksum(text: string): number {
  let crc = 0
  for (const sign of text) {
    crc ^= sign.charCodeAt(0)
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : crc << 1
  }
  return crc
}

/**
 * Whether it is a number that KSeF may have given: NIP, day, twelve digits, and their checksum.
 *
 * @see KSeF 2.0, number of an invoice - the checksum is over the first 32 signs, dashes included
 */
export function isKsefNumber(text: string): boolean {
  if (!/^[1-9]\d{9}-20\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])-[0-9A-F]{12}-[0-9A-F]{2}$/.test(text)) return false
  return checksum(text.slice(0, 32)) === Number.parseInt(text.slice(33), 16)
}
