import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import { dayOfTick } from '#app/domain/time/tick.ts'
import { tickOf } from '#tests/support/builders.ts'
import type { WantedBooking } from './visitors.ts'

/** A stay for a passport, in ticks. */
const STAY_TICKS = 2
const NOW = tickOf('2026-11-23T08:00') * 300

/**
 * What an appointment costs SQLite itself: the same rows as the portal writes, in two transactions – the hold and its
 * confirmation – as prepared statements without anything around them.
 */
export function openBareEngine(path: string) {
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  const run = (command: string) => database.prepare(command)
  const begin = run('BEGIN IMMEDIATE')
  const commit = run('COMMIT')
  const counterOf = run('SELECT id FROM resources WHERE office_id = ? ORDER BY id')
  const taken = run('SELECT 1 FROM claims WHERE resource_id = ? AND tick >= ? AND tick < ?')
  const bySecret = run('SELECT * FROM appointments WHERE secret_hash = ?')
  const insertHold = run(
    `INSERT INTO appointments (idempotency_key, secret_hash, key_id, service, office_id, start_tick, created_at,
       held_since, expires_at, status, sequence, without_contact)
     VALUES (?, ?, 'test', 'passport', ?, ?, ?, ?, ?, 'held', 0, 0)`,
  )
  const insertPerson = run(
    `INSERT INTO appointment_people (appointment_id, position, age_group, document, needs, resource_id, start_tick, ticks)
     VALUES (?, 1, '18+', 'passport', '[]', ?, ?, ?)`,
  )
  const insertClaim = run('INSERT INTO claims (resource_id, tick, appointment_id) VALUES (?, ?, ?)')
  const touch = run(
    `INSERT INTO office_days (office_id, day, version, changed_at) VALUES (?, ?, 1, ?)
     ON CONFLICT (office_id, day) DO UPDATE SET version = version + 1, changed_at = excluded.changed_at`,
  )
  const confirm = run(
    `UPDATE appointments SET status = 'confirmed', expires_at = NULL, confirmed_at = ?, reference = ?,
       check_in_code = ?, name = 'Kari Nordmann', email = 'kari@example.org', message_language = 'nb' WHERE id = ?`,
  )
  const name = run(
    "UPDATE appointment_people SET name = 'Kari Nordmann' WHERE appointment_id = ? AND position = 1",
  )

  function hold({ officeId, startTick }: WantedBooking): string {
    const secret = randomBytes(32).toString('base64url')
    const counters = counterOf.pluck().all(officeId).map(Number)
    const counter = counters.find((id) => !taken.get(id, startTick, startTick + STAY_TICKS))
    if (counter === undefined) throw new Error('A free time is not free')
    const key = randomBytes(18).toString('base64url')
    const { lastInsertRowid: id } = insertHold.run(key, secret, officeId, startTick, NOW, NOW, NOW + 600)
    for (let tick = startTick; tick < startTick + STAY_TICKS; tick += 1) insertClaim.run(counter, tick, id)
    insertPerson.run(id, counter, startTick, STAY_TICKS)
    touch.run(officeId, dayOfTick(startTick).toString(), NOW * 1000)
    return secret
  }

  function confirmHold(secret: string, { officeId, startTick }: WantedBooking): void {
    const id = bySecret.pluck().get(secret)
    confirm.run(NOW, randomBytes(7).toString('base64url'), randomBytes(6).toString('base64url'), id)
    name.run(id)
    touch.run(officeId, dayOfTick(startTick).toString(), NOW * 1000)
  }

  return {
    /** Holds and confirms each, with `perCommit` holds or confirmations in a commit; answers how many seconds it took. */
    book(wanted: readonly WantedBooking[], perCommit: number): number {
      const started = performance.now()
      for (let at = 0; at < wanted.length; at += perCommit) {
        const group = wanted.slice(at, at + perCommit)
        begin.run()
        const secrets = group.map(hold)
        commit.run()
        begin.run()
        group.forEach((booking, index) => confirmHold(secrets[index] ?? '', booking))
        commit.run()
      }
      return (performance.now() - started) / 1000
    },
    close: () => database.close(),
  }
}
