import type { MyAppointmentRow } from '#app/components/me/my-appointment-list.tsx'
import type { RegisterPerson } from '#app/domain/identity/register-person.ts'
import { describeInstant, describeTick, formatDay, formatList } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { MyAppointment, myMessages } from '#app/use-cases/my-appointments.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'

/** An appointment as a row of "my page". */
export function describeMine(
  portal: Portal,
  { appointment, secret, state, isOwnBooking }: MyAppointment,
  language: Language,
): MyAppointmentRow {
  const t = translator(language)
  const { people, startTick, officeId } = appointment
  const names = people.map(({ name }, index) => name ?? t('me:appointments.nameless', { number: index + 1 }))
  return {
    ...{ secret, state, isOwnBooking },
    when: describeTick(startTick, todayOf(portal.clock), language, t).full,
    office: portal.catalogue.offices.get(officeId)?.name ?? officeId,
    names: formatList(names, language),
  }
}

/** What the registers know, in words; null when they do not answer. */
export function describeRegister(portal: Portal, person: RegisterPerson | null, language: Language) {
  if (!person) return null
  const { email, mobile, contactUpdated, isReserved } = person
  const t = translator(language)
  return {
    ...{ email, mobile, isReserved },
    language: person.language && t(`passport:contact.languages.${person.language}`),
    updated:
      contactUpdated && formatDay(Temporal.PlainDate.from(contactUpdated), todayOf(portal.clock), language),
  }
}

/** A message as a row of "my page". */
export function describeMyMessage(
  portal: Portal,
  { id, kind, status, dueAt }: Awaited<ReturnType<typeof myMessages>>[number],
  language: Language,
) {
  const due = Temporal.Instant.fromEpochMilliseconds(dueAt * 1000)
  const when = describeInstant(due, todayOf(portal.clock), language, translator(language)).full
  const state =
    status === 'sent' ? ('sent' as const) : status === 'dead' ? ('failed' as const) : ('planned' as const)
  return { id, kind, state, when }
}
