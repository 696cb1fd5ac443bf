import { Pause } from '#app/components/pause.tsx'
import { placeKindWords } from '#app/components/place-kind-words.ts'
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
            <span>{placeKindWords(place, t)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
