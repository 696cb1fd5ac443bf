import { redirect } from '@remix-run/node'
import { NO_FILTER } from '#app/domain/scheduling/search-filter.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import type { Language } from '#app/i18n/languages.ts'
import { findChanged } from '#app/use-cases/find-changed.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { appointmentOf, unknownAppointment } from '../appointments/personal-link.ts'
import { bookingPath, type BookingAnswers } from './booking-answers.ts'

type Params = { language?: string; secret?: string }

/**
 * The appointment of a booking that is not finished. One that is confirmed or cancelled is shown where it belongs:
 * the back button leads here too.
 */
export async function heldAppointment(portal: Portal, params: Params, language: Language) {
  const { appointment, secret } = await appointmentOf(portal, params)
  switch (appointment.status) {
    case 'held':
      return { appointment, secret }
    case 'confirmed':
      throw redirect(`/${language}/passport/book/${secret}/receipt`)
    case 'cancelled':
      throw redirect(`/${language}/appointments/${secret}`)
    case 'merged':
      throw new Error('One that was merged is followed to the appointment that it changed')
    default:
      return appointment.status satisfies never
  }
}

/** The answers of a hold, for going back to a page before it. */
export async function answersOf(
  portal: Portal,
  { appointment, secret }: { appointment: Appointment; secret: string },
): Promise<BookingAnswers> {
  const changed = await findChanged(portal, appointment)
  return {
    people: appointment.people,
    at: null,
    officeId: appointment.officeId,
    hold: secret,
    change: changed?.secret ?? null,
    said: appointment.said,
    ticket: null,
    filter: NO_FILTER,
  }
}

type Refusal =
  | 'slot-taken'
  | 'slot-passed'
  | 'already-confirmed'
  | 'cancelled'
  | 'too-late'
  | 'contact-missing'
  | 'unknown-appointment'

/** Where a person goes on when a step of the booking was refused; what they filled in goes along. */
export async function afterRefusal(
  portal: Portal,
  params: Params,
  { language, reason }: { language: Language; reason: Refusal },
): Promise<Response> {
  switch (reason) {
    case 'slot-taken':
    case 'slot-passed': {
      const held = await appointmentOf(portal, params)
      const lost = { lost: String(held.appointment.startTick), why: reason }
      return redirect(bookingPath(language, 'time', await answersOf(portal, held), lost))
    }
    case 'already-confirmed':
      return redirect(`/${language}/passport/book/${params.secret}/receipt`)
    case 'cancelled':
    case 'too-late': {
      // Of a change, it is the changed appointment that says what became of it.
      const { appointment, secret } = await appointmentOf(portal, params)
      const changed = await findChanged(portal, appointment)
      return redirect(`/${language}/appointments/${changed?.secret ?? secret}`)
    }
    case 'contact-missing':
      return redirect(`/${language}/passport/book/${params.secret}/contact`)
    case 'unknown-appointment':
      throw unknownAppointment()
    default:
      return reason satisfies never
  }
}
