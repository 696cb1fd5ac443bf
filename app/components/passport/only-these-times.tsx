import { filterWords } from '#app/components/passport/filter-words.ts'
import { useTexts } from '#app/components/use-texts.ts'
import type { SearchFilter } from '#app/domain/scheduling/search-filter.ts'

type Props = {
  /** What the times of the page are narrowed to; a distance says nothing here. */
  filter: SearchFilter
  eveningFrom: string
  /** The page with all times. */
  allPath: string
}

/** Says that the page leaves times out, and leads to all of them. */
export function OnlyTheseTimes({ filter, eveningFrom, allPath }: Props) {
  const { t, language } = useTexts()
  const parts = filterWords({ ...filter, withinKm: null }, { t, language, eveningFrom })
  if (parts.length === 0) return null
  const what = parts.map(({ words }) => words).join(', ')
  return (
    <div className="chosen">
      <p>{t('see:chosen.only', { what })}</p>
      <p className="links">
        <a className="ds-link" href={allPath}>
          {t('see:chosen.showAll')}
        </a>
      </p>
    </div>
  )
}
