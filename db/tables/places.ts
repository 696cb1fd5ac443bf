import type { Dialect } from '../dialect.ts'

/** Where things are: reference data, replaced as a whole by the seed. */
export function placeTables(d: Dialect) {
  const districts = d.table('districts', {
    id: d.text().primaryKey(),
    nameNb: d.text().notNull(),
    nameNn: d.text().notNull(),
    isPolice: d.flag().notNull(),
  })
  const municipalities = d.table('municipalities', {
    number: d.text().primaryKey(),
    /** The written form on a map: all official names, for instance "Kárášjohka – Karasjok". */
    name: d.text().notNull(),
    /** All names that one may search for. */
    names: d.json<string[]>().notNull(),
    districtId: d.text().notNull(),
    latitude: d.real().notNull(),
    longitude: d.real().notNull(),
    population: d.integer().notNull(),
  })
  const postalCodes = d.table('postal_codes', {
    code: d.text().primaryKey(),
    place: d.text().notNull(),
    municipalityNumber: d.text().notNull(),
    latitude: d.real().notNull(),
    longitude: d.real().notNull(),
  })
  const places = d.table(
    'places',
    {
      name: d.text().notNull(),
      municipalityNumber: d.text().notNull(),
      latitude: d.real().notNull(),
      longitude: d.real().notNull(),
      /** How many post codes the place has: a plain measure of its size. */
      postalCodes: d.integer().notNull(),
    },
    (table) => [d.primaryKey({ columns: [table.name, table.municipalityNumber] })],
  )
  return { districts, municipalities, postalCodes, places }
}
