import type { Contact } from '#app/domain/scheduling/appointment.ts'

/** "Storgata 1, 0155 Oslo": where a letter goes. */
export function addressWords({ lines, postalCode, postalPlace }: NonNullable<Contact['address']>): string {
  return [...lines, `${postalCode} ${postalPlace}`].join(', ')
}
