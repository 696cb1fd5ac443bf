import { eq, sql } from 'drizzle-orm'
import type { Reader } from '../engine.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

const appointmentBySecretHash = preparedQuery((reader, { appointments }) =>
  reader
    .select({ id: appointments.id })
    .from(appointments)
    .where(eq(appointments.secretHash, sql.placeholder('secretHash')))
    .prepare(),
)

const ticketBySecretHash = preparedQuery((reader, { tickets }) =>
  reader
    .select({ id: tickets.id })
    .from(tickets)
    .where(eq(tickets.secretHash, sql.placeholder('secretHash')))
    .prepare(),
)

/** True when something is stored that a personal link opens: an appointment or a ticket of a queue. */
export async function hasSecretHash(reader: Reader, tables: Tables, secretHash: string): Promise<boolean> {
  for (const find of [appointmentBySecretHash, ticketBySecretHash]) {
    if ((await find(reader, tables).execute({ secretHash })).length > 0) return true
  }
  return false
}
