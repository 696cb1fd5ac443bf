import type { Appointment, AppointmentPerson } from '../scheduling/appointment.ts'

/** Somebody who looks at what is theirs: all keys that may stand for them, and those of children they may not see. */
export type Looker = {
  keys: readonly string[]
  hiddenKeys: readonly string[]
  /** The register did not say whose address is protected: then only who looks is shown by name. */
  isUnsure?: boolean
}

/**
 * The people of an appointment that somebody may see on their page: all but a child whose address is protected
 * (domain.md §6). Null for an appointment that is not theirs to see: nobody is left in it but that child.
 */
export function visiblePeople(
  { people, personKey }: Pick<Appointment, 'people' | 'personKey'>,
  { keys, hiddenKeys, isUnsure = false }: Looker,
): AppointmentPerson[] | null {
  const isOwn = (key: string | null) => key !== null && keys.includes(key)
  const isHidden = (one: AppointmentPerson) =>
    one.personKey !== null && (hiddenKeys.includes(one.personKey) || (isUnsure && !isOwn(one.personKey)))
  if (!isOwn(personKey) && !people.some((one) => isOwn(one.personKey))) return null
  const visible = people.filter((one) => !isHidden(one))
  return visible.length > 0 ? visible : null
}
