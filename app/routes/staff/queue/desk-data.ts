import type { ChoiceData, CounterData, DeskData, HereData } from '#app/components/staff/queue/desk-data.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { describeInstant, describeTick } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { counterPreferences } from '#app/use-cases/counter-preferences.server.ts'
import {
  counterScreen,
  mannedCounters,
  type CounterScreen,
  type LabelledTicket,
  type MannedCounter,
} from '#app/use-cases/counter-screen.server.ts'
import { officesWithCounters, type Acting } from '#app/use-cases/office-day.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import { serviceLink } from '#app/use-cases/related-pages.server.ts'
import { peopleOfTicket, servedAppointment } from '#app/use-cases/served-people.server.ts'
import { saidWords } from '../../said-words.ts'
import { describeAppointment } from '../../appointments/personal-link.ts'
import { bookingPath } from '../../passport/booking-answers.ts'
import { groupParameter, pathAfterPeople } from '../../passport/booking-steps.server.ts'

type Where = { officeId: string; counterId: number }

/** What the page shows where a counter is to be chosen; `wanted`: the office that was asked for. */
export async function choiceData(portal: Portal, acting: Acting, wanted: string | null): Promise<ChoiceData> {
  const offices = officesWithCounters(portal, acting.scope)
  const kept = await counterPreferences(portal, acting.member.id)
  const known = [wanted, kept.officeId].find((id) => offices.some((office) => office.id === id))
  const officeId = known ?? offices[0]?.id ?? ''
  const counters = await mannedCounters(portal, acting, officeId)
  return {
    view: 'choice',
    offices: offices.map(({ id, name }) => ({ value: id, label: name })),
    officeId,
    counters: counters.map((counter) => counterData(counter, acting.member.id)),
    counterId: kept.counterId,
    services: kept.services,
  }
}

/** What the page shows to the one at a counter. */
export async function deskData(
  portal: Portal,
  acting: Acting,
  { where, language, sessionEndsAt }: { where: Where; language: Language; sessionEndsAt: number },
): Promise<DeskData> {
  const screen = await counterScreen(portal, acting, where)
  const { hasShortcuts } = await counterPreferences(portal, acting.member.id)
  const own = screen.counters.find(({ counter }) => counter.id === where.counterId)
  if (!own) throw new Error(`Counter ${where.counterId} is not one of ${where.officeId}`)
  const appointment =
    own.here && (await servedAppointment(portal, acting, { counter: own.counter, ticket: own.here }))
  const words = wordsFor(portal, language)
  const counters = screen.counters.map((counter) => counterData(counter, acting.member.id))
  return {
    view: 'desk',
    officeId: where.officeId,
    officeName: portal.catalogue.offices.get(where.officeId)?.name ?? '',
    counter: counterData(own, acting.member.id),
    counters,
    ...{ version: screen.version, now: screen.now, time: words.timeAt(screen.now) },
    here: own.here && hereData(portal, own.here, { screen, appointment, language }),
    waiting: screen.waiting.map(({ ticket, reason, since, isForHere }) => ({
      ...visitorData(ticket),
      ...{ reason, isForHere, asksForHelp: ticket.asksForHelp },
      minutes: Math.max(0, Math.floor((screen.now - since) / 60)),
      time: ticket.startTick === null ? null : words.timeOf(ticket.startTick),
      keptFor: keptFor(ticket, counters),
    })),
    away: screen.away.map((ticket) => ({
      ...visitorData(ticket),
      ...{ why: ticket.parkReason ?? 'late', asksForHelp: ticket.asksForHelp },
      until: ticket.notBefore === null ? null : words.timeAt(ticket.notBefore),
    })),
    ended: screen.ended.slice(0, MOST_ENDED).map((ticket) => ({
      ...visitorData(ticket),
      status: ticket.status,
      at: ticket.endedAt === null ? '' : words.timeAt(ticket.endedAt),
    })),
    appointments: screen.appointments.map(({ appointment: { startTick, ...one }, progress }) => ({
      ...{ id: one.id, people: one.people, reference: one.reference, progress },
      time: words.timeOf(startTick),
      isPast: progress !== 'booked' && progress !== 'checked-in' && progress !== 'being-served',
    })),
    last: screen.last,
    onwards: screen.onwards && (await onwardsData(portal, screen.onwards)),
    ...{ parkMinutes: screen.rules.parkMinutes, hasShortcuts },
    idleSeconds: Math.max(0, sessionEndsAt - screen.now),
  }
}

