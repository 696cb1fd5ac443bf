import { z } from 'zod'

/** The columns of the data files, as their sources name them. A column too many or too few stops the import. */

const text = z.string()
const filled = z.string().min(1, 'must not be empty')
const id = z.string().regex(/^[a-z0-9-]+$/, 'must be an id of a-z, 0-9 and -')
const postalCode = z.string().regex(/^\d{4}$/, 'must be four digits')
const optionalPostalCode = z.string().regex(/^(\d{4})?$/, 'must be four digits or empty')
const municipality = z.string().regex(/^\d{4}$/, 'must be a municipality number of four digits')
const whole = z
  .string()
  .regex(/^\d*$/, 'must be a whole number')
  .transform((value) => (value === '' ? 0 : Number(value)))
const flag = z.enum(['0', '1']).transform((value) => value === '1')
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time HH:MM')
const day = z.iso.date()
const coordinateBasis = z.enum(['source', 'derived-place', 'derived-postnummer'])

/** Degrees within Norway with Svalbard and Jan Mayen: a swapped or shifted point falls outside. */
const latitude = degrees(57, 82)
const longitude = degrees(-10, 35)

export const DistrictSchema = z.strictObject({
  district_id: id,
  code_unverified: text,
  name_nb: filled,
  name_nn: filled,
  seat: filled,
  municipalities: whole,
  stations_in_file: whole,
  passport_offices_in_file: whole,
  is_police_district: flag,
  sources: text,
})

export const MunicipalitySchema = z.strictObject({
  kommunenummer: municipality,
  name: filled,
  name_nb: filled,
  name_sami: text,
  sami_language: z.enum(['', 'sme', 'smj', 'sma']),
  name_kven: text,
  county_number: text,
  county: filled,
  county_sami: text,
  county_kven: text,
  administrative_centre: filled,
  written_form: text,
  population: whole,
  centroid_lat: latitude,
  centroid_lon: longitude,
  centre_lat: latitude,
  centre_lon: longitude,
  centre_basis: filled,
  is_municipality: flag,
})

export const MunicipalityDistrictSchema = z.strictObject({
  kommunenummer: municipality,
  kommune: filled,
  district_id: id,
  district: filled,
  basis: z.enum(['documented', 'inferred']),
  sources: text,
  note: text,
  nearest_station_derived: text,
  km_derived: text,
})

export const PostalCodeSchema = z.strictObject({
  postnummer: postalCode,
  poststed: filled,
  poststed_display: filled,
  kommunenummer: municipality,
  kategori: z.enum(['G', 'P', 'B', 'S']),
  kategori_en: filled,
  latitude,
  longitude,
  coord_source: filled,
  coord_quality: filled,
})

export const PlaceSchema = z.strictObject({
  place: filled,
  kommunenummer: municipality,
  kommune: filled,
  county: filled,
  latitude,
  longitude,
  post_codes: whole,
  first_postnummer: optionalPostalCode,
  source: z.enum(['post', 'geonames']),
})

export const StationSchema = z.strictObject({
  station_id: id,
  name: filled,
  name_basis: z.enum(['source', 'formed']),
  alias: text,
  type: z.enum(['police-station', 'airport-police', 'service-centre', 'police-post', 'svalbard-governor']),
  district_id: id,
  district: filled,
  kommunenummer: municipality,
  kommune: filled,
  address: text,
  postnummer: optionalPostalCode,
  poststed: text,
  derived_postnummer: optionalPostalCode,
  latitude,
  longitude,
  coord_basis: coordinateBasis,
  issues_passports: z.enum(['yes', 'ordered', 'no']),
  passport_basis: filled,
  season: z.enum(['', 'summer', 'winter']).transform((value) => (value === '' ? null : value)),
  status: z.enum(['confirmed-2024', 'confirmed-2025', 'ordered', 'presumed', 'uncertain']),
  confidence: z.enum(['high', 'medium', 'low']),
  opened: text,
  verification: filled,
  sources: text,
  phone: text,
  note: text,
})

export const BusStopSchema = z.strictObject({
  stop_id: id,
  name: filled,
  kommunenummer: municipality,
  kommune: filled,
  district_id: id,
  address: text,
  postnummer: postalCode,
  latitude,
  longitude,
  coord_basis: coordinateBasis,
  in_list_2022: flag,
  in_list_2024: flag,
  fixed_office_ordered_2024: flag,
  note: text,
})

export const OfficeHoursSchema = z
  .strictObject({
    station_id: id,
    period: z.enum(['winter', 'summer']),
    weekday: z
      .string()
      .regex(/^[1-7]$/, 'must be 1 (Monday) to 7')
      .transform(Number),
    channel: z.enum(['appointment', 'passport', 'primary', 'dropin', 'phone']),
    opens: clock,
    closes: clock,
  })
  .refine(({ opens, closes }) => opens < closes, { path: ['closes'], message: 'must be after opens' })

export const ServiceRuleSchema = z.strictObject({
  service: filled,
  attribute: filled,
  applies_to: filled,
  value: text,
  unit: text,
  valid_from: day,
  valid_to: z.union([day, z.literal('')]).transform((value) => (value === '' ? null : value)),
  confidence: z.enum(['documented', 'unverified', 'unknown', 'demonstration']),
  source: filled,
})

/** The outlines are only drawn: what is checked is that they are outlines. */
export const OutlinesSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        type: z.literal('Feature'),
        properties: z.record(z.string(), z.unknown()),
        geometry: z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) }),
      }),
    )
    .min(1),
})

export type DistrictRow = z.infer<typeof DistrictSchema>
export type MunicipalityRow = z.infer<typeof MunicipalitySchema>
export type MunicipalityDistrictRow = z.infer<typeof MunicipalityDistrictSchema>
export type PostalCodeRow = z.infer<typeof PostalCodeSchema>
export type PlaceRow = z.infer<typeof PlaceSchema>
export type StationRow = z.infer<typeof StationSchema>
export type BusStopRow = z.infer<typeof BusStopSchema>
export type OfficeHoursRow = z.infer<typeof OfficeHoursSchema>
export type ServiceRuleRow = z.infer<typeof ServiceRuleSchema>

function degrees(least: number, most: number) {
  return z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'must be decimal degrees')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must lie between ${least} and ${most}`)
}
