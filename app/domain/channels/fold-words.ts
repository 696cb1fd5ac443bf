/** Spellings that are taken for the same: keyboards of other countries, one letter for two, and how it sounds. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ ä: 'æ', ae: 'æ', ö: 'ø', oe: 'ø', aa: 'å' },
  ...{ ph: 'f', ck: 'k', w: 'v', z: 's', q: 'k', x: 'ks', hv: 'v', hw: 'v', skj: 'sj' },
  // The accents that people leave out or put in; å is no a with an accent.
  ...{ é: 'e', è: 'e', ê: 'e', ó: 'o', ò: 'o', ô: 'o', á: 'a', à: 'a', ü: 'u' },
}
const ALIKE_FOUND = new RegExp(Object.keys(ALIKE).join('|'), 'g')

/** What a person wrote, as words to compare: small letters, alike spellings made one, double letters single. */
export function foldWords(text: string): string[] {
  const composed = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’´`]/g, '')
  const plain = composed.replace(ALIKE_FOUND, (found) => ALIKE[found] ?? found)
  return plain.replace(/(\p{L})\1+/gu, '$1').match(/[\p{L}\p{N}]+/gu) ?? []
}

/** From here on a word is still itself without its dots and rings: "odelagt" is "ødelagt", but "for" is not "før". */
const PLAIN_FROM = 5

/** How a word is written where there is no æ, ø or å; the word itself where that would be another word. */
export function withoutNorwegianLetters(word: string): string {
  if (word.length < PLAIN_FROM) return word
  return word.replace(/æ/g, 'e').replace(/ø/g, 'o').replace(/å/g, 'a')
}
