import { rulesOn, type ServiceRule } from '../rules/rule.ts'
import type { QueueService } from './ticket.ts'

/** What an office manager may set for their office: who is next, and why. */
export type OrderRules = {
  /** An appointment may be called so many minutes before its time. */
  appointmentLeadMinutes: number
  /** Who comes later than this after their time waits like those without one. */
  lateGraceMinutes: number
  /** So often may somebody who came later be called first. */
  mostOvertaken: number
  /** Who has waited so long since it was their turn to wait goes before appointments. */
  longestWaitMinutes: number
  /** Whether who needs help (wheelchair, interpreter, hearing) goes before others who came without an appointment. */
  helpFirst: boolean
}

export type QueueRules = {
  order: OrderRules
  /** One may check in so many minutes before the time of the appointment … */
  checkInOpensMinutes: number
  /** … and so many after it. */
  checkInClosesMinutes: number
  /** Called so often without coming, somebody is not here. */
  mostCalls: number
  /** So long after a call staff are reminded that nobody has come. */
  callNudgeMinutes: number
  /** How long "I am late" moves one back each time, and how often one may say so. */
  lateMinutes: number
  mostLate: number
  /** So long after they left may somebody take their place back. */
  leaveUndoMinutes: number
  /** What the public display shows: a new call alone for so long, so many that were called, so many that are next. */
  display: { callSeconds: number; called: number; next: number }
  /** How long somebody who is parked is away, unless staff say another time. */
  parkMinutes: number
  letters: Record<QueueService, string>
  /** How long a service takes until it has been measured. */
  serviceMinutes: Record<QueueService, number>
  /** How much of that each further person of those who come together adds: 0.7 is seven tenths. */
  furtherPersonShare: number
}

/** The attributes of the order, as they are named in the rules and in what an office has set. */
export const ORDER_ATTRIBUTES = {
  appointmentLeadMinutes: 'appointment-lead',
  lateGraceMinutes: 'late-grace',
  mostOvertaken: 'most-overtaken',
  longestWaitMinutes: 'longest-wait',
  helpFirst: 'help-first',
} as const satisfies Record<keyof OrderRules, string>

/**
 * The rules of the queue that hold on a day (queue, …).
 * @param own what an office has set for itself: it goes before what holds for all
 * @throws {Error} naming the rule that is missing or makes no sense
 */
export function queueRulesOn(
  allRules: readonly ServiceRule[],
  day: Temporal.PlainDate,
  own: Partial<OrderRules> = {},
): QueueRules {
  const rules = rulesOn(allRules, day).filter(({ service }) => service === 'queue')
  function rule(attribute: string, appliesTo?: string): ServiceRule {
    const found = rules.find(
      (row) => row.attribute === attribute && (appliesTo === undefined || row.appliesTo === appliesTo),
    )
    if (!found) throw new Error(`No rule that holds on ${day} gives queue, ${attribute} ${appliesTo ?? ''}`)
    return found
  }
  function numberOf(attribute: string, appliesTo?: string): number {
    const value = Number(rule(attribute, appliesTo).value)
    if (!(value >= 0)) throw new Error(`Not a number for queue, ${attribute}: "${rule(attribute).value}"`)
    return value
  }
  function letterOf(service: QueueService): string {
    const { value } = rule('letter', service)
    if (!/^[A-Z]$/.test(value)) throw new Error(`Not a letter for queue, ${service}: "${value}"`)
    return value
  }
  return {
    order: {
      appointmentLeadMinutes: numberOf('appointment-lead'),
      lateGraceMinutes: numberOf('late-grace'),
      mostOvertaken: numberOf('most-overtaken'),
      longestWaitMinutes: numberOf('longest-wait'),
      helpFirst: numberOf('help-first') > 0,
      ...own,
    },
    checkInOpensMinutes: numberOf('check-in-opens'),
    checkInClosesMinutes: numberOf('check-in-closes'),
    mostCalls: numberOf('most-calls'),
    callNudgeMinutes: numberOf('call-nudge'),
    lateMinutes: numberOf('late'),
    mostLate: numberOf('most-late'),
    leaveUndoMinutes: numberOf('leave-undo'),
    display: {
      callSeconds: numberOf('display-call'),
      called: numberOf('display-called'),
      next: numberOf('display-next'),
    },
    parkMinutes: numberOf('park'),
    letters: forEachService(letterOf),
    serviceMinutes: forEachService((service) => numberOf('service-time', service)),
    furtherPersonShare: numberOf('further-person') / 100,
  }
}

function forEachService<Value>(valueOf: (service: QueueService) => Value): Record<QueueService, Value> {
  return {
    passport: valueOf('passport'),
    'pick-up': valueOf('pick-up'),
    consent: valueOf('consent'),
    'lost-document': valueOf('lost-document'),
    report: valueOf('report'),
    certificate: valueOf('certificate'),
    firearms: valueOf('firearms'),
    immigration: valueOf('immigration'),
    other: valueOf('other'),
  }
}
