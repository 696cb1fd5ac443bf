import type { OfficeFigures } from '#app/domain/queue/waits/office-figures.ts'
import type { Dialect } from '../dialect.ts'

/** What the queue has learnt of itself, and how well it told people how long they would wait (docs/decisions/019). */
export function queueFigureTables(d: Dialect) {
  /** What each office has learnt of its days; can be worked out again from the events. */
  const queueFigures = d.table('queue_figures', {
    officeId: d.text().primaryKey(),
    /** The last day that is in it. */
    throughDay: d.text().notNull(),
    figures: d.json<OfficeFigures>().notNull(),
  })
  /** What was told to who holds a ticket when they came, in whole minutes; gone when the day has been counted. */
  const ticketPredictions = d.table(
    'ticket_predictions',
    {
      ticketId: d.reference().primaryKey(),
      officeId: d.text().notNull(),
      day: d.text().notNull(),
      givenAt: d.instant().notNull(),
      halfFrom: d.integer().notNull(),
      halfTo: d.integer().notNull(),
      mostFrom: d.integer().notNull(),
      mostTo: d.integer().notNull(),
    },
    (table) => [d.index('ticket_predictions_office_day').on(table.officeId, table.day)],
  )
  /** How many waits of a day were told beforehand, and how many were as told. */
  const waitHits = d.table(
    'wait_hits',
    {
      officeId: d.text().notNull(),
      day: d.text().notNull(),
      told: d.integer().notNull(),
      half: d.integer().notNull(),
      most: d.integer().notNull(),
    },
    (table) => [d.primaryKey({ columns: [table.officeId, table.day] })],
  )
  return { queueFigures, ticketPredictions, waitHits }
}
