import type { Dialect } from './dialect.ts'
import type { AgeGroup, Document, Guardians, Need } from '#app/domain/passport/person.ts'
import type {
  HoursBasis,
  OfficeKind,
  PassportService,
  PositionBasis,
  Season,
} from '#app/domain/geography/office.ts'
import type { AppointmentStatus, MessageLanguage } from '#app/domain/scheduling/appointment.ts'
import type { Confidence } from '#app/domain/rules/rule.ts'

/** Every table, written once for both engines (architecture.md §3). */
export function defineTables(d: Dialect) {
  return {
    ...placeTables(d),
    ...officeTables(d),
    ...appointmentTables(d),
  }
}

/** Where things are: reference data, replaced as a whole by the seed. */
function placeTables(d: Dialect) {
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

/** Offices, what they have, when they are open, and the rules of their services. */
function officeTables(d: Dialect) {
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

/** Appointments and who owns which time (architecture.md §5). */
function appointmentTables(d: Dialect) {
  const appointments = d.table(
    'appointments',
    {
      id: d.id(),
      /** Made by us for each picker page; the same key always gives the same appointment. */
      idempotencyKey: d.text().notNull(),
      /** SHA-256 of the secret in the person's link; the secret itself is derived from the key, never stored. */
      secretHash: d.text().notNull(),
      /** Which FIELD_KEY the secret was derived with. */
      keyId: d.text().notNull(),
      status: d.text().$type<AppointmentStatus>().notNull(),
      service: d.text().notNull(),
      officeId: d.text().notNull(),
      startTick: d.integer().notNull(),
      createdAt: d.instant().notNull(),
      /** When the present hold began; the longest hold counts from here. */
      heldSince: d.instant().notNull(),
      /** When the hold ends; null once confirmed or cancelled. */
      expiresAt: d.instant(),
      /** For a hold that is to change a confirmed appointment: that one's id. */
      changesId: d.reference(),
      confirmedAt: d.instant(),
      cancelledAt: d.instant(),
      reference: d.text(),
      checkInCode: d.text(),
      name: d.text(),
      email: d.text(),
      mobile: d.text(),
      /** The person said that they have neither e-mail nor mobile. */
      withoutContact: d.flag().notNull(),
      messageLanguage: d.text().$type<MessageLanguage>(),
      /** Counts the changes that a calendar has to know of. */
      sequence: d.integer().notNull(),
    },
    (table) => [
      d.uniqueIndex('appointments_key').on(table.idempotencyKey),
      d.uniqueIndex('appointments_secret').on(table.secretHash),
      d.uniqueIndex('appointments_reference').on(table.reference),
      d.uniqueIndex('appointments_check_in').on(table.checkInCode),
      d.index('appointments_status_expiry').on(table.status, table.expiresAt),
      d.index('appointments_changes').on(table.changesId),
    ],
  )
  /** The people of an appointment and the time of each: `ticks` steps of `resourceId` from `startTick`. */
  const appointmentPeople = d.table(
    'appointment_people',
    {
      appointmentId: d
        .reference()
        .notNull()
        .references(() => appointments.id),
      position: d.integer().notNull(),
      ageGroup: d.text().$type<AgeGroup>().notNull(),
      document: d.text().$type<Document>().notNull(),
      needs: d.json<Need[]>().notNull(),
      /** Where the consent of the guardians stands; null where none is needed. */
      guardians: d.json<Guardians>(),
      name: d.text(),
      resourceId: d.reference().notNull(),
      startTick: d.integer().notNull(),
      ticks: d.integer().notNull(),
    },
    (table) => [d.primaryKey({ columns: [table.appointmentId, table.position] })],
  )
  /** One tick of one resource has one owner: this key is the guarantee that no time is sold twice. */
  const claims = d.table(
    'claims',
    {
      resourceId: d.reference().notNull(),
      tick: d.integer().notNull(),
      appointmentId: d
        .reference()
        .notNull()
        .references(() => appointments.id),
    },
    (table) => [
      d.primaryKey({ columns: [table.resourceId, table.tick] }),
      d.index('claims_appointment').on(table.appointmentId),
    ],
  )
  /** Grows with every change of the claims of an office on a day, in the same write; caches follow it. */
  const officeDays = d.table(
    'office_days',
    {
      officeId: d.text().notNull(),
      day: d.text().notNull(),
      version: d.integer().notNull(),
      changedAt: d.milliseconds().notNull(),
    },
    (table) => [
      d.primaryKey({ columns: [table.officeId, table.day] }),
      d.index('office_days_changed').on(table.changedAt),
    ],
  )
  return { appointments, appointmentPeople, claims, officeDays }
}

export type Tables = ReturnType<typeof defineTables>
