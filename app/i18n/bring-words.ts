import type { ThingToBring, WhatItTakes } from '#app/domain/passport/what-it-takes.ts'
import { formatList } from './format.ts'
import type { Translate } from './i18n.ts'
import type { Language } from './languages.ts'

/** In the order in which they are packed. */
const THINGS: readonly ThingToBring[] = ['old-passport', 'guardian-identification', 'proof-of-responsibility']

/** What to bring for these people, a line for each thing; for several it says for whom. */
export function bringWords(
  people: readonly { name: string | null; takes: Pick<WhatItTakes, 'bring'> }[],
  language: Language,
  t: Translate,
): { thing: ThingToBring; words: string }[] {
  return THINGS.flatMap((thing) => {
    const names = people.flatMap(({ name, takes }, index) =>
      takes.bring.includes(thing) ? [name ?? t('people:person', { number: index + 1 })] : [],
    )
    if (names.length === 0) return []
    const words =
      people.length > 1
        ? t(`people:bring.${thing}`, { names: formatList(names, language) })
        : t(`passport:bring.${thing}`)
    return [{ thing, words }]
  })
}
