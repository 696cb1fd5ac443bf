import { allOf } from '#app/components/passport/all-of.ts'
import { useTexts } from '#app/components/use-texts.ts'

/** How several people are served together: how many, when the last is finished, at how many counters. */
export type GroupTimeData = { size: number; until: string; counters: number }

/** "Alle fire fra kl. 10.20, ferdige ca. 11.00, ved 2 skranker". Nothing for one person. */
export function GroupTime({ group, from }: { group: GroupTimeData | null; from: string }) {
  const { t } = useTexts()
  if (!group) return null
  const { size, until, counters } = group
  return (
    <p className="sentence">
      {t('people:times.all', { all: allOf(size, t), from, until })}
      {counters > 1 ? `, ${t('people:times.counters', { count: counters })}` : null}.
    </p>
  )
}
