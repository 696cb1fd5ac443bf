import type { PublishedRule, RuleAges } from '#app/domain/rules/published-rules.ts'
import { formatDistance, formatKroner } from './format.ts'
import type { Translate } from './i18n.ts'
import type { Language } from './languages.ts'

/** Who a rule is for: "Under 16 år". */
export function agesInWords(ages: RuleAges, t: Translate): string {
  switch (ages.kind) {
    case 'all':
      return t('statements:data.ages.all')
    case 'range':
      return t('statements:data.ages.range', { from: ages.from, to: ages.to })
    case 'under':
    case 'over':
      return t(`statements:data.ages.${ages.kind}`, { age: ages.age })
    default:
      return ages satisfies never
  }
}

/** What a rule says: "840 kr", "10 minutter"; that it is not known, where it is not. */
export function valueInWords({ value, unit }: PublishedRule, language: Language, t: Translate): string {
  if (value === null) return t('statements:data.confidence.unknown')
  switch (unit) {
    case 'NOK':
      return formatKroner(value, language, t)
    case 'km':
      return formatDistance(value, language)
    case 'minutes':
      return t('common:minutes', { count: value })
    case 'years':
      return t('common:years', { count: value })
    case 'months':
      return t('common:months', { count: value })
    case 'days':
    case 'times':
      return t(`statements:data.unit.${unit}`, { count: value })
    case 'count':
      return String(value)
    default:
      return unit satisfies never
  }
}
