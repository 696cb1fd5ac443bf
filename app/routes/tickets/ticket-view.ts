import { joinTitle, type TextKey } from '#app/components/page-handle.ts'
import type { TicketView } from '#app/components/queue/ticket-view.ts'
import type { TicketFacts } from '#app/domain/queue/ticket-facts.ts'
import type { HelpNeed } from '#app/domain/queue/ticket.ts'
import { OSLO, tickToInstant } from '#app/domain/time/tick.ts'
import { formatDay, formatList, formatTime } from '#app/i18n/format.ts'
import { translator, type Translate } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { waitRangeWords } from '#app/i18n/wait-range-words.ts'

type Title = { titleKey: TextKey; titleOptions: Record<string, string | number> }

/** What a page is called before anything is known of its ticket. */
export const TICKET_HANDLE = { title: 'tickets:service', service: 'tickets:service' } as const

/** Puts into words what whoever holds a ticket is told. `now`: epoch seconds. */
export function ticketView(
  facts: TicketFacts,
  { now, delayMinutes }: { now: number; delayMinutes: number },
  language: Language,
): TicketView & { head: Title } {
  const t = translator(language)
  const head = titleOf(facts)
  const title = t(head.titleKey, head.titleOptions)
  const lead = leadOf(facts, language, t)
  const { state, place, needs, asksForHelp, call } = facts
  const isComing = state === 'waiting' || state === 'late' || state === 'parked'
  const wait = place && place.reason !== 'early' ? waitOf(place.wait, t) : null
  const time = clockOf(now, language)
  return {
    ...{ state, head, title, lead, wait, call, time },
    documentTitle: joinTitle([title, t(TICKET_HANDLE.service), t('common:portalName')]),
    delay: isComing && delayMinutes > 0 ? t('tickets:delay', { minutes: delayMinutes }) : null,
    help: asksForHelp ? t('tickets:help.asked', { needs: needWords(needs, language, t) }) : null,
    alert: call === null ? null : t('tickets:alert', { title, lead }),
    say: t('tickets:say', { title, wait: wait ?? lead }),
    updated: t('tickets:updated', { time }),
  }
}

function needWords(needs: readonly HelpNeed[], language: Language, t: Translate): string {
  return formatList(
    needs.map((need) => t(`queue:need.${need}`).toLowerCase()),
    language,
  )
}

function waitOf(wait: Parameters<typeof waitRangeWords>[0], t: Translate): string {
  const words = waitRangeWords(wait, t)
  return wait ? t('tickets:wait', { wait: words }) : words
}

function titleOf({ state, place, counter }: TicketFacts): Title {
  const plain = (titleKey: TextKey): Title => ({ titleKey, titleOptions: {} })
  switch (state) {
    case 'waiting':
      if (place?.reason === 'early') return plain('tickets:waiting.here')
      return place && place.number > 1
        ? { titleKey: 'tickets:waiting.ahead', titleOptions: { count: place.number - 1 } }
        : plain('tickets:waiting.next')
    case 'called':
    case 'serving':
      return counter === null
        ? plain(`tickets:${state}.anywhere`)
        : { titleKey: `tickets:${state}.title`, titleOptions: { counter } }
    case 'late':
    case 'parked':
    case 'finished':
    case 'no-show':
    case 'left':
    case 'closed':
    case 'over':
      return plain(`tickets:${state}.title`)
    default:
      return state satisfies never
  }
}

function leadOf(facts: TicketFacts, language: Language, t: Translate): string {
  const { state, place, label, notBefore, startTick, day, mayComeBack } = facts
  const time = notBefore === null ? '' : clockOf(notBefore, language)
  switch (state) {
    case 'waiting': {
      const start = startTick === null ? '' : clockOf(epochOf(startTick), language)
      return t(`tickets:reason.${place?.reason ?? 'arrival'}`, { time: start })
    }
    case 'late':
      return t('tickets:late.lead', { time })
    case 'parked':
      return notBefore === null ? t('tickets:parked.open') : t('tickets:parked.until', { time })
    case 'called':
      return t('tickets:called.lead', { label })
    case 'no-show':
      return t('tickets:no-show.lead', { label })
    case 'left':
      return mayComeBack ? t('tickets:left.undo') : t('tickets:left.lead')
    case 'over': {
      const date = Temporal.PlainDate.from(day)
      return t('tickets:over.lead', { label, day: formatDay(date, date, language) })
    }
    case 'serving':
    case 'finished':
    case 'closed':
      return t(`tickets:${state}.lead`)
    default:
      return state satisfies never
  }
}

function epochOf(tick: number): number {
  return tickToInstant(tick).epochMilliseconds / 1000
}

/** What the clock shows is asked for every ticket of a picture in turn: the last answers are kept. */
const clocks = new Map<string, string>()
const MOST_CLOCKS = 2_000

/** "10.42" of a moment in epoch seconds. */
export function clockOf(seconds: number, language: Language): string {
  const key = `${language} ${Math.floor(seconds / 60)}`
  const known = clocks.get(key)
  if (known !== undefined) return known
  const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
  const shown = formatTime(instant.toZonedDateTimeISO(OSLO).toPlainTime(), language)
  if (clocks.size >= MOST_CLOCKS) clocks.clear()
  clocks.set(key, shown)
  return shown
}
