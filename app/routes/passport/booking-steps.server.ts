import { MOST_PEOPLE, type Person } from '#app/domain/passport/person.ts'
import { childrenAmong, mustAskGuardians } from '#app/use-cases/guardians.server.ts'
import type { GuidePortal } from '#app/use-cases/guide.server.ts'
import { saidInAddress } from '#app/use-cases/said.server.ts'
import { bookingPath, readTicket, type BookingAnswers } from './booking-answers.ts'
import { readFilter } from './filter-answers.ts'
import { readPerson } from './read-person.server.ts'

/** The pages of the booking in their order. */
export const BOOKING_PAGES = ['who', 'guardians', 'where', 'office', 'time', 'contact', 'review'] as const
export type BookingPage = (typeof BOOKING_PAGES)[number]

const GROUP = 'group'

const SECRET = /^[\w-]{22}$/

/** Reads the answers from an address. What is missing or was tampered with counts as not answered. */
export function readAnswers(portal: GuidePortal, url: URL): BookingAnswers {
  const { searchParams } = url
  return {
    people: searchParams
      .getAll('person')
      .map(readPerson)
      .filter((person) => person !== null)
      .slice(0, MOST_PEOPLE),
    at: searchParams.get('at'),
    officeId: searchParams.get('office'),
    hold: secretOrNull(searchParams.get('hold')),
    change: secretOrNull(searchParams.get('change')),
    said: saidInAddress(portal, searchParams),
    ticket: readTicket(url),
    filter: readFilter(searchParams),
  }
}

/**
 * How many there are to be, when it is known before anybody has said who they are: the page of people then asks for one
 * after the other. No answer: it may turn out that they are fewer or more.
 */
export function readGroup({ searchParams }: URL): number {
  const group = Number(searchParams.get(GROUP))
  return Number.isInteger(group) && group > 1 ? Math.min(group, MOST_PEOPLE) : 1
}

export function groupParameter(people: number): Record<string, string> {
  return people > 1 ? { [GROUP]: String(people) } : {}
}

/** The page that must be answered before the others make sense; null when the people are complete. */
export function openQuestion({ people }: Pick<BookingAnswers, 'people'>): 'who' | 'guardians' | null {
  if (people.length === 0) return 'who'
  return mustAskGuardians(people) ? 'guardians' : null
}

/** Where one goes on when the people are complete; who has an office already chooses anew there: the stay may differ. */
export function pathAfterPeople(
  language: string,
  answers: Pick<BookingAnswers, 'people'> & Partial<BookingAnswers>,
): string {
  return bookingPath(language, openQuestion(answers) ?? (answers.officeId ? 'time' : 'where'), answers)
}

/** Where a page stands in the journey: those without children skip the page about guardians. */
export function stepOf(page: BookingPage, people: readonly Person[]): { step: number; of: number } {
  const pages = BOOKING_PAGES.filter((one) => one !== 'guardians' || childrenAmong(people).length > 0)
  return { step: pages.indexOf(page) + 1, of: pages.length }
}

/** A secret of an appointment as it stands in an address; null for anything else. */
export function secretOrNull(text: string | null): string | null {
  return text && SECRET.test(text) ? text : null
}
