import { Link } from '@digdir/designsystemet-react'
import { placeKindWords } from '#app/components/place-kind-words.ts'
import { useTexts } from '#app/components/use-texts.ts'
import type { Place } from '#app/domain/geography/find-place.ts'

export type Namesake = Pick<Place, 'id' | 'kind' | 'name' | 'municipality' | 'municipalityNumber'>

/** The smaller places that have the same name as the one that was taken to be meant. */
export function Namesakes({
  places,
  pathOf,
}: {
  places: readonly Namesake[]
  pathOf: (place: Namesake) => string
}) {
  const { t } = useTexts()
  if (places.length === 0) return null
  return (
    <ul className="links">
      {places.map((place) => (
        <li key={place.id}>
          <Link href={pathOf(place)}>
            {t('passport:where.namesake', { place: place.name, where: placeKindWords(place, t) })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
