import type { Dialect } from '../dialect.ts'

/** Limits that staff have lifted for one contact address. */
export function limitLiftTables(d: Dialect) {
  const limitLifts = d.table('limit_lifts', {
    /** A keyed hash of the e-mail address or mobile number: who it is stands nowhere. */
    contactKey: d.text().primaryKey(),
    until: d.instant().notNull(),
  })
  return { limitLifts }
}
