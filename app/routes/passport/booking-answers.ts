import type { Point } from '#app/domain/geography/distance.ts'
import type { Place, PlaceIndex } from '#app/domain/geography/find-place.ts'
import type { Person } from '#app/domain/passport/person.ts'
import type { SearchFilter } from '#app/domain/scheduling/search-filter.ts'
import { writeFilter } from './filter-answers.ts'
import { writePerson } from './person-parameter.ts'

/**
 * What a person has answered before a time is held. It lives in the address: back, reload and two tabs are then safe
 * by themselves, and nothing is stored. None of it says who the people are.
 */
export type BookingAnswers = {
  /** Who the times are for; empty until answered. */
  people: readonly Person[]
  /** A place's id, or `position-LATITUDE,LONGITUDE`, or `country` for no place. */
  at: string | null
  officeId: string | null
  /** The secret of a hold that the person has already and may move. */
  hold: string | null
  /** The secret of a confirmed appointment that is to be changed. */
  change: string | null
  /** What they said to the guide before, as `writeSaid` has it. */
  said: string | null
  /** The ticket of whom a member of staff books for, "A12", when they came from the queue. */
  ticket: string | null
  /** Which times and places the person wants to see. */
  filter: SearchFilter
}

type PageBeforeHold = 'who' | 'guardians' | 'where' | 'office' | 'time'

const TICKET = 'ticket'

const POSITION = /^position-(-?\d{1,2}(?:\.\d{1,4})?),(-?\d{1,3}(?:\.\d{1,4})?)$/

/** The address of a page of the booking, with the answers so far and more parameters after them. */
export function bookingPath(
  language: string,
  page: PageBeforeHold,
  answers: Partial<BookingAnswers>,
  more: Record<string, string> = {},
): string {
  const search = new URLSearchParams()
  for (const person of answers.people ?? []) search.append('person', writePerson(person))
  if (answers.at) search.set('at', answers.at)
  if (answers.officeId) search.set('office', answers.officeId)
  if (answers.hold) search.set('hold', answers.hold)
  if (answers.change) search.set('change', answers.change)
  if (answers.said) search.set('said', answers.said)
  if (answers.ticket) search.set(TICKET, answers.ticket)
  if (answers.filter) writeFilter(search, answers.filter)
  for (const [name, value] of Object.entries(more)) search.set(name, value)
  const path = `/${language}/passport/book/${page}`
  return search.size > 0 ? `${path}?${search}` : path
}

/** The label of a ticket as it stands in an address; null for anything else. */
export function readTicket({ searchParams }: URL): string | null {
  const label = searchParams.get(TICKET)
  return label && /^[A-Z]\d{1,4}$/.test(label) ? label : null
}

/** The address of a page of a time that is held, which says whom staff book for when the page before did. */
export function heldPath(
  language: string,
  page: 'contact' | 'review' | 'receipt',
  { secret, ticket }: { secret: string; ticket: string | null },
): string {
  const path = `/${language}/passport/book/${secret}/${page}`
  return ticket === null ? path : `${path}?${new URLSearchParams({ [TICKET]: ticket })}`
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
