import { ENDED_STATUSES } from '#app/domain/queue/ticket.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'
import { findAppointmentById } from './appointments.ts'

/** More than anybody has; a page of them is still read. */
const MOST = 200

/** The appointments that somebody booked while logged in, or is one of the people of; the earliest first. */
export async function appointmentsOfPerson(
  reader: Reader,
  tables: Tables,
  personKeys: readonly string[],
): Promise<Appointment[]> {
  const ids = await idsOfPerson(reader, tables, personKeys)
  const found = await Promise.all(ids.map((id) => findAppointmentById(reader, tables, id)))
  return found.filter((appointment) => appointment !== null)
}

async function idsOfPerson(
  reader: Reader,
  { appointments, appointmentPeople }: Tables,
  personKeys: readonly string[],
): Promise<number[]> {
  const keys = [...personKeys]
  const among = reader
    .select({ id: appointmentPeople.appointmentId })
    .from(appointmentPeople)
    .where(inArray(appointmentPeople.personKey, keys))
  const rows = await reader
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(
        ne(appointments.status, 'merged'),
        or(inArray(appointments.personKey, keys), inArray(appointments.id, among)),
      ),
    )
    .orderBy(asc(appointments.startTick), asc(appointments.id))
    .limit(MOST)
  return rows.map(({ id }) => id)
}

/** How many confirmed appointments to come somebody is one of the people of, others than this one. */
export async function countConfirmedWithPerson(
  tx: Tx,
  { appointments, appointmentPeople }: Tables,
  wanted: { personKey: string; service: string; fromTick: number; exceptId: number },
): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(distinct ${appointments.id})` })
    .from(appointments)
    .innerJoin(appointmentPeople, eq(appointmentPeople.appointmentId, appointments.id))
    .where(
      and(
        eq(appointmentPeople.personKey, wanted.personKey),
        eq(appointments.status, 'confirmed'),
        eq(appointments.service, wanted.service),
        gte(appointments.startTick, wanted.fromTick),
        ne(appointments.id, wanted.exceptId),
      ),
    )
  return Number(row?.count ?? 0)
}

/**
 * Takes out who an appointment was for: names, contact, what they need, who the guardians are, what they said to the
 * guide. That somebody was there, when and for what, stays for the figures.
 */
export async function makeAnonymous(
  tx: Tx,
  { appointments, appointmentPeople, tickets }: Tables,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return
  const wanted = [...ids]
  await tx
    .update(appointments)
    .set({
      ...{ name: null, email: null, mobile: null, address: null },
      ...{ withoutContact: false, messageLanguage: null, personKey: null, said: null },
    })
    .where(inArray(appointments.id, wanted))
  await tx
    .update(appointmentPeople)
    .set({ name: null, personKey: null, needs: [], guardians: null })
    .where(inArray(appointmentPeople.appointmentId, wanted))
  // Whoever still waits is called by what they need.
  await tx
    .update(tickets)
    .set({ needs: [], note: null, said: null, appointmentId: null })
    .where(and(inArray(tickets.appointmentId, wanted), inArray(tickets.status, [...ENDED_STATUSES])))
}

/** The ids of appointments of an office that were over, or cancelled, between two ticks and still say whose they were. */
export async function idsToMakeAnonymous(
  reader: Reader,
  { appointments }: Tables,
  {
    officeId,
    fromTick,
    beforeTick,
    limit,
  }: { officeId: string; fromTick: number; beforeTick: number; limit: number },
): Promise<number[]> {
  const rows = await reader
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(
        eq(appointments.officeId, officeId),
        gte(appointments.startTick, fromTick),
        lt(appointments.startTick, beforeTick),
        inArray(appointments.status, ['confirmed', 'cancelled']),
        isNull(appointments.expiresAt),
        or(isNotNull(appointments.name), isNotNull(appointments.personKey)),
      ),
    )
    .limit(limit)
  return rows.map(({ id }) => id)
}
