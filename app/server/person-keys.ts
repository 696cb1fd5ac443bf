import { createHmac } from 'node:crypto'
import type { KeyRing } from './key-ring.ts'

/** What stands in the database for a national identity number: a keyed hash, never the number (domain.md §6). */
export type PersonKeys = {
  /** What is stored from now on. */
  keyOf(nationalNumber: string): string
  /** All that may be stored for the number: also those of keys that were in use before. */
  keysOf(nationalNumber: string): string[]
}

export function createPersonKeys({ current, byId }: KeyRing): PersonKeys {
  const hash = (id: string, key: string, number: string) =>
    `${id}.${createHmac('sha256', key).update(`person ${number}`).digest('base64url')}`
  return {
    keyOf: (number) => hash(current.id, current.key, number),
    keysOf: (number) => [...byId].map(([id, key]) => hash(id, key, number)),
  }
}
