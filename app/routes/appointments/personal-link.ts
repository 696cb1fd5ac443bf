import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { describeInstant, describeTick } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { holdState } from '#app/use-cases/hold-state.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import { stayOf } from '#app/use-cases/stay.server.ts'

/**
 * The appointment of a personal link.
 * @throws {Response} 404 for a link that opens nothing; whether it ever did is not said
 */
export async function appointmentOf(portal: Portal, params: { secret?: string }) {
  const secret = params.secret ?? ''
  const appointment = await findAppointment(portal, secret)
  if (!appointment) throw unknownAppointment()
  return { appointment, secret }
}

export function unknownAppointment(): Response {
  return new Response('unknown-appointment', { status: 404 })
}

/** What every page about an appointment shows of it. */
export function describeAppointment(portal: Portal, appointment: Appointment, language: Language) {
  const t = translator(language)
  const today = todayOf(portal.clock)
  const office = portal.catalogue.offices.get(appointment.officeId)
  const [person] = appointment.people
  if (!office || !person) throw new Error(`Appointment ${appointment.id} has no office or no people`)
  const { ageGroup, document, needs, startTick, ticks } = person
  return {
    moment: describeTick(startTick, today, language, t),
    startTick,
    endTick: startTick + ticks,
    officeId: office.id,
    officeName: office.name,
    isBus: office.kind === 'bus-stop',
    address: office.address,
    postalPlace: [office.postalCode, office.postalPlace].filter(Boolean).join(' ') || null,
    person: { ageGroup, document, needs },
    takes: stayOf(portal, person).takes,
    contact: appointment.contact,
    reference: appointment.reference,
    checkInCode: appointment.checkInCode,
  }
}

/** A hold in words: until what o'clock, and whether it can be made longer. */
export function describeHold(portal: Portal, appointment: Appointment, language: Language) {
  const { until, ...state } = holdState(portal, appointment)
  return {
    ...state,
    until: describeInstant(until, todayOf(portal.clock), language, translator(language)).time,
  }
}
