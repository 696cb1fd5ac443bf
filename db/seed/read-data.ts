import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BrokenData, readCsv } from './csv.ts'
import {
  BusStopSchema,
  DistrictSchema,
  MunicipalityDistrictSchema,
  MunicipalitySchema,
  OfficeHoursSchema,
  PlaceSchema,
  PostalCodeSchema,
  ServiceRuleSchema,
  StationSchema,
  type ServiceRuleRow,
} from './file-schemas.ts'

/** What `npm run import-data` writes. */
export const DATA_FOLDER = fileURLToPath(new URL('./data', import.meta.url))

const PORTAL_RULES = fileURLToPath(new URL('./rules/portal-rules.csv', import.meta.url))

export type Data = ReturnType<typeof readData>

/**
 * All data files of a folder, checked row by row and against each other.
 * @throws {BrokenData} naming the file, and the line where there is one
 */
export function readData(folder = DATA_FOLDER) {
  const at = (file: string) => join(folder, file)
  const data = {
    districts: readCsv(at('police-districts.csv'), DistrictSchema),
    municipalities: readCsv(at('municipalities.csv'), MunicipalitySchema),
    municipalityDistricts: readCsv(at('municipality-to-police-district.csv'), MunicipalityDistrictSchema),
    postalCodes: readCsv(at('postal-codes.csv'), PostalCodeSchema),
    places: readCsv(at('places.csv'), PlaceSchema),
    stations: readCsv(at('police-stations.csv'), StationSchema),
    busStops: readCsv(at('passport-mobile-stops.csv'), BusStopSchema),
    officeHours: readCsv(at('passport-office-hours-2022.csv'), OfficeHoursSchema),
    serviceRules: readCsv(at('services.csv'), ServiceRuleSchema),
  }

  const districts = uniqueIn('police-districts.csv', data.districts, (row) => row.district_id)
  const numbers = uniqueIn('municipalities.csv', data.municipalities, (row) => row.kommunenummer)
  const assigned = uniqueIn(
    'municipality-to-police-district.csv',
    data.municipalityDistricts,
    (row) => row.kommunenummer,
  )
  const codes = uniqueIn('postal-codes.csv', data.postalCodes, (row) => row.postnummer)
  const stations = uniqueIn('police-stations.csv', data.stations, (row) => row.station_id)
  uniqueIn('passport-mobile-stops.csv', data.busStops, (row) => row.stop_id)
  uniqueIn('places.csv', data.places, (row) => `${row.place} (${row.kommunenummer})`)

  known(
    'municipality-to-police-district.csv',
    data.municipalityDistricts,
    (row) => row.district_id,
    districts,
  )
  known('municipalities.csv', data.municipalities, (row) => row.kommunenummer, assigned)
  known('postal-codes.csv', data.postalCodes, (row) => row.kommunenummer, numbers)
  known('places.csv', data.places, (row) => row.kommunenummer, numbers)
  known('police-stations.csv', data.stations, (row) => row.kommunenummer, numbers)
  known('police-stations.csv', data.stations, (row) => row.district_id, districts)
  known('passport-mobile-stops.csv', data.busStops, (row) => row.kommunenummer, numbers)
  known('passport-mobile-stops.csv', data.busStops, (row) => row.postnummer, codes)
  known('passport-office-hours-2022.csv', data.officeHours, (row) => row.station_id, stations)
  return data
}

/** Our own demonstration rules: what the sources do not say and the portal cannot do without. */
export function readPortalRules(): ServiceRuleRow[] {
  return readCsv(PORTAL_RULES, ServiceRuleSchema)
}

function uniqueIn<Row>(file: string, rows: readonly Row[], keyOf: (row: Row) => string): Set<string> {
  const keys = new Set<string>()
  for (const row of rows) {
    const key = keyOf(row)
    if (keys.has(key)) throw new BrokenData(`${file}: ${key} is there twice`)
    keys.add(key)
  }
  return keys
}

function known<Row>(
  file: string,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  keys: ReadonlySet<string>,
): void {
  const stray = rows.map(keyOf).find((key) => !keys.has(key))
  if (stray !== undefined) throw new BrokenData(`${file}: ${stray} is not known in the file that lists it`)
}
