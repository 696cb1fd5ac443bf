import type { Translate } from '#app/i18n/i18n.ts'

/** "begge to", "alle fire": a group in words. */
export function allOf(size: number, t: Translate): string {
  switch (size) {
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
    case 7:
    case 8:
      return t(`people:all.${size}`)
    default:
      throw new RangeError(`A group has two to eight people, not ${size}`)
  }
}
