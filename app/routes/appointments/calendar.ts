import type { LoaderFunctionArgs } from '@remix-run/node'
import { ICalCalendarMethod, ICalEventStatus, default as ical } from 'ical-generator'
import { TICK_SECONDS } from '#app/domain/time/tick.ts'
import { inGroups } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { languageOf } from '../request-language.ts'
import { appointmentOf, describeAppointment, unknownAppointment } from './personal-link.ts'

/** The appointment as a calendar file; after a cancellation the same address takes it out of the calendar. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { portal, settings } = context
  const language = languageOf(params)
  const t = translator(language)
  const { appointment, secret } = await appointmentOf(portal, params)
  if (!appointment.reference) throw unknownAppointment()
  const facts = describeAppointment(portal, appointment, language)
  const cancelled = appointment.status === 'cancelled'
  const link = new URL(`/${language}/appointments/${secret}`, settings.baseUrl).href

  const calendar = ical({
    prodId: { company: 'forste-kontakt', product: 'portal' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${appointment.reference}@${new URL(settings.baseUrl).hostname}`,
    sequence: appointment.sequence,
    stamp: new Date(portal.clock.now().epochMilliseconds),
    start: new Date(facts.startTick * TICK_SECONDS * 1000),
    end: new Date(facts.endTick * TICK_SECONDS * 1000),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: t('appointments:calendar.summary'),
    location: [facts.officeName, facts.address, facts.postalPlace].filter(Boolean).join(', '),
    description: t('appointments:calendar.description', { reference: inGroups(appointment.reference), link }),
    url: link,
  })
  return new Response(calendar.toString(), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="appointment.ics"',
    },
  })
}
