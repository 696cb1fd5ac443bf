/** Spellings that are taken for the same: keyboards of other countries, one letter for two, and how it sounds. */
const ALIKE: readonly [RegExp, string][] = [
  [/ä|ae/g, 'æ'],
  [/ö|oe/g, 'ø'],
  [/aa/g, 'å'],
  [/ph/g, 'f'],
  [/ck/g, 'k'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/hv/g, 'v'],
  [/skj/g, 'sj'],
]

/** The accents that people leave out or put in; å is no a with an accent. */
const ACCENTS: Readonly<Record<string, string>> = {
  é: 'e',
  è: 'e',
  ê: 'e',
  ó: 'o',
  ò: 'o',
  ô: 'o',
  á: 'a',
  à: 'a',
  ü: 'u',
}

/** What a person wrote, as words to compare: small letters, alike spellings made one, double letters single. */
export function foldWords(text: string): string[] {
  const composed = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’´`]/g, '')
  const spelt = ALIKE.reduce((folded, [from, to]) => folded.replace(from, to), composed)
  const plain = Array.from(spelt, (letter) => ACCENTS[letter] ?? letter).join('')
  return plain.replace(/(\p{L})\1+/gu, '$1').match(/[\p{L}\p{N}]+/gu) ?? []
}

/** From here on a word is still itself without its dots and rings: "odelagt" is "ødelagt", but "for" is not "før". */
const PLAIN_FROM = 5

/** How a word is written where there is no æ, ø or å; the word itself where that would be another word. */
export function withoutNorwegianLetters(word: string): string {
  if (word.length < PLAIN_FROM) return word
  return word.replace(/æ/g, 'e').replace(/ø/g, 'o').replace(/å/g, 'a')
}