/** Where they go on whose visit has just ended, in their language. */
async function onwardsData(
  portal: Portal,
  { ticket, step }: NonNullable<CounterScreen['onwards']>,
): Promise<DeskData['onwards']> {
  const { label, language } = ticket
  const to = { label, kind: step.kind, language }
  if (step.kind === 'book') return { ...to, href: await bookingOf(portal, ticket) }
  if (step.kind === 'offices') return { ...to, href: `/${language}/offices` }
  return { ...to, href: serviceLink(step.page, language).path }
}

/**
 * Where the next appointment is booked, with all that is known filled in: the office, whom it is for, and the people of
 * the appointment that they had – of who came without one, how many they are.
 */
async function bookingOf(portal: Portal, ticket: LabelledTicket): Promise<string> {
  const people = await peopleOfTicket(portal, ticket)
  const answers = { people, officeId: ticket.officeId, ticket: ticket.label }
  if (people.length > 0) return pathAfterPeople(ticket.language, answers)
  return bookingPath(ticket.language, 'who', answers, groupParameter(ticket.people))
}

/** Longer ago nobody comes back, and says that they were forgotten. */
const MOST_ENDED = 8

function hereData(
  portal: Portal,
  ticket: LabelledTicket,
  {
    screen,
    appointment,
    language,
  }: { screen: CounterScreen; appointment: Appointment | null; language: Language },
): HereData {
  const { timeAt, timeOf } = wordsFor(portal, language)
  const described = appointment && describeAppointment(portal, appointment, language)
  const { status, alsoServices, calls, note } = ticket
  return {
    ...visitorData(ticket),
    ...{ status: status === 'serving' ? status : 'called', alsoServices, calls, note },
    revision: ticket.revision,
    since: (status === 'serving' ? ticket.startedAt : ticket.calledAt) ?? screen.now,
    mostCalls: screen.rules.mostCalls,
    nudgeMinutes: screen.rules.callNudgeMinutes,
    arrived: timeAt(ticket.arrivedAt),
    time: ticket.startTick === null ? null : timeOf(ticket.startTick),
    // Only of who stands there: who was called may never come.
    said: status === 'serving' ? saidWords(appointment?.said ?? ticket.said, language) : null,
    checks: screen.checks,
    group: described && { people: described.people, fee: described.fee },
    parted: partedFrom(ticket, screen).map(({ id, label }) => ({
      ...{ id, label },
      href: `/${language}/staff/queue/arrive?${new URLSearchParams({ office: ticket.officeId, given: String(id) })}`,
    })),
  }
}

/** Those who have been given a number of their own while the rest of their family stands here. */
function partedFrom({ id }: LabelledTicket, { waiting, away }: CounterScreen): LabelledTicket[] {
  return [...waiting.map(({ ticket }) => ticket), ...away]
    .filter(({ splitFromId, status }) => splitFromId === id && status === 'waiting')
    .sort((a, b) => a.number - b.number)
}

function visitorData({ id, label, service, people, needs, language }: LabelledTicket) {
  return { id, label, service, people, needs, language }
}

function counterData({ counter, staffName, here }: MannedCounter, ownId: number): CounterData {
  const { id, number, status, staffId, services, callsForHelp } = counter
  return {
    ...{ id, number, status, staffId, staffName, services, callsForHelp },
    label: here?.label ?? null,
    isOwn: status !== 'closed' && staffId === ownId,
  }
}

function keptFor(
  { forCounterId, forStaffId }: LabelledTicket,
  counters: readonly CounterData[],
): string | null {
  if (forStaffId !== null) return counters.find(({ staffId }) => staffId === forStaffId)?.staffName ?? null
  const counter = forCounterId === null ? null : counters.find(({ id }) => id === forCounterId)
  return counter ? String(counter.number) : null
}

/** What o'clock it is, as staff read it. */
function wordsFor(portal: Pick<Portal, 'clock'>, language: Language) {
  const today = todayOf(portal.clock)
  const t = translator(language)
  return {
    timeOf: (tick: number) => describeTick(tick, today, language, t).time,
    timeAt: (seconds: number) =>
      describeInstant(Temporal.Instant.fromEpochMilliseconds(seconds * 1000), today, language, t).time,
  }
}
