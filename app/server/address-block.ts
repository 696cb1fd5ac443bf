import ipaddr from 'ipaddr.js'

/** Those who share an address block are counted together: the smallest that one customer has, and the network around. */
export type AddressBlocks = { address: string; network: string }

const PREFIXES = { ipv4: { address: 32, network: 24 }, ipv6: { address: 64, network: 48 } }

/** An address that cannot be read: all such are one. */
const UNKNOWN: AddressBlocks = { address: 'unknown', network: 'unknown' }

/** The blocks of an address. A port at its end, and IPv4 that is written as IPv6, are understood. */
export function addressBlocks(text: string): AddressBlocks {
  const bare = withoutPort(text)
  if (!ipaddr.isValid(bare)) return UNKNOWN
  const address = ipaddr.process(bare)
  const { address: narrow, network } = PREFIXES[address.kind()]
  return { address: blockOf(address, narrow), network: blockOf(address, network) }
}

function blockOf(address: ipaddr.IPv4 | ipaddr.IPv6, prefix: number): string {
  const bytes = address.toByteArray().map((byte, index) => {
    const bits = Math.min(8, Math.max(0, prefix - 8 * index))
    return byte & (0xff << (8 - bits))
  })
  return `${ipaddr.fromByteArray(bytes).toString()}/${prefix}`
}

/** Some proxies write "192.0.2.1:4711" or "[2001:db8::1]:4711". */
function withoutPort(text: string): string {
  return /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text
}
