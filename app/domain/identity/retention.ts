import { rulesOn, type ServiceRule } from '../rules/rule.ts'

/** Under which service the rule stands. */
const SERVICE_OF = { appointment: 'any', ticket: 'queue' } as const

/**
 * For how many days after its time an appointment still says whose it was, and a ticket of the queue is there at all
 * (any, kept, appointment; queue, kept, ticket).
 * @throws {Error} when no rule gives it: what is kept for how long must not depend on a typing error
 */
export function keptDaysOn(
  allRules: readonly ServiceRule[],
  day: Temporal.PlainDate,
  kept: keyof typeof SERVICE_OF = 'appointment',
): number {
  const rule = rulesOn(allRules, day).find(
    ({ service, attribute, appliesTo }) =>
      service === SERVICE_OF[kept] && attribute === 'kept' && appliesTo === kept,
  )
  const days = Number(rule?.value)
  if (!rule || !Number.isInteger(days) || days < 1) {
    throw new Error(`No rule that holds on ${day} says how long ${kept}s are kept`)
  }
  return days
}
