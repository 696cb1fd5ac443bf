import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { distanceWords } from '#app/components/passport/distance-words.ts'
import { nothingWords } from '#app/components/passport/filter-words.ts'
import type { OfficeRowData } from '#app/components/passport/office-row.tsx'
import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { FilterPart, SearchFilter } from '#app/domain/scheduling/search-filter.ts'

/** What one finds without one part of the filter. */
export type LooserSearch = { part: FilterPart; href: string; places: number; first: OfficeRowData | null }

/** Nothing fits: says so, says the nearest thing to it, and offers to ask for less, one part at a time. */
export function NothingFits({ filter, looser }: { filter: SearchFilter; looser: readonly LooserSearch[] }) {
  const { t, language } = useTexts()
  const found = looser.flatMap((one) => (one.first ? [{ ...one, earliest: earliestWords(one.first) }] : []))
  const farther = found.find(({ part }) => part === 'distance')
  return (
    <section className="stack-small" aria-labelledby="nothing-fits">
      <Heading level={2} data-size="sm" id="nothing-fits">
        {nothingWords(filter, { t, language })}
      </Heading>
      {farther ? <Paragraph>{farther.earliest}</Paragraph> : null}
      {found.length > 0 ? <Paragraph>{t('see:none.lead')}</Paragraph> : null}
      <ul className="rows">
        {found.map(({ part, href, places, earliest }) => (
          <li key={part}>
            <a className="row-link" href={href}>
              <span className="row-title">{t(`see:none.without.${part}`)}</span>
              <Pause />
              <span className="row-facts">
                {/* The earliest at any distance is said above already. */}
                {t('see:none.places', { count: places })}
                {part === 'distance' ? null : ` ${earliest}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )

  function earliestWords({ office, distanceKm, earliest }: OfficeRowData): string {
    const found = { time: earliest?.words ?? '', place: office.name }
    if (distanceKm === null) return t('see:none.earliest', found)
    const distance = distanceWords({ ...office, distanceKm }, { t, language })
    return t('see:none.earliestAway', { ...found, distance })
  }
}
