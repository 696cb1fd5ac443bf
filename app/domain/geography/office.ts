import type { Point } from './distance.ts'
import type { Confidence } from '../rules/rule.ts'

/** A police station, a stop of a passport bus, the Governor of Svalbard. */
export type OfficeKind = 'station' | 'bus-stop' | 'governor'

/** Whether one can get a passport there: `coming` is ordered, but not known to have opened. */
export type PassportService = 'yes' | 'coming' | 'no'

/** Months in which a seasonal place is open (see `isInSeason`). */
export type Season = 'summer' | 'winter'

/** `address`: the point of the address; `place`: the point of the post code or the centre, so about right. */
export type PositionBasis = 'address' | 'place'

export type Office = Point & {
  id: string
  kind: OfficeKind
  name: string
  districtId: string
  municipalityNumber: string
  address: string | null
  postalCode: string | null
  postalPlace: string | null
  positionBasis: PositionBasis
  passport: PassportService
  season: Season | null
  confidence: Confidence
  phone: string | null
}
