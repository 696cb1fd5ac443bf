/** Spellings that are taken for the same: dialect, keyboards without æøå, one letter for two, and how it sounds. */
const ALIKE: readonly [RegExp, string][] = [
  [/[æä]|ae/g, 'e'],
  [/[øö]|oe/g, 'o'],
  [/å|aa/g, 'a'],
  [/ph/g, 'f'],
  [/ck/g, 'k'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/hv/g, 'v'],
  [/skj/g, 'sj'],
]

/** What a person wrote, as words to compare: small letters, alike spellings made one, double letters single. */
export function foldWords(text: string): string[] {
  const composed = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’´`]/g, '')
  const spelt = ALIKE.reduce((folded, [from, to]) => folded.replace(from, to), composed)
  const plain = spelt.normalize('NFD').replace(/\p{M}/gu, '')
  return plain.replace(/(\p{L})\1+/gu, '$1').match(/[\p{L}\p{N}]+/gu) ?? []
}
