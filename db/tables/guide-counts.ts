import type { GuideCount, GuideEvent } from '#app/domain/channels/guide-count.ts'
import type { Dialect } from '../dialect.ts'

/** How often what happened in the guide: sums, never who. */
export function guideCountTables(d: Dialect) {
  const guideCounts = d.table(
    'guide_counts',
    {
      day: d.text().notNull(),
      need: d.text().$type<GuideCount['need']>().notNull(),
      event: d.text().$type<GuideEvent>().notNull(),
      detail: d.text().notNull(),
      count: d.integer().notNull(),
    },
    (table) => [d.primaryKey({ columns: [table.day, table.need, table.event, table.detail] })],
  )
  return { guideCounts }
}
