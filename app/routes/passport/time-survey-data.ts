import type { PictureDay } from '#app/components/passport/day-picture.tsx'
import type { TimeSurveyData } from '#app/components/passport/time-survey.tsx'
import type { Office } from '#app/domain/geography/office.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import { officeFortnight, type FortnightDay } from '#app/use-cases/office-fortnight.server.ts'
import type { TimesFor } from '#app/use-cases/office-times.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import { searchRules } from '#app/use-cases/search-bounds.server.ts'
import { bookingPath, type BookingAnswers } from './booking-answers.ts'
import { busStripOf } from './bus-data.ts'

/** What is seen above the times of an office: how full its days are, where its bus is. Call `freshen` before. */
export function timeSurveyOf(
  portal: Portal,
  page: { office: Office; wanted: TimesFor; answers: BookingAnswers; language: Language },
): TimeSurveyData {
  const { office, wanted, answers, language } = page
  const { filter } = answers
  const today = todayOf(portal.clock)
  const path = (changed: Partial<BookingAnswers>, more?: { day: string }) =>
    bookingPath(language, 'time', { ...answers, ...changed }, more)

  function drawn({ day, hasTimes, ...fill }: FortnightDay): PictureDay {
    const date = Temporal.PlainDate.from(day)
    const name = formatDay(date, today, language)
    const href = hasTimes ? path({}, { day }) : null
    return { ...fill, day, name, dayOfMonth: date.day, weekday: date.dayOfWeek, href }
  }
  const fortnight = officeFortnight(portal, wanted)
  const isOpen = fortnight.some(({ fullness }) => fullness !== 'closed')
  return {
    hoursKnown: office.hoursBasis !== 'assumed',
    eveningFrom: searchRules(portal).eveningFrom,
    allTimesPath: path({ filter: { ...filter, evening: false, weekdays: [] } }),
    days: isOpen ? fortnight.map(drawn) : [],
    busStrip: busStripOf(portal, office, {
      language,
      stopPath: (officeId, day) => path({ officeId }, { day }),
    }),
  }
}
