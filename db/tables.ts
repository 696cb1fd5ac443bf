import type { Dialect } from './dialect.ts'
import { appointmentTables } from './tables/appointments.ts'
import { guideCountTables } from './tables/guide-counts.ts'
import { contactMessageTables } from './tables/contact-messages.ts'
import { limitLiftTables } from './tables/limit-lifts.ts'
import { identityTables } from './tables/identity.ts'
import { auditTables } from './tables/audit.ts'
import { messageTables } from './tables/messages.ts'
import { officeTables } from './tables/offices.ts'
import { placeTables } from './tables/places.ts'
import { queueFigureTables } from './tables/queue-figures.ts'
import { queueTables } from './tables/queue.ts'
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
    ...guideCountTables(d),
    ...appointments,
    ...messageTables(d, appointments),
    ...queueTables(d),
    ...queueFigureTables(d),
    ...contactMessageTables(d),
  }
}

export type Tables = ReturnType<typeof defineTables>
