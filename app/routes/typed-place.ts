import type { Place } from '#app/domain/geography/find-place.ts'
import { namesakes, searchPlaces } from '#app/use-cases/search-places.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'

/** More letters than this are no place. */
export const LONGEST_PLACE = 60

/** A place that one can choose when several have the name that was typed. */
export type PlaceChoice = {
  id: string
  kind: 'post-code' | 'place' | 'municipality'
  name: string
  municipality: string
  municipalityNumber: string
}

/** The places that what was typed may mean; `matches` is null where there is nothing to choose between. */
export function typedPlaces(
  portal: Pick<Portal, 'catalogue'>,
  text: string | null,
): { typed: string | null; matches: PlaceChoice[] | null; exact: boolean } {
  const typed = text ? text.slice(0, LONGEST_PLACE) : null
  const answer = typed === null ? null : searchPlaces(portal, typed)
  if (answer?.found !== 'several') return { typed, matches: null, exact: true }
  return { typed, matches: answer.places.map(choiceOf), exact: answer.exact }
}

/** Those that share their name with the place that is searched from. */
export function namesakeChoices(
  portal: Pick<Portal, 'catalogue'>,
  place: Place | null | undefined,
): PlaceChoice[] {
  return namesakes(portal, place).map(choiceOf)
}

export function choiceOf({ id, kind, name, municipality, municipalityNumber }: Place): PlaceChoice {
  return { id, kind, name, municipality, municipalityNumber }
}
