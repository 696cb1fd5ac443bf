/** Gives random bytes; an argument, so that rules stay pure. */
export type RandomBytes = (count: number) => Uint8Array

/** Letters and digits that are not mistaken for one another when read, written or said in Norwegian or English. */
export const CLEAR_LETTERS = 'ACDEFHJKMNPRTUVWXY3479'

/**
 * Nine of 22 letters: some 10¹² references, of which one country uses a millionth. A check-in code is shorter, so that
 * the two are told apart wherever either may be typed.
 */
export const REFERENCE_LETTERS = 9
export const CHECK_IN_LETTERS = 8

/**
 * A code of clear letters. Bytes that would favour the first letters are thrown away.
 * A reference is shown and said aloud; it never opens anything (security.md, threat 5).
 */
export function clearCode(length: number, randomBytes: RandomBytes): string {
  const fair = 256 - (256 % CLEAR_LETTERS.length)
  let code = ''
  while (code.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < fair && code.length < length) code += CLEAR_LETTERS[byte % CLEAR_LETTERS.length]
    }
  }
  return code
}
