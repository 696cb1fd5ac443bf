import type { Tables } from '../../tables.ts'
import type { Data } from '../read-data.ts'

type Row<Name extends keyof Tables> = Tables[Name]['$inferInsert']

/** Districts, municipalities, post codes and places as the portal stores them. */
export function planPlaces(data: Data): {
  districts: Row<'districts'>[]
  municipalities: Row<'municipalities'>[]
  postalCodes: Row<'postalCodes'>[]
  places: Row<'places'>[]
} {
  const districtOf = new Map(data.municipalityDistricts.map((row) => [row.kommunenummer, row.district_id]))
  return {
    districts: data.districts.map((row) => ({
      id: row.district_id,
      nameNb: row.name_nb,
      nameNn: row.name_nn,
      isPolice: row.is_police_district,
    })),
    municipalities: data.municipalities.map((row) => ({
      number: row.kommunenummer,
      // The register joins parallel names with a hyphen; between names a dash is the correct sign.
      name: row.name.replaceAll(' - ', ' – '),
      names: [...new Set([row.name_nb, row.name_sami, row.name_kven].filter((name) => name !== ''))],
      districtId: districtOf.get(row.kommunenummer) ?? '',
      latitude: row.centre_lat,
      longitude: row.centre_lon,
      population: row.population,
    })),
    postalCodes: data.postalCodes.map((row) => ({
      code: row.postnummer,
      place: row.poststed_display,
      municipalityNumber: row.kommunenummer,
      latitude: row.latitude,
      longitude: row.longitude,
    })),
    places: data.places.map((row) => ({
      name: row.place,
      municipalityNumber: row.kommunenummer,
      latitude: row.latitude,
      longitude: row.longitude,
      postalCodes: row.post_codes,
    })),
  }
}
