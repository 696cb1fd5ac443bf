import { z } from 'zod'
import type { Point } from '#app/domain/geography/distance.ts'
import type { Place, PlaceIndex } from '#app/domain/geography/find-place.ts'
import { AGE_GROUPS, DOCUMENTS, NEEDS, type Need, type Person } from '#app/domain/passport/person.ts'

/**
 * What a person has answered before a time is held. It lives in the address: back, reload and two tabs are then safe
 * by themselves, and nothing is stored. None of it says who the person is.
 */
export type BookingAnswers = {
  person: Person | null
  /** A place's id, or `position-LATITUDE,LONGITUDE`, or `country` for no place. */
  at: string | null
  officeId: string | null
  /** The secret of a hold that the person has already and may move. */
  hold: string | null
}

const PersonParameters = z.object({
  age: z.enum(AGE_GROUPS),
  document: z.enum(DOCUMENTS),
})

const POSITION = /^position-(-?\d{1,2}(?:\.\d{1,4})?),(-?\d{1,3}(?:\.\d{1,4})?)$/
const SECRET = /^[\w-]{22}$/

/** Reads the answers from an address. What is missing or was tampered with counts as not answered. */
export function readAnswers(url: URL): BookingAnswers {
  const { searchParams } = url
  const parsed = PersonParameters.safeParse(Object.fromEntries(searchParams))
  const needs = searchParams.getAll('need').filter(isNeed)
  const hold = searchParams.get('hold')
  return {
    person: parsed.success
      ? { ageGroup: parsed.data.age, document: parsed.data.document, needs: [...new Set(needs)] }
      : null,
    at: searchParams.get('at'),
    officeId: searchParams.get('office'),
    hold: hold && SECRET.test(hold) ? hold : null,
  }
}

/** The address of a page of the booking, with the answers so far and more parameters after them. */
export function bookingPath(
  language: string,
  page: 'who' | 'where' | 'office' | 'time',
  answers: Partial<BookingAnswers>,
  more: Record<string, string> = {},
): string {
  const search = new URLSearchParams()
  if (answers.person) {
    search.set('age', answers.person.ageGroup)
    search.set('document', answers.person.document)
    for (const need of answers.person.needs) search.append('need', need)
  }
  if (answers.at) search.set('at', answers.at)
  if (answers.officeId) search.set('office', answers.officeId)
  if (answers.hold) search.set('hold', answers.hold)
  for (const [name, value] of Object.entries(more)) search.set(name, value)
  const path = `/${language}/passport/book/${page}`
  return search.size > 0 ? `${path}?${search}` : path
}

/** Where the search starts from: a place, a position, or nowhere ("the whole country"). */
export type SearchFrom =
  | { kind: 'country'; point: null; place: null }
  | { kind: 'position'; point: Point; place: null }
  | { kind: 'place'; point: Point; place: Place }

/** Reads `at`; null when it makes no sense. */
export function searchFrom(at: string | null, places: PlaceIndex): SearchFrom | null {
  if (at === 'country') return { kind: 'country', point: null, place: null }
  const position = POSITION.exec(at ?? '')
  if (position) {
    const point = { latitude: Number(position[1]), longitude: Number(position[2]) }
    return { kind: 'position', point, place: null }
  }
  const place = places.byId.get(at ?? '')
  return place ? { kind: 'place', point: place, place } : null
}

function isNeed(value: string): value is Need {
  return NEEDS.some((need) => need === value)
}
