import { redirect } from '@remix-run/node'
import type { PersonData } from '#app/components/passport/people-facts.tsx'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { findChanged } from '#app/use-cases/find-changed.server.ts'
import { dayOfTick } from '#app/domain/time/tick.ts'
import { describeInstant, describeTick } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { holdState } from '#app/use-cases/hold-state.server.ts'
import { queueRules } from '#app/use-cases/queue-state.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import { spanOfSeats } from '#app/use-cases/office-times.server.ts'
import { consentsThatLapse, takesOf } from '#app/use-cases/stay.server.ts'

/**
 * The appointment of a personal link. A hold that has become the new time of another appointment, or was given back so
 * that the other stays as it is, leads to that one.
 * @throws {Response} 404 for a link that opens nothing; whether it ever did is not said
 */
export async function appointmentOf(portal: Portal, params: { language?: string; secret?: string }) {
  const secret = secretParameter(params)
  const appointment = await findAppointment(portal, secret)
  if (!appointment) throw unknownAppointment()
  const isGivenBack = appointment.status === 'cancelled' && appointment.confirmedAt === null
  if (appointment.status === 'merged' || isGivenBack) {
    const changed = await findChanged(portal, appointment)
    if (changed) throw redirect(`/${params.language}/appointments/${changed.secret}`)
    if (appointment.status === 'merged') throw unknownAppointment()
  }
  return { appointment, secret }
}

/**
 * The secret of a page's address. What cannot be one may hold anything, and must not get into the address of a redirect.
 * @throws {Response} 404
 */
export function secretParameter({ secret = '' }: { secret?: string }): string {
  if (!/^[\w-]{22}$/.test(secret)) throw unknownAppointment()
  return secret
}

export function unknownAppointment(): Response {
  return new Response('unknown-appointment', { status: 404 })
}

/** What every page about an appointment shows of it. */
export function describeAppointment(portal: Portal, appointment: Appointment, language: Language) {
  const t = translator(language)
  const today = todayOf(portal.clock)
  const office = portal.catalogue.offices.get(appointment.officeId)
  if (!office || appointment.people.length === 0) {
    throw new Error(`Appointment ${appointment.id} has no office or no people`)
  }
  const { startTick } = appointment
  const isGroup = appointment.people.length > 1
  const timeOf = (tick: number) => describeTick(tick, today, language, t).time
  const { endTick, counters } = spanOfSeats(appointment.people)
  const takes = takesOf(portal, appointment.people, dayOfTick(startTick))
  const lapsed = consentsThatLapse(portal, takes.each, dayOfTick(startTick))
  const people = appointment.people.map(({ ageGroup, document, needs, guardians, name, ...seat }, index) => {
    const one = takes.each[index]
    if (!one) throw new Error('Everybody has what it takes')
    const from = isGroup ? timeOf(seat.startTick) : null
    const person = { ageGroup, document, needs, guardians }
    return { person, name, takes: one, from, lapsedAfterMonths: lapsed[index] ?? null } satisfies PersonData
  })
  return {
    moment: describeTick(startTick, today, language, t),
    startTick,
    endTick,
    /** For several people: how many, when the last is finished, at how many counters. */
    group: isGroup ? { size: people.length, until: timeOf(endTick), counters } : null,
    officeId: office.id,
    officeName: office.name,
    isBus: office.kind === 'bus-stop',
    address: office.address,
    postalPlace: [office.postalCode, office.postalPlace].filter(Boolean).join(' ') || null,
    people,
    fee: takes.sum,
    contact: appointment.contact,
    reference: appointment.reference,
    checkInCode: appointment.checkInCode,
    /** So long after the start one may still say that one is there. */
    lateMinutes: queueRules(portal).checkInClosesMinutes,
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
