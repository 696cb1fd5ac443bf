import type { AgeGroup, Document, Guardians, Need } from '#app/domain/passport/person.ts'
import type { AppointmentStatus, MessageLanguage, PostalAddress } from '#app/domain/scheduling/appointment.ts'
import { isNotNull } from 'drizzle-orm'
import type { Dialect } from '../dialect.ts'

/** Appointments and who owns which time (architecture.md §5). */
export function appointmentTables(d: Dialect) {
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
      /** Where a letter goes; from the national register. */
      address: d.json<PostalAddress>(),
      /** The person said that they have neither e-mail nor mobile. */
      withoutContact: d.flag().notNull(),
      messageLanguage: d.text().$type<MessageLanguage>(),
      /** Who booked it while logged in: the keyed hash of the national number, never the number (docs/decisions/015). */
      personKey: d.text(),
      /** The person does not want to be reminded. */
      noReminders: d.flag().notNull().default(false),
      /** What the person said to the guide before they booked, as an address has it (`writeSaid`). */
      said: d.text(),
      /** While it is held: a hash of the visitor's cookie, since one visitor holds one time. */
      holder: d.text(),
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
      d.index('appointments_person').on(table.personKey).where(isNotNull(table.personKey)),
      d.index('appointments_holder').on(table.holder).where(isNotNull(table.holder)),
      d.index('appointments_office_start').on(table.officeId, table.startTick),
      // For those who have lost their link.
      d.index('appointments_email').on(table.email).where(isNotNull(table.email)),
      d.index('appointments_mobile').on(table.mobile).where(isNotNull(table.mobile)),
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
      /** Who it is, when the one who booked was logged in and this is they or a child of theirs. */
      personKey: d.text(),
      resourceId: d.reference().notNull(),
      startTick: d.integer().notNull(),
      ticks: d.integer().notNull(),
    },
    (table) => [
      d.primaryKey({ columns: [table.appointmentId, table.position] }),
      d.index('appointment_people_person').on(table.personKey).where(isNotNull(table.personKey)),
    ],
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
