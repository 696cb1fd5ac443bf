import { randomBytes } from 'node:crypto'

/** Letters that are not taken for one another on the telephone or on paper. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 12
const KEPT_BYTES = LENGTH * 256

let random = Buffer.alloc(0)

/** What a request is found by in the log: short enough to be read out, 60 bits, made by us and by nobody else. */
export function requestId(): string {
  // Asking the system for chance takes longer than all the rest: it is asked once for many requests.
  if (random.length < LENGTH) random = randomBytes(KEPT_BYTES)
  let id = ''
  for (const byte of random.subarray(0, LENGTH)) id += LETTERS[byte % LETTERS.length]
  random = random.subarray(LENGTH)
  return `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}`
}
