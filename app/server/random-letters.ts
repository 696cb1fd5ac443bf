import { randomBytes } from 'node:crypto'

/** Letters that are not taken for one another on the telephone or on paper; five bits each. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const POOL_BYTES = 4096

let pool = Buffer.alloc(0)

/** So many letters of chance. Asking the system for it takes longer than all the rest: it is asked once for many. */
export function randomLetters(count: number): string {
  if (pool.length < count) pool = randomBytes(POOL_BYTES)
  let letters = ''
  for (const byte of pool.subarray(0, count)) letters += LETTERS[byte % LETTERS.length]
  pool = pool.subarray(count)
  return letters
}
