import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'

type Choice = { id: string; kind: 'post-code' | 'place' | 'municipality'; name: string; municipality: string }

/** Places that have the name that was typed, or one like it: each leads on. */
export function PlaceRows<Place extends Choice>({
  places,
  pathOf,
}: {
  places: readonly Place[]
  pathOf: (place: Place) => string
}) {
  const { t } = useTexts()
  return (
    <ul className="rows">
      {places.map((place) => (
        <li key={place.id}>
          <a className="row-link" href={pathOf(place)}>
            <span className="row-title">{place.name}</span>
            <Pause />
            <span>
              {place.kind === 'municipality'
                ? t('passport:where.municipality')
                : t('passport:where.inMunicipality', { municipality: place.municipality })}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
