import Database from 'better-sqlite3'

/** Works on the database of a portal on SQLite, beside it. */
export function inDatabase<T>(databaseUrl: string, work: (database: Database.Database) => T): T {
  const database = new Database(databaseUrl.slice('file:'.length), { timeout: 5_000 })
  try {
    return work(database)
  } finally {
    database.close()
  }
}

/** What no request may change without leave. How far a message has come is not asked: the portal sends it by itself. */
const KEPT = {
  appointments: `SELECT count(*), sum(sequence), max(id), group_concat(status || coalesce(email, '') || coalesce(name, '') || coalesce(person_key, '') || coalesce(expires_at, ''))
    FROM (SELECT * FROM appointments ORDER BY id DESC LIMIT 100)`,
  allAppointments: `SELECT status, count(*) FROM appointments GROUP BY status ORDER BY status`,
  people: `SELECT count(*), group_concat(name), group_concat(person_key) FROM appointment_people WHERE name IS NOT NULL`,
  claims: 'SELECT count(*) FROM claims',
  messages: 'SELECT count(*), max(id) FROM messages',
  linkRequests: 'SELECT count(*) FROM link_requests',
  staff: 'SELECT id, subject, name, is_active FROM staff ORDER BY id',
  roles: 'SELECT staff_id, role, unit FROM staff_roles ORDER BY staff_id, role, unit',
  // What people do with their own login and data is written down too.
  audit: `SELECT count(*) FROM (SELECT action FROM audit_waiting UNION ALL SELECT action FROM audit_entries)
    WHERE action NOT LIKE 'log%' AND action NOT LIKE 'data-%'`,
}

/** What stands in the tables that matter: to be compared before and after what must change nothing. */
export function sumsOf(databaseUrl: string): Record<string, unknown> {
  return inDatabase(databaseUrl, (database) =>
    Object.fromEntries(Object.entries(KEPT).map(([name, sql]) => [name, database.prepare(sql).raw().all()])),
  )
}
