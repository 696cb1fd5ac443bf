import type { Appointment, AppointmentPerson, Contact } from '#app/domain/scheduling/appointment.ts'
import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

export type NewHold = Pick<
  Appointment,
  'idempotencyKey' | 'service' | 'officeId' | 'startTick' | 'heldSince' | 'changesId'
> & { secretHash: string; keyId: string; expiresAt: number; contact: Contact | null }

export async function findAppointmentByKey(
  reader: Reader,
  tables: Tables,
  idempotencyKey: string,
): Promise<Appointment | null> {
  const rows = await reader
    .select()
    .from(tables.appointments)
    .where(eq(tables.appointments.idempotencyKey, idempotencyKey))
  return withPeople(reader, tables, rows[0])
}

export async function findAppointmentBySecretHash(
  reader: Reader,
  tables: Tables,
  secretHash: string,
): Promise<Appointment | null> {
  const rows = await reader
    .select()
    .from(tables.appointments)
    .where(eq(tables.appointments.secretHash, secretHash))
  return withPeople(reader, tables, rows[0])
}

export async function findAppointmentById(
  reader: Reader,
  tables: Tables,
  id: number,
): Promise<Appointment | null> {
  const rows = await reader.select().from(tables.appointments).where(eq(tables.appointments.id, id))
  return withPeople(reader, tables, rows[0])
}

/** Adds a hold without people and claims; answers its id. */
export async function insertHold(
  tx: Tx,
  { appointments }: Tables,
  { contact, ...hold }: NewHold,
): Promise<number> {
  const [row] = await tx
    .insert(appointments)
    .values({
      ...{ ...hold, status: 'held', createdAt: hold.heldSince, withoutContact: false, sequence: 0 },
      ...contact,
    })
    .returning({ id: appointments.id })
  if (!row) throw new Error('An inserted appointment must come back')
  return row.id
}

/** Changes of the appointment itself; what is left out stays. */
export async function updateAppointment(
  tx: Tx,
  { appointments }: Tables,
  id: number,
  change: Partial<
    Pick<
      Appointment,
      | 'status'
      | 'officeId'
      | 'startTick'
      | 'heldSince'
      | 'expiresAt'
      | 'confirmedAt'
      | 'cancelledAt'
      | 'reference'
      | 'checkInCode'
      | 'sequence'
    >
  >,
): Promise<void> {
  await tx.update(appointments).set(change).where(eq(appointments.id, id))
}

export async function saveContactOf(
  tx: Tx,
  { appointments }: Tables,
  id: number,
  contact: Contact,
): Promise<void> {
  await tx.update(appointments).set(contact).where(eq(appointments.id, id))
}

export async function replacePeople(
  tx: Tx,
  { appointmentPeople }: Tables,
  appointmentId: number,
  people: readonly AppointmentPerson[],
): Promise<void> {
  await tx.delete(appointmentPeople).where(eq(appointmentPeople.appointmentId, appointmentId))
  await tx.insert(appointmentPeople).values(
    people.map(({ ageGroup, document, needs, guardians, name, resourceId, startTick, ticks }, index) => ({
      ...{ appointmentId, position: index + 1, ageGroup, document, needs: [...needs], guardians, name },
      ...{ resourceId, startTick, ticks },
    })),
  )
}

/** Saves what each person is called, in their order. */
export async function saveNames(
  tx: Tx,
  { appointmentPeople: people }: Tables,
  appointmentId: number,
  names: readonly string[],
): Promise<void> {
  for (const [index, name] of names.entries()) {
    await tx
      .update(people)
      .set({ name })
      .where(and(eq(people.appointmentId, appointmentId), eq(people.position, index + 1)))
  }
}

/** What an appointment was before its newest change; null when it has not been changed, or long ago. */
export async function findNewestMerged(
  tx: Tx,
  tables: Tables,
  changesId: number,
): Promise<Appointment | null> {
  const { appointments } = tables
  const rows = await tx
    .select()
    .from(appointments)
    .where(and(eq(appointments.changesId, changesId), eq(appointments.status, 'merged')))
    .orderBy(desc(appointments.expiresAt), desc(appointments.id))
    .limit(1)
  return withPeople(tx, tables, rows[0])
}

/** The holds that are to change an appointment. */
export async function holdsThatChange(
  tx: Tx,
  { appointments }: Tables,
  id: number,
): Promise<Pick<Appointment, 'id' | 'officeId' | 'startTick'>[]> {
  return tx
    .select({ id: appointments.id, officeId: appointments.officeId, startTick: appointments.startTick })
    .from(appointments)
    .where(and(eq(appointments.changesId, id), eq(appointments.status, 'held')))
}

/** Removes holds that ended before a moment (epoch seconds), with everything that was typed into them. */
export async function deleteHoldsEndedBefore(tx: Tx, tables: Tables, epochSeconds: number): Promise<number> {
  const { appointments, appointmentPeople, claims } = tables
  const ended = await tx
    .select({ id: appointments.id })
    .from(appointments)
    .where(and(inArray(appointments.status, ['held', 'merged']), lt(appointments.expiresAt, epochSeconds)))
    .limit(500)
  const ids = ended.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx.delete(claims).where(inArray(claims.appointmentId, ids))
  await tx.delete(appointmentPeople).where(inArray(appointmentPeople.appointmentId, ids))
  await tx.delete(appointments).where(inArray(appointments.id, ids))
  return ids.length
}

type AppointmentRow = Tables['appointments']['$inferSelect']

async function withPeople(
  reader: Reader,
  { appointmentPeople }: Tables,
  row: AppointmentRow | undefined,
): Promise<Appointment | null> {
  if (!row) return null
  const people = await reader
    .select()
    .from(appointmentPeople)
    .where(eq(appointmentPeople.appointmentId, row.id))
    .orderBy(asc(appointmentPeople.position))
  return {
    id: row.id,
    idempotencyKey: row.idempotencyKey,
    status: row.status,
    service: row.service,
    officeId: row.officeId,
    startTick: row.startTick,
    heldSince: row.heldSince,
    expiresAt: row.expiresAt,
    changesId: row.changesId,
    confirmedAt: row.confirmedAt,
    cancelledAt: row.cancelledAt,
    reference: row.reference,
    checkInCode: row.checkInCode,
    sequence: row.sequence,
    contact: contactOf(row),
    people: people.map(({ appointmentId: _, position: __, ...person }) => person),
  }
}

function contactOf(row: AppointmentRow): Contact | null {
  if (row.name === null || row.messageLanguage === null) return null
  const { name, email, mobile, withoutContact, messageLanguage } = row
  return { name, email, mobile, withoutContact, messageLanguage }
}
