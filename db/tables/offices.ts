import type { Confidence } from '#app/domain/rules/rule.ts'
import type {
  HoursBasis,
  OfficeKind,
  PassportService,
  PositionBasis,
  Season,
} from '#app/domain/geography/office.ts'
import type { Dialect } from '../dialect.ts'

/** Offices, what they have, when they are open, and the rules of their services. */
export function officeTables(d: Dialect) {
  const offices = d.table('offices', {
    id: d.text().primaryKey(),
    kind: d.text().$type<OfficeKind>().notNull(),
    name: d.text().notNull(),
    districtId: d.text().notNull(),
    municipalityNumber: d.text().notNull(),
    address: d.text(),
    postalCode: d.text(),
    postalPlace: d.text(),
    latitude: d.real().notNull(),
    longitude: d.real().notNull(),
    positionBasis: d.text().$type<PositionBasis>().notNull(),
    /** Rows from before there was a basis: it is not known where their hours are from. */
    hoursBasis: d.text().$type<HoursBasis>().notNull().default('assumed'),
    /** Which bus comes here: its days are the dated openings of its stops (docs/decisions/010). */
    bus: d.text(),
    passport: d.text().$type<PassportService>().notNull(),
    season: d.text().$type<Season>(),
    confidence: d.text().$type<Confidence>().notNull(),
    phone: d.text(),
  })
  const resources = d.table(
    'resources',
    {
      id: d.id(),
      officeId: d.text().notNull(),
      /** Counts from 1 within the office: "counter 2". */
      number: d.integer().notNull(),
    },
    (table) => [d.uniqueIndex('resources_office_number').on(table.officeId, table.number)],
  )
  /** Weekly openings of a resource, wall-clock, `validTo` exclusive. Breaks are the gaps between two rows of a day. */
  const openings = d.table(
    'openings',
    {
      id: d.id(),
      resourceId: d.reference().notNull(),
      /** 1 = Monday … 7 = Sunday, as in Temporal. */
      weekday: d.integer().notNull(),
      opens: d.text().notNull(),
      closes: d.text().notNull(),
      validFrom: d.text().notNull(),
      validTo: d.text(),
    },
    (table) => [d.index('openings_resource').on(table.resourceId)],
  )
  /** Openings on one day: a bus at its stop, an extra evening. */
  const datedOpenings = d.table(
    'dated_openings',
    {
      id: d.id(),
      resourceId: d.reference().notNull(),
      day: d.text().notNull(),
      opens: d.text().notNull(),
      closes: d.text().notNull(),
    },
    (table) => [d.index('dated_openings_resource_day').on(table.resourceId, table.day)],
  )
  /** A whole day on which an office is closed, beyond the public holidays. */
  const closures = d.table(
    'closures',
    { officeId: d.text().notNull(), day: d.text().notNull(), reason: d.text().notNull() },
    (table) => [d.primaryKey({ columns: [table.officeId, table.day] })],
  )
  /** Fees, lengths, limits: one row per rule, with the dates it holds and how sure it is. */
  const serviceRules = d.table('service_rules', {
    id: d.id(),
    service: d.text().notNull(),
    attribute: d.text().notNull(),
    appliesTo: d.text().notNull(),
    value: d.text().notNull(),
    unit: d.text().notNull(),
    validFrom: d.text().notNull(),
    validTo: d.text(),
    confidence: d.text().$type<Confidence>().notNull(),
    source: d.text().notNull(),
  })
  /** What the seed did: size, day, version. Empty in a database that has not been filled. */
  const seedings = d.table('seedings', {
    id: d.id(),
    size: d.text().notNull(),
    day: d.text().notNull(),
    finishedAt: d.instant().notNull(),
  })
  return { offices, resources, openings, datedOpenings, closures, serviceRules, seedings }
}
