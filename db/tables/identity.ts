import type { Level } from '#app/domain/identity/assurance.ts'
import type { Role } from '#app/domain/identity/role.ts'
import type { Audience } from '#app/domain/identity/session-rules.ts'
import type { MessageLanguage } from '#app/domain/scheduling/appointment.ts'
import type { Dialect } from '../dialect.ts'

/** Who is logged in, who is about to be, and what staff may do (docs/decisions/015). */
export function identityTables(d: Dialect) {
  /** A login that was begun: used once, by the browser that began it. */
  const loginAttempts = d.table(
    'login_attempts',
    {
      /** SHA-256 of the `state` that the provider gives back. */
      stateHash: d.text().primaryKey(),
      /** SHA-256 of the cookie of the browser. */
      browserHash: d.text().notNull(),
      audience: d.text().$type<Audience>().notNull(),
      nonce: d.text().notNull(),
      codeVerifier: d.text().notNull(),
      level: d.text().$type<Level>().notNull(),
      language: d.text().$type<MessageLanguage>().notNull(),
      returnTo: d.text().notNull(),
      startedAt: d.instant().notNull(),
    },
    (table) => [d.index('login_attempts_started').on(table.startedAt)],
  )
  const sessions = d.table(
    'sessions',
    {
      /** SHA-256 of the 256 random bits in the cookie. */
      idHash: d.text().primaryKey(),
      audience: d.text().$type<Audience>().notNull(),
      /** The person key of a citizen, or the id of a member of staff. */
      owner: d.text().notNull(),
      level: d.text().$type<Level>().notNull(),
      /** What the provider calls this session, for its front-channel logout. */
      sid: d.text(),
      startedAt: d.instant().notNull(),
      seenAt: d.instant().notNull(),
      /** What only the browser with the cookie can open: the national number and the ID token. */
      sealed: d.text().notNull(),
    },
    (table) => [
      d.index('sessions_owner').on(table.audience, table.owner),
      d.index('sessions_sid').on(table.sid),
      d.index('sessions_seen').on(table.seenAt),
    ],
  )
  const staff = d.table(
    'staff',
    {
      id: d.id(),
      /** The `sub` of the staff's own identity provider. */
      subject: d.text().notNull(),
      name: d.text().notNull(),
      isActive: d.flag().notNull(),
    },
    (table) => [d.uniqueIndex('staff_subject').on(table.subject)],
  )
  /** What somebody is, and where: an office, a district, or '' for the whole country. Read on each request. */
  const staffRoles = d.table(
    'staff_roles',
    {
      staffId: d
        .reference()
        .notNull()
        .references(() => staff.id),
      role: d.text().$type<Role>().notNull(),
      unit: d.text().notNull(),
    },
    (table) => [d.primaryKey({ columns: [table.staffId, table.role, table.unit] })],
  )
  /** What the job did that makes anonymous what is past its time of keeping. */
  const retentionRuns = d.table('retention_runs', {
    id: d.id(),
    at: d.instant().notNull(),
    /** Everything before this tick has been looked at. */
    untilTick: d.integer().notNull(),
    /** How many appointments were made anonymous, and how many tickets of the queue were deleted. */
    erased: d.integer().notNull(),
    tickets: d.integer().notNull().default(0),
  })
  return { loginAttempts, sessions, staff, staffRoles, retentionRuns }
}
