import type { AppLoadContext } from '@remix-run/node'
import type { TicketSlipData } from '#app/components/queue/ticket-slip.tsx'
import { describeInstant, describeTick } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { waitRangeWords } from '#app/i18n/wait-range-words.ts'
import type { HandedTicket } from '#app/use-cases/given-ticket.server.ts'
import { todayOf } from '#app/use-cases/portal.server.ts'
import { qrModules } from '../qr-modules.ts'

/**
 * What is handed over to somebody who has come.
 * @param language theirs: at a counter not always that of the page
 */
export function ticketSlipData(
  { portal, settings }: Pick<AppLoadContext, 'portal' | 'settings'>,
  { ticket, label, secret, wait }: HandedTicket,
  language: Language,
): TicketSlipData {
  const t = translator(language)
  const today = todayOf(portal.clock)
  const arrived = Temporal.Instant.fromEpochMilliseconds(ticket.arrivedAt * 1000)
  return {
    language,
    label,
    service: ticket.service,
    officeName: portal.catalogue.offices.get(ticket.officeId)?.name ?? '',
    taken: describeInstant(arrived, today, language, t).words,
    appointmentTime:
      ticket.startTick === null ? null : describeTick(ticket.startTick, today, language, t).time,
    wait: wait && waitRangeWords(wait, t),
    qr: qrModules(`${settings.baseUrl}/${language}/tickets/${secret}`),
  }
}
