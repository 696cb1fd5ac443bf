import { closedWords } from '#app/components/offices/closed-words.ts'
import type { DayHoursData } from '#app/components/offices/office-hours.tsx'
import type { OfficeDayHours } from '#app/domain/offices/open-state.ts'
import { formatClock, formatDay, formatList } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'

/** Puts days of an office into words. */
export function officeHoursData(portal: Pick<Portal, 'clock'>, language: Language) {
  const t = translator(language)
  const today = todayOf(portal.clock)
  return ({ day, open, closed }: OfficeDayHours): DayHoursData & { isOpen: boolean } => ({
    day,
    name: formatDay(Temporal.PlainDate.from(day), today, language),
    isToday: day === today.toString(),
    isOpen: open.length > 0,
    words:
      open.length > 0
        ? formatList(
            open.map(({ start, end }) => `${formatClock(start, language)}–${formatClock(end, language)}`),
            language,
          )
        : closedWords(closed, t),
  })
}
