import type { FilterPart, SearchFilter } from '#app/domain/scheduling/search-filter.ts'
import { formatDistance, formatTime } from '#app/i18n/format.ts'
import { formatWeekday, joinWords } from '#app/i18n/format-words.ts'
import type { Translate } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'

type Speaking = {
  t: Translate
  language: Language
  /** The wall clock at which the evening begins, 'HH:MM'. */
  eveningFrom: string
}

/** The parts of a filter that are chosen, each in words: "innen 25 km", "kveldstid fra kl. 16.00", "mandag og onsdag". */
export function filterWords(
  { withinKm, evening, weekdays }: SearchFilter,
  { t, language, eveningFrom }: Speaking,
): { part: FilterPart; words: string }[] {
  const parts: { part: FilterPart; words: string }[] = []
  if (withinKm !== null) {
    const distance = formatDistance(withinKm, language)
    parts.push({ part: 'distance', words: t('see:chosen.distance', { distance }) })
  }
  if (evening) {
    const time = clockWords(eveningFrom, language)
    parts.push({ part: 'evening', words: t('see:chosen.evening', { time }) })
  }
  if (weekdays.length > 0) parts.push({ part: 'weekdays', words: daysWords(weekdays, language, 'and') })
  return parts
}

/** "Ingen kveldstimer på mandag eller onsdag innen 25 km": what was not found. */
export function nothingWords(
  { withinKm, evening, weekdays }: SearchFilter,
  { t, language }: Omit<Speaking, 'eveningFrom'>,
): string {
  const limits = [
    weekdays.length > 0 ? t('see:none.on', { days: daysWords(weekdays, language, 'or') }) : '',
    withinKm === null ? '' : t('see:none.within', { distance: formatDistance(withinKm, language) }),
  ].join('')
  return t(evening ? 'see:none.evening' : 'see:none.any', { limits })
}

/** "16.00" */
export function clockWords(clock: string, language: Language): string {
  return formatTime(Temporal.PlainTime.from(clock), language)
}

function daysWords(weekdays: readonly number[], language: Language, by: 'and' | 'or'): string {
  const names = weekdays.map((weekday) => formatWeekday(weekday, language, 'long'))
  return joinWords(names, language, by)
}
