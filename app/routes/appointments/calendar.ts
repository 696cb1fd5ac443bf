import type { LoaderFunctionArgs } from '@remix-run/node'
import { inGroups } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { calendarFile, calendarUid } from '#app/server/calendar-file.ts'
import { languageOf } from '../request-language.ts'
import { appointmentOf, describeAppointment, unknownAppointment } from './personal-link.ts'

/** The appointment as a calendar file; after a cancellation the same address takes it out of the calendar. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { portal, settings } = context
  const language = languageOf(params)
  const t = translator(language)
  const { appointment, secret } = await appointmentOf(portal, params)
  if (!appointment.reference) throw unknownAppointment()
  const { startTick, endTick, officeName, address, postalPlace } = describeAppointment(
    portal,
    appointment,
    language,
  )
  const link = new URL(`/${language}/appointments/${secret}`, settings.baseUrl).href
  const { content } = calendarFile(
    {
      uid: calendarUid(appointment.reference, settings.baseUrl),
      sequence: appointment.sequence,
      isCancelled: appointment.status === 'cancelled',
      startTick,
      endTick,
      summary: t('appointments:calendar.summary'),
      location: [officeName, address, postalPlace].filter(Boolean).join(', '),
      description: t('appointments:calendar.description', {
        reference: inGroups(appointment.reference),
        link,
      }),
      link,
    },
    { now: portal.clock.now() },
  )
  return new Response(content, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="appointment.ics"',
    },
  })
}
