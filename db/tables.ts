import type { Dialect } from './dialect.ts'
import { appointmentTables } from './tables/appointments.ts'
import { contactMessageTables } from './tables/contact-messages.ts'
import { limitLiftTables } from './tables/limit-lifts.ts'
import { identityTables } from './tables/identity.ts'
import { auditTables } from './tables/audit.ts'
import { messageTables } from './tables/messages.ts'
import { officeTables } from './tables/offices.ts'
import { placeTables } from './tables/places.ts'
import { rateCounterTables } from './tables/rate-counters.ts'

/** Every table, written once for both engines (architecture.md §3); one file for each area. */
export function defineTables(d: Dialect) {
  const appointments = appointmentTables(d)
  return {
    ...placeTables(d),
    ...officeTables(d),
    ...appointmentTables(d),
    ...identityTables(d),
    ...limitLiftTables(d),
    ...auditTables(d),
    ...rateCounterTables(d),
    ...appointments,
    ...messageTables(d, appointments),
    ...contactMessageTables(d),
  }
}

export type Tables = ReturnType<typeof defineTables>
