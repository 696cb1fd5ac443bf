import { and, between, gt, sql } from 'drizzle-orm'
import type { Engine, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'
import { inBatches } from './in-batches.ts'
import type { PlannedAppointment } from './plan/occupancy.ts'

type Numbered = PlannedAppointment & { id: number }

/** Rows of one statement: both engines limit its parameters (32,766 and 65,535). */
const ROWS_OF_STATEMENT = 400

/** Appointments of one transaction: large enough that its commit does not count. */
const ROWS_OF_WRITE = 8_000

const LONGEST_TICKS = 4

/** Writes the appointments with ids from 1, and what they own; answers how many there were. */
export async function writeAppointments(
  engine: Engine,
  planned: Iterable<PlannedAppointment>,
  {
    createdAt,
    onProgress,
  }: { createdAt: number; onProgress: (appointments: number, claims: number) => void },
): Promise<{ appointments: number; claims: number }> {
  let written = 0
  let claims = 0
  for (const batch of inBatches(planned, ROWS_OF_WRITE)) {
    const firstId = written + 1
    const rows = batch.map((row, index) => ({ ...row, id: firstId + index }))
    await engine.write(async (tx) => {
      for (const some of inBatches(rows, ROWS_OF_STATEMENT)) {
        const values = valuesOf(some, createdAt)
        await appointmentsStatement(tx, engine.tables, some.length).execute(values)
        await peopleStatement(tx, engine.tables, some.length).execute(values)
      }
      await claimForPeople(tx, engine.tables, { firstId, lastId: written + batch.length })
    })
    written += batch.length
    for (const { ticks } of batch) claims += ticks
    onProgress(written, claims)
  }
  return { appointments: written, claims }
}

/** Building a statement of so many rows takes longer than running it, so both are built once and run often. */
const appointmentsStatement = oncePerSize((tx: Tx, { appointments }: Tables, count: number) =>
  tx
    .insert(appointments)
    .values(
      rowNumbers(count).map((row) => ({
        id: value('id', row),
        idempotencyKey: value('key', row),
        secretHash: value('key', row),
        keyId: 'demo',
        status: 'confirmed' as const,
        service: 'passport',
        officeId: value('officeId', row),
        startTick: value('startTick', row),
        createdAt: sql.placeholder('createdAt'),
        heldSince: sql.placeholder('createdAt'),
        confirmedAt: sql.placeholder('createdAt'),
        withoutContact: true,
        sequence: 0,
      })),
    )
    .prepare(),
)

const peopleStatement = oncePerSize((tx: Tx, { appointmentPeople }: Tables, count: number) =>
  tx
    .insert(appointmentPeople)
    .values(
      rowNumbers(count).map((row) => ({
        appointmentId: value('id', row),
        position: 1,
        ageGroup: value('ageGroup', row),
        document: value('document', row),
        needs: value('needs', row),
        resourceId: value('resourceId', row),
        startTick: value('startTick', row),
        ticks: value('ticks', row),
      })),
    )
    .prepare(),
)

function valuesOf(rows: readonly Numbered[], createdAt: number): Record<string, unknown> {
  const values: Record<string, unknown> = { createdAt }
  for (const [index, { id, officeId, resourceId, startTick, ticks, ...person }] of rows.entries()) {
    values[`id${index}`] = id
    values[`key${index}`] = `demo:${resourceId}:${startTick}`
    values[`officeId${index}`] = officeId
    values[`resourceId${index}`] = resourceId
    values[`startTick${index}`] = startTick
    values[`ticks${index}`] = ticks
    values[`ageGroup${index}`] = person.ageGroup
    values[`document${index}`] = person.document
    values[`needs${index}`] = person.needs
  }
  return values
}

function value(column: string, row: number) {
  return sql.placeholder(`${column}${row}`)
}

function rowNumbers(count: number): number[] {
  return Array.from({ length: count }, (_, row) => row)
}

/** Keeps what was built for a transaction: on SQLite that is the same one every time. */
function oncePerSize<Statement>(build: (tx: Tx, tables: Tables, count: number) => Statement) {
  const statements = new WeakMap<Tx, Map<number, Statement>>()
  return (tx: Tx, tables: Tables, count: number): Statement => {
    const bySize = statements.get(tx) ?? new Map<number, Statement>()
    statements.set(tx, bySize)
    const statement = bySize.get(count) ?? build(tx, tables, count)
    bySize.set(count, statement)
    return statement
  }
}

/** One insert for each tick of a stay, made from the rows that are there: the fastest way that both engines share. */
async function claimForPeople(
  tx: Tx,
  { appointmentPeople: people, claims }: Tables,
  { firstId, lastId }: { firstId: number; lastId: number },
): Promise<void> {
  for (let step = 0; step < LONGEST_TICKS; step += 1) {
    await tx.insert(claims).select(
      tx
        .select({
          resourceId: people.resourceId,
          tick: sql<number>`${people.startTick} + ${sql.raw(String(step))}`.as('tick'),
          appointmentId: people.appointmentId,
        })
        .from(people)
        .where(and(between(people.appointmentId, firstId, lastId), gt(people.ticks, step))),
    )
  }
}
