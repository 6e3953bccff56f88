import { BlockList, isIP, isIPv4 } from 'node:net'

/** What counts as one place: IPv4 by its address, IPv6 by its /64, because every machine there has as many addresses as it likes. */
export function networkOf(address: string): string {
  const bare = address.startsWith('::ffff:') && isIPv4(address.slice(7)) ? address.slice(7) : address
  return isIP(bare) === 6 ? `${groups(bare).slice(0, 4).join(':')}::/64` : bare
}

/** The neighbourhood of an address: /24 or /48. A phone that changes networks leaves it, a renewed lease mostly does not. */
export function areaOf(address: string): string {
  const network = networkOf(address)
  if (network.endsWith('/64')) return `${groups(address).slice(0, 3).join(':')}::/48`
  return `${network.split('.').slice(0, 3).join('.')}.0/24`
}

function groups(address: string): string[] {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const [left, right] = [head.split(':').filter(Boolean), (tail ?? '').split(':').filter(Boolean)]
  const whole = tail === undefined ? left : [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'), ...right]
  return whole.map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
}

/** Whether an address lies in one of the networks, written as CIDR or as single addresses; a line that is neither is none. */
export function isWithin(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0 || isIP(address) === 0) return false
  const list = new BlockList()
  for (const line of networks) {
    const [base = '', length] = line.split('/')
    const kind = isIP(base) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(base) === 0 || Number(length ?? 0) > (kind === 'ipv6' ? 128 : 32)) continue
    if (length === undefined) list.addAddress(base, kind)
    else list.addSubnet(base, Number(length), kind)
  }
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}
