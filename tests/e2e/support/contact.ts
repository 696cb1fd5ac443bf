import { randomInt, randomUUID } from 'node:crypto'

// The tests of a worker share a portal, and nobody books much with one address: each test writes its own.

export function anEmail(): string {
  return `kari-${randomUUID()}@eksempel.no`
}

/** Eight digits of a Norwegian mobile. */
export function aMobile(): string {
  return String(randomInt(41_000_000, 49_999_999))
}
