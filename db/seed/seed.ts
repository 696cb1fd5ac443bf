import { and, eq, max, ne, sql } from 'drizzle-orm'
import { OSLO } from '#app/domain/time/tick.ts'
import type { Engine, Tx } from '../engine.ts'
import { insertGrant, insertStaff } from '../queries/staff.ts'
import { deliveredRules } from './delivered-rules.ts'
import { inBatches } from './in-batches.ts'
import { planPlaces } from './plan/places.ts'
import { planSeed, type Plan, type SeedSize } from './plan/plan.ts'
import { readData, type Data } from './read-data.ts'
import { readTestPeople } from './test-people.ts'
import { writeAppointments } from './write-appointments.ts'
import { writeQueueDays, type LivelyOffice } from './write-queue-days.ts'

export type SeedSummary = { offices: number; counters: number; appointments: number; claims: number }

/** Rows of one statement in tables with few columns. */
const ROWS = 1_000

/**
 * Fills the database with the imported data and with a demonstration for a day, in place of all offices, times and
 * appointments that are there. The same arguments give the same data in both engines. Tables must exist already.
 * An interrupted seed leaves no row in `seedings`, so that it can be noticed and run again.
 */
export async function seed({
  engine,
  size,
  today,
  nowSeconds,
  claims,
  onProgress = () => {},
}: {
  engine: Engine
  size: SeedSize
  today: Temporal.PlainDate
  nowSeconds: number
  /** About how many claims to make; the number of counters follows. */
  claims?: number | undefined
  onProgress?: ((line: string) => void) | undefined
}): Promise<SeedSummary> {
  const data = readData()
  const plan = planSeed({ data, size, today, claims })

  onProgress(`Filling the database (${size}) for ${today} …`)
  const version = (await newestOfficeDayVersion(engine)) + 1
  await engine.write((tx) => deleteEverything(tx, engine))
  await engine.write((tx) => writePlaces(tx, engine, data))
  await engine.write((tx) => writeOffices(tx, engine, plan))
  if (size !== 'empty') await engine.write((tx) => writeTestStaff(tx, engine))
  onProgress(`${plan.offices.length} offices and ${plan.counters.length} counters`)

  const written = await writeAppointments(engine, plan.appointments(), {
    createdAt: Math.floor(today.toZonedDateTime(OSLO).epochMilliseconds / 1000),
    onProgress: progressEvery(200_000, onProgress),
  })
  if (size !== 'empty') {
    const tickets = await writeQueueDays(engine, { offices: livelyOffices(plan), today })
    onProgress(`${tickets} tickets of days that were`)
  }
  await engine.write(async (tx) => {
    await writeOfficeDays(tx, engine, plan, { version, changedAt: nowSeconds * 1000 })
    await continueIdsAfter(tx, engine)
    await tx.insert(engine.tables.seedings).values({ size, day: today.toString(), finishedAt: nowSeconds })
  })
  onProgress(`${written.appointments} appointments with ${written.claims} claims`)
  return { offices: plan.offices.length, counters: plan.counters.length, ...written }
}

async function deleteEverything(tx: Tx, { tables }: Engine): Promise<void> {
  // First the mark that the database is filled, last what others refer to.
  await tx.delete(tables.seedings)
  await tx.delete(tables.ticketPredictions)
  await tx.delete(tables.waitHits)
  await tx.delete(tables.queueFigures)
  await tx.delete(tables.queueSettings)
  await tx.delete(tables.queueActions)
  await tx.delete(tables.queueEvents)
  await tx.delete(tables.counters)
  await tx.delete(tables.tickets)
  await tx.delete(tables.queueDays)
  await tx.delete(tables.sessions)
  await tx.delete(tables.loginAttempts)
  await tx.delete(tables.staffRoles)
  await tx.delete(tables.staff)
  await tx.delete(tables.linkRequests)
  await tx.delete(tables.contactMessages)
  await tx.delete(tables.messages)
  await tx.delete(tables.claims)
  await tx.delete(tables.appointmentPeople)
  await tx.delete(tables.appointments)
  await tx.delete(tables.officeDays)
  await tx.delete(tables.closures)
  await tx.delete(tables.datedOpenings)
  await tx.delete(tables.openings)
  await tx.delete(tables.resources)
  await tx.delete(tables.offices)
  await tx.delete(tables.serviceRules)
  await tx.delete(tables.places)
  await tx.delete(tables.postalCodes)
  await tx.delete(tables.municipalities)
  await tx.delete(tables.districts)
}

