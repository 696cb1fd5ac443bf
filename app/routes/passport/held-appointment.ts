import { redirect } from '@remix-run/node'
import type { Language } from '#app/i18n/languages.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { appointmentOf, unknownAppointment } from '../appointments/personal-link.ts'
import { bookingPath } from './booking-answers.ts'

/**
 * The appointment of a booking that is not finished. One that is confirmed or cancelled is shown where it belongs:
 * the back button leads here too.
 */
export async function heldAppointment(portal: Portal, params: { secret?: string }, language: Language) {
  const { appointment, secret } = await appointmentOf(portal, params)
  switch (appointment.status) {
    case 'held':
      return { appointment, secret }
    case 'confirmed':
      throw redirect(`/${language}/passport/book/${secret}/receipt`)
    case 'cancelled':
      throw redirect(`/${language}/appointments/${secret}`)
    default:
      return appointment.status satisfies never
  }
}

type Refusal =
  'slot-taken' | 'slot-passed' | 'already-confirmed' | 'cancelled' | 'contact-missing' | 'unknown-appointment'

/** Where a person goes on when a step of the booking was refused; what they filled in goes along. */
export async function afterRefusal(
  portal: Portal,
  params: { secret?: string },
  { language, reason }: { language: Language; reason: Refusal },
): Promise<Response> {
  switch (reason) {
    case 'slot-taken':
    case 'slot-passed': {
      const { appointment, secret } = await appointmentOf(portal, params)
      const [person] = appointment.people
      const answers = { person: person ?? null, officeId: appointment.officeId, hold: secret }
      const lost = { lost: String(appointment.startTick), why: reason }
      return redirect(bookingPath(language, 'time', answers, lost))
    }
    case 'already-confirmed':
      return redirect(`/${language}/passport/book/${params.secret}/receipt`)
    case 'cancelled':
      return redirect(`/${language}/appointments/${params.secret}`)
    case 'contact-missing':
      return redirect(`/${language}/passport/book/${params.secret}/contact`)
    case 'unknown-appointment':
      throw unknownAppointment()
    default:
      return reason satisfies never
  }
}
