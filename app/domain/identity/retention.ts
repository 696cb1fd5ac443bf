import { rulesOn, type ServiceRule } from '../rules/rule.ts'

/**
 * For how many days after its time an appointment still says whose it was, and a ticket of the queue is there at all
 * (any, kept, …).
 * @throws {Error} when no rule gives it: what is kept for how long must not depend on a typing error
 */
export function keptDaysOn(
  allRules: readonly ServiceRule[],
  day: Temporal.PlainDate,
  kept: 'appointment' | 'ticket' = 'appointment',
): number {
  return daysOf(allRules, day, { service: 'any', appliesTo: kept })
}

/**
 * For how many days a message to a politikontakt is kept that cannot be handed over (contact, kept, message).
 * @throws {Error} when no rule gives it
 */
export function contactKeptDaysOn(allRules: readonly ServiceRule[], day: Temporal.PlainDate): number {
  return daysOf(allRules, day, { service: 'contact', appliesTo: 'message' })
}

function daysOf(
  allRules: readonly ServiceRule[],
  day: Temporal.PlainDate,
  wanted: Pick<ServiceRule, 'service' | 'appliesTo'>,
): number {
  const rule = rulesOn(allRules, day).find(
    ({ service, attribute, appliesTo }) =>
      service === wanted.service && attribute === 'kept' && appliesTo === wanted.appliesTo,
  )
  const days = Number(rule?.value)
  if (!rule || !Number.isInteger(days) || days < 1) {
    throw new Error(`No rule that holds on ${day} gives ${wanted.service}, kept, ${wanted.appliesTo}`)
  }
  return days
}
