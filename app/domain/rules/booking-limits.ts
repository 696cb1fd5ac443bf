import { rulesOn, type ServiceRule } from './rule.ts'

/** Limits against farming: so much may one visitor, one person, one contact address have; staff may lift the last two. */
export type BookingLimits = {
  /** Living holds of one visitor. */
  holds: number
  /** Confirmed appointments to come of one person, for one service. */
  appointments: number
  /** Confirmations with one e-mail address or mobile number on one day. */
  confirmationsPerDay: number
  /** Which part of an office's day may be held without being confirmed, in percent, and how many holds always may. */
  unconfirmedPercent: number
  unconfirmedAlways: number
  /** For how many hours a limit that staff lift is lifted. */
  liftHours: number
}

/**
 * The limits that hold on a day.
 * @throws {Error} naming the rule that is missing
 */
export function bookingLimitsOn(allRules: readonly ServiceRule[], day: Temporal.PlainDate): BookingLimits {
  const rules = rulesOn(allRules, day)
  function numberOf(attribute: string): number {
    const value = Number(rules.find((row) => row.service === 'any' && row.attribute === attribute)?.value)
    if (!(value > 0)) throw new Error(`No rule that holds on ${day} gives any, ${attribute}`)
    return value
  }
  return {
    holds: numberOf('holds'),
    appointments: numberOf('active-appointments'),
    confirmationsPerDay: numberOf('confirmations-per-day'),
    unconfirmedPercent: numberOf('unconfirmed-share'),
    unconfirmedAlways: numberOf('unconfirmed-always'),
    liftHours: numberOf('limit-lift'),
  }
}
