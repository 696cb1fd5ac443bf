import { readCheckInCode } from '#app/domain/queue/read-check-in-code.ts'

/** The check-in code in what a person typed, a scanner sent or an address holds; nothing is looked up. */
export function scannedCode(typed: FormDataEntryValue | null): string | null {
  return typeof typed === 'string' && typed.length <= MOST_LETTERS ? readCheckInCode(typed) : null
}

/** More than the link of any receipt has. */
const MOST_LETTERS = 500
