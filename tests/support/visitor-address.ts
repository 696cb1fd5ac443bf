import { randomInt } from 'node:crypto'

const NETWORKS = 2 ** 16
let next = randomInt(NETWORKS)

/**
 * An address for one visitor of a test, in a network of its own (2001:db8::/32 is for examples): whoever plays many
 * visitors from loopback says so by X-Forwarded-For, to a portal that trusts loopback as its proxy.
 */
export function aVisitorAddress(): string {
  next = (next + 1) % NETWORKS
  return `2001:db8:${next.toString(16)}::1`
}
