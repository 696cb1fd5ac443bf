import type { PostalAddress } from '../scheduling/appointment.ts'

/** What the national registers know of a person, as far as the portal needs it. */
export type RegisterPerson = {
  nationalNumber: string
  name: string
  /** YYYY-MM-DD. Age comes from here alone: from 2032 a number says neither century nor sex (domain.md §6). */
  birthDate: string
  email: string | null
  mobile: string | null
  /** YYYY-MM-DD on which the contact data was last confirmed; null when there is none. */
  contactUpdated: string | null
  /** Reserved against digital messages: they get letters. */
  isReserved: boolean
  language: 'nb' | 'nn' | 'en' | null
  /** The postal address; null when there is none, or none that we may see. */
  address: PostalAddress | null
  isAddressProtected: boolean
  /** The minors that the person has parental responsibility for; of one with a protected address nothing is told. */
  children: readonly RegisterChild[]
}

export type RegisterChild = {
  nationalNumber: string
  name: string
  birthDate: string
  isAddressProtected: boolean
}

/** Contact data that nobody has confirmed for so long is not trusted unseen (domain.md §6). */
export const CONTACT_STALE_MONTHS = 18

/** Whether contact data is too old to be trusted unseen. */
export function isContactStale(contactUpdated: string | null, today: Temporal.PlainDate): boolean {
  if (contactUpdated === null) return true
  const stale = Temporal.PlainDate.from(contactUpdated).add({ months: CONTACT_STALE_MONTHS })
  return Temporal.PlainDate.compare(stale, today) <= 0
}

/** Full years of age on a day. */
export function ageOn(birthDate: string, day: Temporal.PlainDate): number {
  return Temporal.PlainDate.from(birthDate).until(day, { largestUnit: 'years' }).years
}
