import type { OfficeTime } from './earliest-times.server.ts'

/** Made once: `localeCompare` would look up the language for each pair of names. */
const inNorwegian = new Intl.Collator('nb')

/** The nearer first; by name where there is no place to count from. */
export function byDistance(
  a: Pick<OfficeTime, 'office' | 'distanceKm'>,
  b: Pick<OfficeTime, 'office' | 'distanceKm'>,
): number {
  return (a.distanceKm ?? 0) - (b.distanceKm ?? 0) || inNorwegian.compare(a.office.name, b.office.name)
}
