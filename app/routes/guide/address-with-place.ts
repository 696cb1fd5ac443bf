import type { Place } from '#app/domain/geography/find-place.ts'

/** The address of a way, without its language, with the place that was named: nobody is asked for it again. */
export function addressWithPlace(
  address: string,
  place: Pick<Place, 'id' | 'municipalityNumber'> | undefined,
): string {
  if (!place) return address
  if (address === '/offices') return `/offices?${new URLSearchParams({ at: place.id })}`
  return address === '/contact' ? `/contact/${place.municipalityNumber}` : address
}
