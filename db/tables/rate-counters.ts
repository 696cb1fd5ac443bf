import type { Dialect } from '../dialect.ts'

/** How often something was done from an address within a time; shared by all processes (docs/decisions/012). */
export function rateCounterTables(d: Dialect) {
  const rateCounters = d.table(
    'rate_counters',
    {
      /** A keyed hash of what is counted, the address block and the time: the address itself is stored nowhere. */
      key: d.text().primaryKey(),
      count: d.integer().notNull(),
      /** When the time is over and the row can be forgotten. */
      expiresAt: d.instant().notNull(),
    },
    (table) => [d.index('rate_counters_expiry').on(table.expiresAt)],
  )
  return { rateCounters }
}
