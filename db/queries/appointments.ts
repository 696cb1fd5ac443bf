import type { Appointment, AppointmentPerson, Contact, Named } from '#app/domain/scheduling/appointment.ts'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import { preparedQuery } from '../prepared-query.ts'
import type { Tables } from '../tables.ts'

export type NewHold = Pick<
  Appointment,
  'idempotencyKey' | 'service' | 'officeId' | 'startTick' | 'heldSince' | 'changesId' | 'personKey' | 'said'
> & { holder: string | null; secretHash: string; keyId: string; expiresAt: number; contact: Contact | null }

const byKey = preparedQuery((reader, { appointments }) =>
  reader
    .select()
    .from(appointments)
    .where(eq(appointments.idempotencyKey, sql.placeholder('key')))
    .prepare(),
)

const bySecretHash = preparedQuery((reader, { appointments }) =>
  reader
    .select()
    .from(appointments)
    .where(eq(appointments.secretHash, sql.placeholder('secretHash')))
    .prepare(),
)

const byId = preparedQuery((reader, { appointments }) =>
  reader
    .select()
    .from(appointments)
    .where(eq(appointments.id, sql.placeholder('id')))
    .prepare(),
)

const peopleOf = preparedQuery((reader, { appointmentPeople }) =>
  reader
    .select()
    .from(appointmentPeople)
    .where(eq(appointmentPeople.appointmentId, sql.placeholder('id')))
    .orderBy(asc(appointmentPeople.position))
    .prepare(),
)

export async function findAppointmentByKey(
  reader: Reader,
  tables: Tables,
  idempotencyKey: string,
): Promise<Appointment | null> {
  const rows = await byKey(reader, tables).execute({ key: idempotencyKey })
  return withPeople(reader, tables, rows[0])
}

export async function findAppointmentBySecretHash(
  reader: Reader,
  tables: Tables,
  secretHash: string,
): Promise<Appointment | null> {
  const rows = await bySecretHash(reader, tables).execute({ secretHash })
  return withPeople(reader, tables, rows[0])
}

export async function findAppointmentById(
  reader: Reader,
  tables: Tables,
  id: number,
): Promise<Appointment | null> {
  const rows = await byId(reader, tables).execute({ id })
  return withPeople(reader, tables, rows[0])
}

/** Past the encoding of the column, which would write a missing address as the JSON value null. */
const ADDRESS = sql`${sql.placeholder('address')}`

const insertHeld = preparedQuery((tx, { appointments }) =>
  tx
    .insert(appointments)
    .values({
      idempotencyKey: sql.placeholder('idempotencyKey'),
      secretHash: sql.placeholder('secretHash'),
      keyId: sql.placeholder('keyId'),
      service: sql.placeholder('service'),
      officeId: sql.placeholder('officeId'),
      startTick: sql.placeholder('startTick'),
      createdAt: sql.placeholder('heldSince'),
      heldSince: sql.placeholder('heldSince'),
      expiresAt: sql.placeholder('expiresAt'),
      changesId: sql.placeholder('changesId'),
      personKey: sql.placeholder('personKey'),
      said: sql.placeholder('said'),
      holder: sql.placeholder('holder'),
      name: sql.placeholder('name'),
      email: sql.placeholder('email'),
      mobile: sql.placeholder('mobile'),
      address: ADDRESS,
      withoutContact: sql.placeholder('withoutContact'),
      messageLanguage: sql.placeholder('messageLanguage'),
      status: 'held',
      sequence: 0,
    })
    .returning({ id: appointments.id })
    .prepare(),
)

const NO_CONTACT = {
  ...{ name: null, email: null, mobile: null, address: null },
  ...{ withoutContact: false, messageLanguage: null },
}

/** Adds a hold without people and claims; answers its id. */
export async function insertHold(tx: Tx, tables: Tables, { contact, ...hold }: NewHold): Promise<number> {
  const [row] = await insertHeld(tx, tables).execute({ ...hold, ...(contact ? stored(contact) : NO_CONTACT) })
  if (!row) throw new Error('An inserted appointment must come back')
  return row.id
}

/** The shape is the columns that change. */
const update = preparedQuery((tx, { appointments }, columns) =>
  tx
    .update(appointments)
    .set(
      Object.fromEntries(
        columns
          .split(' ')
          .map((column) => [column, column === 'address' ? ADDRESS : sql.placeholder(column)]),
      ),
    )
    .where(eq(appointments.id, sql.placeholder('id')))
    .prepare(),
)

/** Changes of the appointment itself; what is left out stays. */
export async function updateAppointment(
  tx: Tx,
  tables: Tables,
  id: number,
  change: { holder?: null } & Partial<
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
      | 'personKey'
      | 'noReminders'
      | 'said'
      | 'sequence'
    >
  >,
): Promise<void> {
  await update(tx, tables, Object.keys(change).join(' ')).execute({ ...change, id })
}

export async function saveContactOf(tx: Tx, tables: Tables, id: number, contact: Contact): Promise<void> {
  await update(tx, tables, Object.keys(contact).join(' ')).execute({ ...stored(contact), id })
}

function stored(contact: Contact) {
  return { ...contact, address: contact.address && JSON.stringify(contact.address) }
}

export async function replacePeople(
  tx: Tx,
  { appointmentPeople }: Tables,
  appointmentId: number,
  people: readonly AppointmentPerson[],
): Promise<void> {
  await tx.delete(appointmentPeople).where(eq(appointmentPeople.appointmentId, appointmentId))
  await tx.insert(appointmentPeople).values(
    people.map(({ ageGroup, document, needs, guardians, ...one }, index) => ({
      ...{ appointmentId, position: index + 1, ageGroup, document, needs: [...needs], guardians },
      ...{ name: one.name, personKey: one.personKey },
      ...{ resourceId: one.resourceId, startTick: one.startTick, ticks: one.ticks },
    })),
  )
}

/** Saves what each person is called and who they are, in their order. */
export async function saveNames(
  tx: Tx,
  { appointmentPeople: people }: Tables,
  appointmentId: number,
  names: readonly Named[],
): Promise<void> {
  for (const [index, { name, personKey }] of names.entries()) {
    await tx
      .update(people)
      .set({ name, personKey })
      .where(and(eq(people.appointmentId, appointmentId), eq(people.position, index + 1)))
  }
}

/** What an appointment was before its newest change; null when it has not been changed, or long ago. */
export async function findNewestMerged(
  tx: Reader,
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

type AppointmentRow = Tables['appointments']['$inferSelect']

async function withPeople(
  reader: Reader,
  tables: Tables,
  row: AppointmentRow | undefined,
): Promise<Appointment | null> {
  if (!row) return null
  const people = await peopleOf(reader, tables).execute({ id: row.id })
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
    personKey: row.personKey,
    noReminders: row.noReminders,
    said: row.said,
    sequence: row.sequence,
    contact: contactOf(row),
    people: people.map(({ appointmentId: _, position: __, ...person }) => person),
  }
}

function contactOf(row: AppointmentRow): Contact | null {
  if (row.name === null || row.messageLanguage === null) return null
  const { name, email, mobile, address, withoutContact, messageLanguage } = row
  return { name, email, mobile, address, withoutContact, messageLanguage }
}
