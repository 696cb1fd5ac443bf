import { randomLetters } from './random-letters.ts'

/** What a request is found by in the log: short enough to be read out, 60 bits, made by us and by nobody else. */
export function requestId(): string {
  const id = randomLetters(12)
  return `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}`
}
