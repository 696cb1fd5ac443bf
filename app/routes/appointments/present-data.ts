import type { PresentCardData } from '#app/components/queue/present-card.tsx'
import { describeInstant } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { CheckInState } from '#app/use-cases/check-in-state.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import { queuePath } from '#app/components/queue/queue-path.ts'

/** What the page of an appointment says on its day of being there; null when there is nothing to say. */
export function presentData(
  portal: Portal,
  state: CheckInState | null,
  { language, officeId, checkInCode }: { language: Language; officeId: string; checkInCode: string | null },
): PresentCardData | null {
  switch (state?.at) {
    case undefined:
      return null
    case 'later': {
      const opens = Temporal.Instant.fromEpochMilliseconds(state.opensAt * 1000)
      const { time } = describeInstant(opens, todayOf(portal.clock), language, translator(language))
      return { at: 'later', time }
    }
    case 'now':
      // It is their own: who came by their own link has not touched a screen that many use.
      return {
        at: 'now',
        path: queuePath({ language, officeId, screen: 'own' }, 'check-in'),
        code: checkInCode ?? '',
      }
    case 'done':
      return { at: 'done', path: `/${language}/tickets/${state.secret}` }
    default:
      return state satisfies never
  }
}
