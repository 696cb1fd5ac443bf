import type { MessageLanguage } from '../scheduling/appointment.ts'

/** What people come to an office for. The letter of each is data (queue, letter). */
export const QUEUE_SERVICES = [
  'passport',
  'pick-up',
  'consent',
  'lost-document',
  'report',
  'certificate',
  'firearms',
  'immigration',
  'other',
] as const
export type QueueService = (typeof QUEUE_SERVICES)[number]

/** What somebody needs help with while they wait and at the counter. */
export const HELP_NEEDS = ['wheelchair', 'interpreter', 'hearing'] as const
export type HelpNeed = (typeof HELP_NEEDS)[number]

/** As many can say that they come together; the last choice means "or more". */
export const MOST_TOGETHER = 6

/**
 * `waiting` until called; `called` until they stand at the counter; `serving` there; `parked` by staff until a moment.
 * The others are ends: `finished`, `no-show` (called and not there), `left` (said so), `closed` (the day was over).
 */
export const TICKET_STATUSES = [
  'waiting',
  'called',
  'serving',
  'parked',
  'finished',
  'no-show',
  'left',
  'closed',
] as const
export type TicketStatus = (typeof TICKET_STATUSES)[number]

/** The statuses of somebody who is still to be helped. */
export const OPEN_STATUSES = ['waiting', 'called', 'serving', 'parked'] as const satisfies TicketStatus[]

export const ENDED_STATUSES = ['finished', 'no-show', 'left', 'closed'] as const satisfies TicketStatus[]

/** Why staff let somebody wait who has been at the counter. */
export const PARK_REASONS = [
  'fetches-document',
  'fills-in-form',
  'needs-photo',
  'needs-colleague',
  'other',
] as const
export type ParkReason = (typeof PARK_REASONS)[number]

/** How a visit ended; all but the first need another contact. */
export const OUTCOMES = [
  'solved',
  'document-missing',
  'consent-missing',
  'wrong-office',
  'needs-specialist',
  'needs-appointment',
  'system-down',
  'other',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** One in the queue of an office on a day: a person or some who come together. Moments are epoch seconds. */
export type Ticket = {
  id: number
  officeId: string
  /** YYYY-MM-DD */
  day: string
  letter: string
  /** Runs through the day, whatever the letter: no two tickets of a day have the same number. */
  number: number
  /** What they are here for now. */
  service: QueueService
  /** What else they are here for: served in the same visit. */
  alsoServices: QueueService[]
  language: MessageLanguage
  needs: HelpNeed[]
  people: number
  /** Null for who came without one. */
  appointmentId: number | null
  /** The tick of the appointment. */
  startTick: number | null
  status: TicketStatus
  arrivedAt: number
  /** Not to be called before: they said that they are late, or staff parked them. */
  notBefore: number | null
  /** How often they have said that they are late. */
  late: number
  parkReason: ParkReason | null
  /** How often they have been called since they last were at a counter. */
  calls: number
  calledAt: number | null
  startedAt: number | null
  endedAt: number | null
  /** The counter that called or serves them; at the end the one that did. */
  counterId: number | null
  /** Only this counter, or this member of staff, is to take them. */
  forCounterId: number | null
  forStaffId: number | null
  /** They have been at a counter already and are not to wait all over again. */
  isBack: boolean
  /** How often somebody who came later was called before them. */
  overtaken: number
  /** Asks for help while waiting; until staff have seen to it. */
  asksForHelp: boolean
  /** Staff to staff, about this visit; forgotten with the day. */
  note: string | null
  /** What who came without an appointment said to the guide, as `writeSaid` has it; forgotten with the day. */
  said: string | null
  outcome: Outcome | null
  /** The ticket that this one was parted from. */
  splitFromId: number | null
  /** Grows with each change of the ticket. */
  revision: number
}

/** "A12": how a ticket is named on screens and said aloud. */
export function ticketLabel({ letter, number }: Pick<Ticket, 'letter' | 'number'>): string {
  return `${letter}${number}`
}

/** True while somebody is still to be helped. */
export function isOpen({ status }: Pick<Ticket, 'status'>): boolean {
  return OPEN_STATUSES.some((open) => open === status)
}

/** `open` calls people; `paused` does not for a while; `closed` has nobody at it. */
export const COUNTER_STATUSES = ['open', 'paused', 'closed'] as const
export type CounterStatus = (typeof COUNTER_STATUSES)[number]

/** A counter of an office as the queue knows it. */
export type Counter = {
  /** That of the resource. */
  id: number
  officeId: string
  number: number
  status: CounterStatus
  services: QueueService[]
  /** Who is at it. */
  staffId: number | null
  /** Since when it has this status. Epoch seconds. */
  since: number
  /** The one at the counter asks a colleague to come. */
  callsForHelp: boolean
}
