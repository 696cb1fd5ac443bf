import { sqliteDialect } from './dialect.ts'
import { defineTables } from './tables.ts'

// For drizzle-kit, which reads exported tables.
export const {
  districts,
  municipalities,
  postalCodes,
  places,
  offices,
  resources,
  openings,
  datedOpenings,
  closures,
  serviceRules,
  seedings,
  appointments,
  appointmentPeople,
  claims,
  officeDays,
  loginAttempts,
  sessions,
  staff,
  staffRoles,
  retentionRuns,
  limitLifts,
  auditWaiting,
  auditEntries,
  auditNotes,
  rateCounters,
  messages,
  linkRequests,
  contactMessages,
} = defineTables(sqliteDialect)
