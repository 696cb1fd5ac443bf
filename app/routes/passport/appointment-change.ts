import { redirect } from '@remix-run/node'
import type { ChangeData } from '#app/components/passport/change-notice.tsx'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { describeTick } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { findChangeable } from '#app/use-cases/find-changeable.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import { unknownAppointment } from '../appointments/personal-link.ts'

/**
 * The confirmed appointment that the pages are about to change; null when a new one is booked. One that can no longer
 * be changed is shown instead: its own page says why.
 * @throws {Response} 404 for a secret that opens nothing
 */
export async function changedAppointment(
  portal: Portal,
  secret: string | null,
  language: Language,
): Promise<Appointment | null> {
  if (secret === null) return null
  const found = await findChangeable(portal, secret)
  if (found.ok) return found.appointment
  if (found.reason === 'unknown-appointment') throw unknownAppointment()
  throw redirect(`/${language}/appointments/${secret}`)
}

/** The same in words, for the notice on every page of a change. */
export async function changeData(
  portal: Portal,
  secret: string | null,
  language: Language,
): Promise<ChangeData | null> {
  const appointment = await changedAppointment(portal, secret, language)
  return appointment && secret ? describeChange(portal, appointment, { secret, language }) : null
}

/** What the notice says of an appointment. */
export function describeChange(
  portal: Portal,
  { officeId, startTick }: Appointment,
  { secret, language }: { secret: string; language: Language },
): ChangeData {
  return {
    secret,
    time: describeTick(startTick, todayOf(portal.clock), language, translator(language)).full,
    officeName: portal.catalogue.offices.get(officeId)?.name ?? '',
  }
}
