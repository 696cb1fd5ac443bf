import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { tickAt } from '#app/domain/time/tick.ts'
import { CLOCK_START } from '#tests/support/demo-database.ts'
import type { TestPortal } from '#tests/support/portal.ts'

const WAIT_MILLISECONDS = 5_000

/** Opens the portal's database beside it, for what only time or an operator can do. */
export function inDatabase<T>(
  { databaseUrl }: Pick<TestPortal, 'databaseUrl'>,
  work: (database: Database.Database) => T,
): T {
  const database = new Database(databaseUrl.slice('file:'.length), { timeout: WAIT_MILLISECONDS })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

const AppointmentRow = z.object({
  id: z.number(),
  status: z.enum(['held', 'confirmed', 'cancelled', 'merged']),
  office_id: z.string(),
  start_tick: z.number(),
  expires_at: z.number().nullable(),
  name: z.string().nullable(),
  sequence: z.number(),
})

/** An appointment as it is stored, found by the secret of its link. */
export function storedAppointment(portal: TestPortal, secret: string): z.infer<typeof AppointmentRow> {
  return inDatabase(portal, (database) =>
    AppointmentRow.parse(
      database.prepare('SELECT * FROM appointments WHERE secret_hash = ?').get(hashOf(secret)),
    ),
  )
}

/** The reference that its person was given. */
export function storedReference(portal: TestPortal, secret: string): string {
  return storedText(portal, secret, 'reference')
}

/** The check-in code that its person was given. */
export function storedCheckInCode(portal: TestPortal, secret: string): string {
  return storedText(portal, secret, 'check_in_code')
}

function storedText(portal: TestPortal, secret: string, column: 'reference' | 'check_in_code'): string {
  return inDatabase(portal, (database) =>
    z
      .string()
      .parse(
        database
          .prepare(`SELECT ${column} FROM appointments WHERE secret_hash = ?`)
          .pluck()
          .get(hashOf(secret)),
      ),
  )
}

/** How many ticks an appointment owns at an office. */
export function claimedTicks(portal: TestPortal, secret: string, officeId?: string): number {
  const { id } = storedAppointment(portal, secret)
  return inDatabase(portal, (database) =>
    z.number().parse(
      database
        .prepare(
          `SELECT count(*) FROM claims JOIN resources ON resources.id = claims.resource_id
           WHERE appointment_id = ? AND office_id = coalesce(?, office_id)`,
        )
        .pluck()
        .get(id, officeId ?? null),
    ),
  )
}

/** How many appointments of citizens there are; those that the seed made are not counted. */
export function countAppointments(portal: TestPortal): number {
  return inDatabase(portal, (database) =>
    z
      .number()
      .parse(
        database
          .prepare("SELECT count(*) FROM appointments WHERE secret_hash NOT LIKE 'demo:%'")
          .pluck()
          .get(),
      ),
  )
}

export function officeName(portal: TestPortal, officeId: string): string {
  return inDatabase(portal, (database) =>
    z.string().parse(database.prepare('SELECT name FROM offices WHERE id = ?').pluck().get(officeId)),
  )
}

/** Lets a hold end, as ten minutes without a step do. */
export function expireHold(portal: TestPortal, secret: string): void {
  inDatabase(portal, (database) =>
    database
      .prepare('UPDATE appointments SET expires_at = held_since - 1 WHERE secret_hash = ?')
      .run(hashOf(secret)),
  )
}

/** Makes a hold one that has been prolonged as often as it may be. */
export function exhaustHold(portal: TestPortal, secret: string): void {
  inDatabase(portal, (database) =>
    database
      .prepare('UPDATE appointments SET held_since = expires_at - 1800 WHERE secret_hash = ?')
      .run(hashOf(secret)),
  )
}

/** Lets a day pass over an appointment: its time becomes one that has been. */
export function letAppointmentPass(portal: TestPortal, secret: string): void {
  setStart(portal, secret, storedAppointment(portal, secret).start_tick - 288 * 365)
}

/** Makes an appointment of one person one that has just begun. */
export function letAppointmentBegin(portal: TestPortal, secret: string, at = CLOCK_START): void {
  setStart(portal, secret, tickAt(Temporal.Instant.from(at)))
}

/** Opens the counters of an office for some services, as staff do in the morning. */
export function openCounters(portal: TestPortal, officeId: string, services: readonly string[]): void {
  inDatabase(portal, (database) =>
    database
      .prepare(
        `INSERT OR REPLACE INTO counters (id, office_id, status, services, since, calls_for_help)
         SELECT id, office_id, 'open', ?, 0, 0 FROM resources WHERE office_id = ?`,
      )
      .run(JSON.stringify(services), officeId),
  )
}

function setStart(portal: TestPortal, secret: string, tick: number): void {
  const { id } = storedAppointment(portal, secret)
  inDatabase(portal, (database) => {
    database.prepare('UPDATE appointments SET start_tick = ? WHERE id = ?').run(tick, id)
    database.prepare('UPDATE appointment_people SET start_tick = ? WHERE appointment_id = ?').run(tick, id)
  })
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
