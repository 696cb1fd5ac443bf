import type { CheckInRefusedData } from '#app/components/queue/check-in-refused.tsx'
import type { CheckInRefusal } from '#app/domain/queue/may-check-in.ts'
import { TICK_SECONDS } from '#app/domain/time/tick.ts'
import { describeInstant, describeTick } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { nowSeconds, todayOf, type Portal } from '#app/use-cases/portal.server.ts'

/** Why somebody was not checked in, in what the page needs to say it. */
export function refusedData(portal: Portal, refusal: CheckInRefusal, language: Language): CheckInRefusedData {
  const t = translator(language)
  const today = todayOf(portal.clock)
  const nothing = { office: '', time: '', from: '', isPast: false, offersTime: false, offersTicket: true }
  const words = (tick: number) => describeTick(tick, today, language, t).words
  switch (refusal.reason) {
    case 'unknown-code':
    case 'cancelled':
      return { ...nothing, words: 'cancelled', offersTime: true }
    case 'visit-over':
      return { ...nothing, words: 'visitOver' }
    case 'other-office':
      return {
        ...{ ...nothing, words: 'otherOffice', time: words(refusal.startTick) },
        office: portal.catalogue.offices.get(refusal.officeId)?.name ?? '',
      }
    case 'other-day': {
      const isPast = refusal.startTick * TICK_SECONDS < nowSeconds(portal.clock)
      return { ...nothing, words: 'otherDay', time: words(refusal.startTick), isPast, offersTime: isPast }
    }
    case 'too-early': {
      const opens = Temporal.Instant.fromEpochMilliseconds(refusal.opensAt * 1000)
      const from = describeInstant(opens, today, language, t).time
      // Who has a time does not need another place in the queue.
      return { ...nothing, words: 'tooEarly', time: words(refusal.startTick), from, offersTicket: false }
    }
    case 'too-late':
      return { ...nothing, words: 'tooLate', time: words(refusal.startTick), offersTime: true }
    default:
      return refusal satisfies never
  }
}
