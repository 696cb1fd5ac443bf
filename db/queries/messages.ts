import type { Channel, Message, MessageStatus, NewMessage } from '#app/domain/messages/message.ts'
import { and, asc, count, desc, eq, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

const COLUMNS = ['appointmentId', 'kind', 'dueAt', 'sequence', 'channel'] as const

/** The shape is the number of rows. */
const insertRows = preparedQuery((tx, { messages }, rows) =>
  tx
    .insert(messages)
    .values(
      Array.from({ length: Number(rows) }, (_, row) => ({
        appointmentId: sql.placeholder(`appointmentId${row}`),
        kind: sql.placeholder(`kind${row}`),
        dueAt: sql.placeholder(`dueAt${row}`),
        sequence: sql.placeholder(`sequence${row}`),
        channel: sql.placeholder(`channel${row}`),
        status: 'waiting' as const,
        attempts: 0,
      })),
    )
    .onConflictDoNothing()
    .prepare(),
)

/** Adds messages in one statement; one that is there already stays as it is. */
export async function insertMessages(tx: Tx, tables: Tables, some: readonly NewMessage[]): Promise<void> {
  if (some.length === 0) return
  const values = some.flatMap((message, row) => COLUMNS.map((name) => [`${name}${row}`, message[name]]))
  await insertRows(tx, tables, String(some.length)).execute(Object.fromEntries(values))
}

/** Which of these appointments somebody has yet to be told the end of. */
export async function cancellationsToTell(
  reader: Reader,
  { messages }: Tables,
  appointmentIds: readonly number[],
): Promise<Set<number>> {
  if (appointmentIds.length === 0) return new Set()
  const rows = await reader
    .select({ id: messages.appointmentId })
    .from(messages)
    .where(
      and(
        inArray(messages.appointmentId, [...appointmentIds]),
        eq(messages.kind, 'cancelled'),
        eq(messages.status, 'waiting'),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

/** What may be sent at `now` (epoch seconds) and is in nobody's hands. */
function isDue({ messages }: Tables, now: number) {
  const isFree = or(isNull(messages.leaseUntil), lte(messages.leaseUntil, now))
  return and(eq(messages.status, 'waiting'), lte(messages.dueAt, now), isFree)
}

export async function hasDueMessage(reader: Reader, tables: Tables, now: number): Promise<boolean> {
  const { messages } = tables
  const rows = await reader.select({ id: messages.id }).from(messages).where(isDue(tables, now)).limit(1)
  return rows.length > 0
}

/** Takes up to `most` messages that are due, the oldest first; nobody else gets them before `until`. */
export async function leaseMessages(
  tx: Tx,
  tables: Tables,
  { now, until, most }: { now: number; until: number; most: number },
): Promise<Message[]> {
  const { messages } = tables
  const { id, appointmentId, kind, dueAt, sequence, channel, attempts } = messages
  const due = await tx
    .select({ id, appointmentId, kind, dueAt, sequence, channel, attempts })
    .from(messages)
    .where(isDue(tables, now))
    .orderBy(asc(messages.dueAt), asc(messages.id))
    .limit(most)
  const ids = due.map((message) => message.id)
  if (ids.length > 0) await tx.update(messages).set({ leaseUntil: until }).where(inArray(messages.id, ids))
  return due
}

/** What came of messages that are settled. Whoever had them: what was accepted is sent, and stays it. */
export async function markSettled(
  tx: Tx,
  { messages }: Tables,
  ids: readonly number[],
  as: { status: 'sent'; sentAt: number; channel: Channel } | { status: 'void' },
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(messages)
    .set({ ...as, leaseUntil: null, failure: null })
    .where(and(inArray(messages.id, ids), eq(messages.status, 'waiting')))
}

/** A failed attempt of the one who has the message by the lease `heldUntil`; `leaseUntil`: when it is tried again. */
export async function markFailed(
  tx: Tx,
  { messages }: Tables,
  {
    id,
    heldUntil,
    ...failed
  }: {
    id: number
    heldUntil: number
    status: 'waiting' | 'dead'
    attempts: number
    leaseUntil: number | null
    failure: string
  },
): Promise<void> {
  await tx
    .update(messages)
    .set(failed)
    .where(and(eq(messages.id, id), eq(messages.status, 'waiting'), eq(messages.leaseUntil, heldUntil)))
}

/** A message that was given up, for staff. */
export type DeadMessage = Message & { failure: string | null; officeId: string; reference: string | null }

/** The messages that were given up, the newest first; of all offices when none are named. */
export async function findDeadMessages(
  reader: Reader,
  { messages, appointments }: Tables,
  { officeIds, most }: { officeIds: readonly string[] | null; most: number },
): Promise<DeadMessage[]> {
  const { id, appointmentId, kind, dueAt, sequence, channel, attempts, failure } = messages
  return reader
    .select({
      ...{ id, appointmentId, kind, dueAt, sequence, channel, attempts, failure },
      officeId: appointments.officeId,
      reference: appointments.reference,
    })
    .from(messages)
    .innerJoin(appointments, eq(appointments.id, messages.appointmentId))
    .where(and(eq(messages.status, 'dead'), isOf(appointments, officeIds)))
    .orderBy(sql`${messages.dueAt} desc`, sql`${messages.id} desc`)
    .limit(most)
}

function isOf({ officeId }: Tables['appointments'], officeIds: readonly string[] | null) {
  return officeIds === null ? undefined : inArray(officeId, [...officeIds])
}

/** Lets a message that was given up be tried anew; false when there is no such one. */
export async function reviveMessage(
  tx: Tx,
  { messages, appointments }: Tables,
  id: number,
  officeIds: readonly string[] | null,
): Promise<boolean> {
  const [found] = await tx
    .select({ id: messages.id })
    .from(messages)
    .innerJoin(appointments, eq(appointments.id, messages.appointmentId))
    .where(and(eq(messages.id, id), eq(messages.status, 'dead'), isOf(appointments, officeIds)))
  if (!found) return false
  await tx
    .update(messages)
    .set({ status: 'waiting', attempts: 0, leaseUntil: null, failure: null })
    .where(eq(messages.id, id))
  return true
}

export async function countMessages(
  reader: Reader,
  { messages }: Tables,
): Promise<{ status: MessageStatus; number: number }[]> {
  return reader.select({ status: messages.status, number: count() }).from(messages).groupBy(messages.status)
}

/** A message of some appointments, for who may read what was sent about them. */
export type SentMessage = Pick<Message, 'id' | 'appointmentId' | 'kind' | 'dueAt' | 'channel'> & {
  status: MessageStatus
}

/** The messages about some appointments, the newest first; those that told of what is no longer so are left out. */
export async function messagesAboutAppointments(
  reader: Reader,
  { messages }: Tables,
  { appointmentIds, most }: { appointmentIds: readonly number[]; most: number },
): Promise<SentMessage[]> {
  if (appointmentIds.length === 0) return []
  const { id, appointmentId, kind, dueAt, channel, status } = messages
  return reader
    .select({ id, appointmentId, kind, dueAt, channel, status })
    .from(messages)
    .where(and(inArray(appointmentId, [...appointmentIds]), ne(status, 'void')))
    .orderBy(desc(dueAt), desc(id))
    .limit(most)
}
