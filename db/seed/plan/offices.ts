import type { Office, PassportService, PositionBasis } from '#app/domain/geography/office.ts'
import type { BusStopRow, StationRow } from '../file-schemas.ts'
import type { Data } from '../read-data.ts'
import { busOf } from './bus-tours.ts'
import { hasKnownWeek } from './weekly-hours.ts'

/** Stations, the Governor and the stops of the passport buses; what is uncertain is left out. */
export function planOffices(
  data: Pick<Data, 'stations' | 'busStops' | 'postalCodes' | 'officeHours'>,
): Office[] {
  const placeOf = new Map(data.postalCodes.map((row) => [row.postnummer, row.poststed_display]))
  return [
    ...data.stations
      .filter(({ status }) => status !== 'uncertain')
      .map((row) => stationOffice(row, hasKnownWeek(row.station_id, data.officeHours))),
    // The list of 2024 is the newest; the other stops were in that of 2022 only.
    ...data.busStops.filter((row) => row.in_list_2024).map((row) => busStopOffice(row, placeOf)),
  ]
}

/** Where one can book at a counter now. Times on Svalbard are booked with the Governor. */
export function hasCounters(office: Pick<Office, 'kind' | 'passport'>): boolean {
  return office.kind !== 'governor' && office.passport === 'yes'
}

function stationOffice(row: StationRow, hasHours: boolean): Office {
  return {
    id: row.station_id,
    kind: row.type === 'svalbard-governor' ? 'governor' : 'station',
    name: row.name,
    districtId: row.district_id,
    municipalityNumber: row.kommunenummer,
    address: row.address || null,
    postalCode: row.postnummer || null,
    postalPlace: row.poststed || null,
    latitude: row.latitude,
    longitude: row.longitude,
    positionBasis: positionBasisOf(row.coord_basis),
    hoursBasis: hasHours ? 'source-2022' : 'assumed',
    bus: null,
    passport: passportServiceOf(row.issues_passports),
    season: row.season,
    confidence: row.confidence,
    phone: row.phone || null,
  }
}

function busStopOffice(row: BusStopRow, placeOf: ReadonlyMap<string, string>): Office {
  // Without an address the post code is an assumption of the compilers: good for a point, not to be shown.
  const hasAddress = row.address !== ''
  return {
    id: row.stop_id,
    kind: 'bus-stop',
    name: row.name,
    districtId: row.district_id,
    municipalityNumber: row.kommunenummer,
    address: row.address || null,
    postalCode: hasAddress ? row.postnummer : null,
    postalPlace: hasAddress ? (placeOf.get(row.postnummer) ?? null) : null,
    latitude: row.latitude,
    longitude: row.longitude,
    positionBasis: positionBasisOf(row.coord_basis),
    hoursBasis: 'demonstration',
    bus: busOf(row),
    passport: 'yes',
    season: null,
    confidence: hasAddress && row.in_list_2022 ? 'high' : 'medium',
    phone: null,
  }
}

function positionBasisOf(basis: StationRow['coord_basis']): PositionBasis {
  return basis === 'source' ? 'address' : 'place'
}

function passportServiceOf(issues: StationRow['issues_passports']): PassportService {
  return issues === 'ordered' ? 'coming' : issues
}
