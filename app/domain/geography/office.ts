import type { Point } from './distance.ts'
import type { Confidence } from '../rules/rule.ts'

/** A police station, a stop of a passport bus, the Governor of Svalbard, a local service centre (nærtjenestesenter). */
export type OfficeKind = 'station' | 'bus-stop' | 'governor' | 'service-centre'

/** Whether one can get a passport there: `coming` is ordered, but not known to have opened. */
export type PassportService = 'yes' | 'coming' | 'no'

/** Months in which a seasonal place is open (see `isInSeason`). */
export type Season = 'summer' | 'winter'

/** `address`: the point of the address; `place`: the point of the post code or the centre, so about right. */
export type PositionBasis = 'address' | 'place'

/**
 * Where the opening hours are from: `source-2022` those that the police gave then, `assumed` an ordinary week that we
 * made up, `demonstration` the days of a bus, which we made up as well but which are a plan with dates.
 */
export type HoursBasis = 'source-2022' | 'assumed' | 'demonstration'

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
  hoursBasis: HoursBasis
  /** The bus that comes here; stops of one bus make its tour. Null for a place that stays. */
  bus: string | null
  passport: PassportService
  season: Season | null
  confidence: Confidence
  phone: string | null
}
