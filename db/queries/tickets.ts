import { ENDED_STATUSES, OPEN_STATUSES, type Ticket } from '#app/domain/queue/ticket.ts'
import { and, asc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

/** What a ticket is made of beside itself. */
export type TicketSecret = { idempotencyKey: string; secretHash: string; keyId: string }

type TicketRow = Tables['tickets']['$inferSelect']

const openOfDay = preparedQuery((reader, { tickets }) =>
  reader
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.officeId, sql.placeholder('officeId')),
        eq(tickets.day, sql.placeholder('day')),
        inArray(tickets.status, [...OPEN_STATUSES]),
      ),
    )
    .orderBy(asc(tickets.number))
    .prepare(),
)

/** Those of an office's day who are still to be helped, by number. */
export async function openTickets(
  reader: Reader,
  tables: Tables,
  at: { officeId: string; day: string },
): Promise<Ticket[]> {
  return (await openOfDay(reader, tables).execute(at)).map(toTicket)
}

/** Every ticket of an office's day, by number. */
export async function ticketsOfDay(
  reader: Reader,
  { tickets }: Tables,
  { officeId, day }: { officeId: string; day: string },
): Promise<Ticket[]> {
  const rows = await reader
    .select()
    .from(tickets)
    .where(and(eq(tickets.officeId, officeId), eq(tickets.day, day)))
    .orderBy(asc(tickets.number))
  return rows.map(toTicket)
}

export async function findTicketByKey(
  reader: Reader,
  { tickets }: Tables,
  idempotencyKey: string,
): Promise<(Ticket & Pick<TicketSecret, 'idempotencyKey'>) | null> {
  const [row] = await reader.select().from(tickets).where(eq(tickets.idempotencyKey, idempotencyKey))
  return row ? { ...toTicket(row), idempotencyKey } : null
}

export async function findTicketBySecretHash(
  reader: Reader,
  { tickets }: Tables,
  secretHash: string,
): Promise<Ticket | null> {
  const [row] = await reader.select().from(tickets).where(eq(tickets.secretHash, secretHash))
  return row ? toTicket(row) : null
}

export async function findTicketById(
  reader: Reader,
  { tickets }: Tables,
  id: number,
): Promise<(Ticket & Pick<TicketSecret, 'idempotencyKey'>) | null> {
  const [row] = await reader.select().from(tickets).where(eq(tickets.id, id))
  return row ? { ...toTicket(row), idempotencyKey: row.idempotencyKey } : null
}

/** The tickets with these ids, whatever has become of them. */
export async function ticketsByIds(
  reader: Reader,
  { tickets }: Tables,
  ids: readonly number[],
): Promise<Ticket[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .select()
    .from(tickets)
    .where(inArray(tickets.id, [...ids]))
  return rows.map(toTicket)
}

/** The tickets that an appointment has been checked in with, the first in front. */
export async function ticketsOfAppointment(
  reader: Reader,
  { tickets }: Tables,
  appointmentId: number,
): Promise<(Ticket & Pick<TicketSecret, 'idempotencyKey'>)[]> {
  const rows = await reader
    .select()
    .from(tickets)
    .where(eq(tickets.appointmentId, appointmentId))
    .orderBy(asc(tickets.id))
  return rows.map((row) => ({ ...toTicket(row), idempotencyKey: row.idempotencyKey }))
}

/** Adds a ticket; answers its id. */
export async function insertTicket(
  tx: Tx,
  { tickets }: Tables,
  ticket: Omit<Ticket, 'id' | 'revision'> & TicketSecret,
): Promise<number> {
  const [row] = await tx
    .insert(tickets)
    .values({ ...ticket, revision: 1 })
    .returning({ id: tickets.id })
  if (!row) throw new Error('An inserted ticket must come back')
  return row.id
}

/** Changes a ticket; what is left out stays. Answers its new revision. */
export async function updateTicket(
  tx: Tx,
  { tickets }: Tables,
  id: number,
  set: Partial<Omit<Ticket, 'id' | 'revision'>>,
): Promise<number> {
  const [row] = await tx
    .update(tickets)
    .set({ ...set, revision: sql`${tickets.revision} + 1` })
    .where(eq(tickets.id, id))
    .returning({ revision: tickets.revision })
  if (!row) throw new Error(`There is no ticket ${id}`)
  return row.revision
}

/** Counts for each that somebody who came later was called first. It is no change that others must know of. */
export async function countOvertaken(
  tx: Tx,
  { tickets }: Tables,
  ids: readonly number[],
  by: 1 | -1 = 1,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(tickets)
    .set({ overtaken: sql`${tickets.overtaken} + ${by}` })
    .where(inArray(tickets.id, [...ids]))
}

/** Takes back tickets that an action added, when it is undone. */
export async function deleteTickets(tx: Tx, { tickets }: Tables, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.delete(tickets).where(inArray(tickets.id, [...ids]))
}

/** Offices with people who are still to be helped from a day before `day`. */
export async function officesWithOldTickets(
  reader: Reader,
  { tickets }: Tables,
  day: string,
): Promise<{ officeId: string; day: string }[]> {
  return reader
    .selectDistinct({ officeId: tickets.officeId, day: tickets.day })
    .from(tickets)
    .where(and(inArray(tickets.status, [...OPEN_STATUSES]), lt(tickets.day, day)))
}

/** Forgets what staff wrote about visits of days before `day`, and what the people said to the guide. */
export async function forgetWords(tx: Tx, { tickets }: Tables, day: string): Promise<void> {
  await tx
    .update(tickets)
    .set({ note: null })
    .where(and(isNotNull(tickets.note), lt(tickets.day, day)))
  await tx
    .update(tickets)
    .set({ said: null })
    .where(and(isNotNull(tickets.said), lt(tickets.day, day)))
}

/** Deletes so many tickets of days before `day` that are over; what happened stays as events. Answers how many it was. */
export async function deleteTicketsBefore(
  tx: Tx,
  { tickets, ticketPredictions }: Tables,
  { day, limit }: { day: string; limit: number },
): Promise<number> {
  const rows = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(inArray(tickets.status, [...ENDED_STATUSES]), lt(tickets.day, day)))
    .limit(limit)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx.delete(ticketPredictions).where(inArray(ticketPredictions.ticketId, ids))
  await tx.delete(tickets).where(inArray(tickets.id, ids))
  return ids.length
}

function toTicket({ idempotencyKey: _key, secretHash: _hash, keyId: _keyId, ...ticket }: TicketRow): Ticket {
  return ticket
}
