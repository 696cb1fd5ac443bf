import type { AppointmentStatus, Contact } from '#app/domain/scheduling/appointment.ts'
import { and, eq, gt, gte, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

/** A hold of somebody who already has one. */
export type OtherHold = { id: number; idempotencyKey: string; personKey: string | null }

const holdsOf = preparedQuery((reader, { appointments }) =>
  reader
    .select({
      id: appointments.id,
      idempotencyKey: appointments.idempotencyKey,
      service: appointments.service,
      personKey: appointments.personKey,
      status: appointments.status,
      expiresAt: appointments.expiresAt,
    })
    .from(appointments)
    // By the visitor alone, who has few: asked for the status too, SQLite would look through all holds.
    .where(eq(appointments.holder, sql.placeholder('holder')))
    .prepare(),
)

/** The living holds of a visitor. `now`: epoch seconds. */
export async function livingHoldsOf(
  reader: Reader,
  tables: Tables,
  { holder, service, now }: { holder: string; service: string; now: number },
): Promise<OtherHold[]> {
  const rows = await holdsOf(reader, tables).execute({ holder })
  return rows.filter((row) => row.status === 'held' && row.service === service && (row.expiresAt ?? 0) > now)
}

const heldTicks = preparedQuery((reader, { appointments, claims }) =>
  reader
    .select({
      holds: sql<number>`count(distinct ${appointments.id})`,
      ticks: sql<number>`count(${claims.tick})`,
    })
    .from(appointments)
    .innerJoin(claims, eq(claims.appointmentId, appointments.id))
    .where(
      and(
        eq(appointments.officeId, sql.placeholder('officeId')),
        gte(appointments.startTick, sql.placeholder('fromTick')),
        lt(appointments.startTick, sql.placeholder('toTick')),
        eq(appointments.status, 'held'),
        gt(appointments.expiresAt, sql.placeholder('now')),
      ),
    )
    .prepare(),
)

/** How many ticks of an office are held between two ticks and not confirmed. `now`: epoch seconds. */
export async function countHeldTicks(
  reader: Reader,
  tables: Tables,
  wanted: { officeId: string; fromTick: number; toTick: number; now: number },
): Promise<{ holds: number; ticks: number }> {
  const [row] = await heldTicks(reader, tables).execute(wanted)
  return { holds: Number(row?.holds ?? 0), ticks: Number(row?.ticks ?? 0) }
}

/** What has been confirmed with a contact address: who for, when, and whether it is still to come. */
export type Confirmed = {
  name: string | null
  startTick: number
  confirmedAt: number
  service: string
  /** It may have been cancelled since. */
  status: AppointmentStatus
}

/** The shape is the column of the contact address. */
const confirmedWith = preparedQuery((tx, { appointments, appointmentPeople }, column) =>
  tx
    .select({
      id: appointments.id,
      name: appointmentPeople.name,
      startTick: appointments.startTick,
      confirmedAt: appointments.confirmedAt,
      service: appointments.service,
      status: appointments.status,
    })
    .from(appointments)
    .innerJoin(appointmentPeople, eq(appointmentPeople.appointmentId, appointments.id))
    .where(
      and(
        eq(column === 'email' ? appointments.email : appointments.mobile, sql.placeholder('contact')),
        isNotNull(appointments.confirmedAt),
        ne(appointments.id, sql.placeholder('exceptId')),
      ),
    )
    .prepare(),
)

/** The people of appointments that were confirmed with this e-mail address or mobile number, that one apart. */
export async function confirmedWithContact(
  tx: Tx,
  tables: Tables,
  { email, mobile }: Pick<Contact, 'email' | 'mobile'>,
  exceptId: number,
): Promise<(Confirmed & { id: number })[]> {
  const found = new Map<string, Confirmed & { id: number }>()
  for (const [column, contact] of [
    ['email', email],
    ['mobile', mobile],
  ] as const) {
    if (contact === null) continue
    for (const row of await confirmedWith(tx, tables, column).execute({ contact, exceptId })) {
      found.set(`${row.id} ${row.name}`, { ...row, confirmedAt: row.confirmedAt ?? 0 })
    }
  }
  return [...found.values()]
}

/** True while staff have lifted the limits for one of these contact addresses. `now`: epoch seconds. */
export async function isLifted(
  tx: Reader,
  { limitLifts }: Tables,
  contactKeys: readonly string[],
  now: number,
): Promise<boolean> {
  if (contactKeys.length === 0) return false
  const rows = await tx
    .select({ until: limitLifts.until })
    .from(limitLifts)
    .where(and(inArray(limitLifts.contactKey, [...contactKeys]), gt(limitLifts.until, now)))
  return rows.length > 0
}

/** Lifts the limits for a contact address until a moment (epoch seconds), and forgets lifts that are over. */
export async function liftLimits(
  tx: Tx,
  { limitLifts }: Tables,
  { contactKey, until, now }: { contactKey: string; until: number; now: number },
): Promise<void> {
  await tx.delete(limitLifts).where(lt(limitLifts.until, now))
  await tx
    .insert(limitLifts)
    .values({ contactKey, until })
    .onConflictDoUpdate({ target: limitLifts.contactKey, set: { until } })
}
