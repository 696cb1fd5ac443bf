import ipaddr from 'ipaddr.js'

/** How many proxies stand in front, or which: as Express takes it for "trust proxy". Null: none. */
export type TrustProxy = number | string[] | null

/** Networks that Express knows by name. */
const NAMED = ['loopback', 'linklocal', 'uniquelocal']

/**
 * Reads "1", "loopback" or "192.0.2.7, 10.0.0.0/8". "true" is refused: then everybody could choose an address for
 * themselves.
 * @returns undefined when it makes no sense
 */
export function parseTrustProxy(text: string): TrustProxy | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (/^\d+$/.test(trimmed)) {
    const hops = Number(trimmed)
    return hops >= 1 && hops <= 9 ? hops : undefined
  }
  const networks = trimmed.split(',').map((part) => part.trim())
  return networks.every(isNetwork) ? networks : undefined
}

function isNetwork(text: string): boolean {
  return NAMED.includes(text) || ipaddr.isValid(text) || ipaddr.isValidCIDR(text)
}
