import type { KnownNote } from '#app/components/passport/known-notice.tsx'
import type { Appointment, Contact } from '#app/domain/scheduling/appointment.ts'
import { dayOfTick } from '#app/domain/time/tick.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Identity } from '#app/use-cases/identity.server.ts'
import { contactFromRegister, keyOfName, namesFromRegister } from '#app/use-cases/known-person.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import type { Booker } from '#app/use-cases/save-contact.server.ts'
import type { Citizen } from '../logged-in.ts'
import { addressWords } from './address-words.ts'

/** What the registers fill in for somebody who is logged in, and what is said of it; null for everybody else. */
export function knownContact(
  portal: Portal,
  citizen: Citizen | null,
  { appointment, language }: { appointment: Appointment; language: Language },
) {
  if (!citizen?.person) return null
  const today = todayOf(portal.clock)
  const { person } = citizen
  const { updated, ...contact } = contactFromRegister(person, today)
  const note: KnownNote = {
    kind: contact.kind,
    updated: updated === null ? null : formatDay(Temporal.PlainDate.from(updated), today, language),
  }
  const names = namesFromRegister(person, appointment.people, dayOfTick(appointment.startTick))
  const address = addressOf(citizen)
  const letter = address && addressWords(address)
  return { ...contact, messageLanguage: person.language, names, note, letter }
}

/** Who books, for the appointment to be tied to; null for somebody who is not logged in. */
export function bookerOf(identity: Identity, citizen: Citizen | null): Booker | null {
  if (!citizen) return null
  const { session, person } = citizen
  return { personKey: session.owner, keyOf: (name) => person && keyOfName(identity, person, name) }
}

/** Where a letter to somebody who is logged in goes; null when it may not be known, or nobody is. */
export function addressOf(citizen: Citizen | null): Contact['address'] {
  const person = citizen?.person
  return person && !person.isAddressProtected ? person.address : null
}
