import { randomInt, randomUUID } from 'node:crypto'

// The tests of a worker share a portal, and nobody books much with one address: each test writes its own.

export function anEmail(): string {
  return `kari-${randomUUID()}@eksempel.no`
}

/** Eight digits that are nobody's: no Norwegian number begins with four zeros. */
export function aMobile(): string {
  return String(randomInt(1, 9_999)).padStart(8, '0')
}
