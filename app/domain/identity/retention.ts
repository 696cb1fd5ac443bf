import { rulesOn, type ServiceRule } from '../rules/rule.ts'

/** Under which service the rule of each kind stands. */
const SERVICE_OF = { appointment: 'any', ticket: 'queue', message: 'contact' } as const

/**
 * For how many days after its time an appointment still says whose it was, a ticket of the queue is there at all, and a
 * message to a politikontakt waits that cannot be handed over (any, kept, appointment; queue, kept, ticket; contact,
 * kept, message).
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
    throw new Error(`No rule that holds on ${day} says how long one ${kept} is kept`)
  }
  return days
}
