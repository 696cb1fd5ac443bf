import { filterWords } from '#app/components/passport/filter-words.ts'
import { useTexts } from '#app/components/use-texts.ts'
import type { FilterPart, SearchFilter } from '#app/domain/scheduling/search-filter.ts'

type Props = {
  filter: SearchFilter
  eveningFrom: string
  /** How many places fit. */
  fitting: number
  /** The same page without one part of the filter, or without all. */
  pathWithout: (part: FilterPart | 'all') => string
}

/** What the list is narrowed to, each part with a link that takes it away, and how many places are left. */
export function ChosenFilters({ filter, eveningFrom, fitting, pathWithout }: Props) {
  const { t, language } = useTexts()
  const parts = filterWords(filter, { t, language, eveningFrom })
  if (parts.length === 0) return null
  return (
    <section className="chosen" aria-labelledby="chosen-filters">
      <p id="chosen-filters">
        <strong>{t('see:chosen.title')}</strong>
      </p>
      <ul className="pills">
        {parts.map(({ part, words }) => (
          <li key={part}>
            <a className="pill" href={pathWithout(part)} aria-label={t('see:chosen.remove', { what: words })}>
              {words}
              <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
                <path d="M3 3l10 10M13 3L3 13" />
              </svg>
            </a>
          </li>
        ))}
        {parts.length > 1 ? (
          <li>
            <a className="ds-link" href={pathWithout('all')}>
              {t('see:chosen.removeAll')}
            </a>
          </li>
        ) : null}
      </ul>
      {fitting > 0 ? <p>{t('see:chosen.fits', { count: fitting })}</p> : null}
    </section>
  )
}
