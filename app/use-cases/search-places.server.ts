import {
  findPlace,
  namesakesOf,
  suggestPlaces,
  type Place,
  type PlaceAnswer,
} from '#app/domain/geography/find-place.ts'
import type { Portal } from './portal.server.ts'

/** What a person typed as the place to search from. */
export function searchPlaces({ catalogue }: Pick<Portal, 'catalogue'>, typed: string): PlaceAnswer {
  return findPlace(catalogue.places, typed)
}

/** The other places that have the name of the one that is searched from: it may have been taken for the town. */
export function namesakes(
  { catalogue }: Pick<Portal, 'catalogue'>,
  place: Place | null | undefined,
): Place[] {
  return place ? namesakesOf(catalogue.places, place) : []
}

/** Places that begin with what has been typed so far, the best known first. */
export function placesBeginningWith(
  { catalogue }: Pick<Portal, 'catalogue'>,
  typed: string,
  most: number,
): Place[] {
  return suggestPlaces(catalogue.places, typed, most)
}
