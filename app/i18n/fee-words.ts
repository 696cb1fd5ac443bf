import type { FeeSum } from '#app/domain/passport/what-it-takes.ts'
import { formatKroner } from './format.ts'
import type { Translate } from './i18n.ts'
import type { Language } from './languages.ts'

/** The sum to pay, whether it is confirmed, and what is not known of it. */
export function feeWords(sum: FeeSum, language: Language, t: Translate): string {
  if (sum.known === 0 && sum.unknown > 0) return t('passport:takes.feeUnknown')
  const fee = formatKroner(sum.known, language, t)
  const words = sum.unknown === 0 ? `${fee}.` : t('people:fee.andUnknown', { fee, count: sum.unknown })
  return sum.confidence === 'unverified' ? `${words} ${t('passport:takes.feeUnverified')}` : words
}
