import type { DisplayView } from '#app/components/queue/display-view.ts'
import type { DisplayFacts } from '#app/domain/queue/display-facts.ts'
import type { MinuteRange } from '#app/domain/queue/wait-range.ts'
import { OSLO, tickToInstant } from '#app/domain/time/tick.ts'
import { formatTime } from '#app/i18n/format.ts'
import { translator, type Translate } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { MOST_IN_MINUTES } from '#app/i18n/minutes-words.ts'
import type { QueuePicture } from '#app/use-cases/queue-picture.server.ts'
import { clockOf } from '../tickets/ticket-view.ts'

/** Puts into words what everybody in the room may see. */
export function displayView(
  facts: DisplayFacts,
  { state: { now }, delayMinutes, opening }: Pick<QueuePicture, 'state' | 'delayMinutes' | 'opening'>,
  language: Language,
): DisplayView {
  const t = translator(language)
  const time = clockOf(now, language)
  return {
    calls: facts.calls.map(({ counter, language: spoken, ...call }) => ({
      ...call,
      language: spoken,
      counter: t('display:counter', { counter }),
      // "A 12": a voice would make a word of "A12".
      speech: translator(spoken)('display:speech', {
        ...{ letter: call.label.slice(0, 1), number: call.label.slice(1), counter },
      }),
    })),
    next: facts.next,
    waiting: facts.waiting === 0 ? t('display:nobodyWaits') : t('display:waiting', { count: facts.waiting }),
    waits: facts.waits.map(({ services, wait }) => ({
      name:
        facts.waits.length === 1
          ? t('display:everything')
          : services.map((service) => t(`queue:service.${service}`)).join(', '),
      wait: wait ? waitOnDisplay(wait.most, t) : t('display:waitUnknown'),
    })),
    delay: delayMinutes > 0 ? t('display:delay', { minutes: delayMinutes }) : null,
    closed: closedWords(),
    time,
    updated: t('display:updated', { time }),
  }

  function closedWords(): string | null {
    if (opening.isOpen) return null
    if (opening.opens === null) return t('display:opensLater')
    const opens = tickToInstant(opening.opens).toZonedDateTimeISO(OSLO).toPlainTime()
    return t('display:opens', { time: formatTime(opens, language) })
  }
}

/** Short, to be read from afar: above ninety minutes in whole hours. */
function waitOnDisplay({ from, to }: MinuteRange, t: Translate): string {
  if (to <= MOST_IN_MINUTES) return t('display:wait', { from, to })
  const hours = (count: number) => t('common:hours', { count })
  return from >= 60
    ? t('display:waitLong', { hours: hours(Math.floor(from / 60)) })
    : t('display:waitUpTo', { hours: hours(Math.ceil(to / 60)) })
}
