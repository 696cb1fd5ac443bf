import { CHECK_IN_LETTERS, CLEAR_LETTERS } from '../scheduling/code.ts'

/**
 * The check-in code in what was typed or scanned; null when there is none in it. A scanner types like a keyboard: the
 * bare code, or the link that the receipt holds, which ends with it. Signs come out differently with each keyboard layout,
 * so only letters and digits count; a German layout has Z where others have Y, and no code has a Z.
 */
export function readCheckInCode(typed: string): string | null {
  const letters = lettersOf(typed)
  const code = letters.slice(-CHECK_IN_LETTERS)
  const before = letters.slice(0, -CHECK_IN_LETTERS)
  const isWhole = before === '' || before.endsWith(LINK_END)
  const isClear = [...code].every((letter) => CLEAR_LETTERS.includes(letter))
  return code.length === CHECK_IN_LETTERS && isWhole && isClear ? code : null
}

/** What stands in the link of a receipt before the code: `…?code=`. */
const LINK_END = 'CODE'

/** Letters and digits alone, as codes and references are stored. */
export function lettersOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('Z', 'Y')
}
