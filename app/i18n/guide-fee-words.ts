import type { FeeSum } from '#app/domain/passport/what-it-takes.ts'
import { feeWords } from './fee-words.ts'
import { formatKroner } from './format.ts'
import type { Translate } from './i18n.ts'
import type { Language } from './languages.ts'

/** What it may cost, as far as the guide was told whom it is for. */
export function guideFeeWords(fees: readonly FeeSum[], language: Language, t: Translate): string {
  const [least, ...others] = fees
  const most = others.at(-1)
  if (!least) return t('guide:takes.priceUnknown')
  if (!most) return feeWords(least, language, t)
  const ends = {
    least: formatKroner(least.known, language, t),
    most: feeWords(most, language, t),
  }
  return t('guide:takes.priceByAge', ends)
}