async function writePlaces(tx: Tx, { tables }: Engine, data: Data): Promise<void> {
  const { districts, municipalities, postalCodes, places } = planPlaces(data)
  await tx.insert(tables.districts).values(districts)
  await tx.insert(tables.municipalities).values(municipalities)
  for (const rows of inBatches(postalCodes, ROWS)) await tx.insert(tables.postalCodes).values(rows)
  for (const rows of inBatches(places, ROWS)) await tx.insert(tables.places).values(rows)
  await tx.insert(tables.serviceRules).values(deliveredRules(data))
}

async function writeOffices(
  tx: Tx,
  { tables }: Engine,
  { offices, counters, closures }: Plan,
): Promise<void> {
  await tx.insert(tables.offices).values(offices)
  const resources = counters.map(({ id, officeId, number }) => ({ id, officeId, number }))
  for (const rows of inBatches(resources, ROWS)) await tx.insert(tables.resources).values(rows)
  const openings = counters.flatMap((counter) =>
    counter.openings.map((hours) => ({ resourceId: counter.id, ...hours })),
  )
  for (const rows of inBatches(openings, ROWS)) await tx.insert(tables.openings).values(rows)
  const dated = counters.flatMap((counter) =>
    counter.datedOpenings.map((hours) => ({ resourceId: counter.id, ...hours })),
  )
  for (const rows of inBatches(dated, ROWS)) await tx.insert(tables.datedOpenings).values(rows)
  if (closures.length > 0) await tx.insert(tables.closures).values(closures)
}

/** The offices whose counters may be tried in a demonstration. */
function livelyOffices({ counters }: Plan): LivelyOffice[] {
  const units = readTestPeople().staff.flatMap(({ role, unit }) => (role === 'counter' ? [unit] : []))
  return [...new Set(units)].map((officeId) => ({
    officeId,
    counterIds: counters.filter((counter) => counter.officeId === officeId).map(({ id }) => id),
  }))
}

/** Who may log in as staff in a demonstration. In earnest `npm run grant` lets the first one in. */
async function writeTestStaff(tx: Tx, { tables }: Engine): Promise<void> {
  for (const { subject, name, role, unit } of readTestPeople().staff) {
    const id = await insertStaff(tx, tables, { subject, name })
    await insertGrant(tx, tables, id, { role, unit })
  }
}

/** Other processes keep the free times of office days in memory and follow these rows. */
async function writeOfficeDays(
  tx: Tx,
  { tables }: Engine,
  { counters, days }: Plan,
  mark: { version: number; changedAt: number },
): Promise<void> {
  const first = counters[0]?.officeId
  if (first === undefined) return
  const { officeDays, resources } = tables
  await tx.insert(officeDays).values(days.map((day) => ({ officeId: first, day, ...mark })))
  // The rows of the others are copied inside the database: there are some twenty thousand.
  await tx.insert(officeDays).select(
    tx
      .select({
        officeId: resources.officeId,
        day: officeDays.day,
        version: officeDays.version,
        changedAt: officeDays.changedAt,
      })
      .from(officeDays)
      .innerJoin(resources, and(eq(resources.number, 1), ne(resources.officeId, first)))
      .where(eq(officeDays.officeId, first)),
  )
}

/** A version that no cache has seen, also after the rows before it are gone. */
async function newestOfficeDayVersion({ read, tables }: Engine): Promise<number> {
  const [row] = await read.select({ newest: max(tables.officeDays.version) }).from(tables.officeDays)
  return row?.newest ?? 0
}

/** PostgreSQL does not count ids that were given; SQLite does (AUTOINCREMENT). */
async function continueIdsAfter(tx: Tx, { kind, tables }: Engine): Promise<void> {
  if (kind !== 'postgres') return
  const next = (table: string) =>
    sql<number>`setval(pg_get_serial_sequence(${table}, 'id'), coalesce(max(id), 0) + 1, false)`
  await tx.select({ next: next('resources') }).from(tables.resources)
  await tx.select({ next: next('appointments') }).from(tables.appointments)
}

function progressEvery(step: number, onProgress: (line: string) => void) {
  let said = 0
  return (appointments: number, claims: number) => {
    if (claims < said + step) return
    said = claims
    onProgress(`${appointments} appointments with ${claims} claims so far`)
  }
}
