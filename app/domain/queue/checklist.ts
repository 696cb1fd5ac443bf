import { rulesOn, type ServiceRule } from '../rules/rule.ts'
import { QUEUE_SERVICES, type QueueService } from './ticket.ts'

/** What staff see to at the counter; which of them for which service is data (queue, checks). */
export const CHECKS = [
  'identity',
  'old-document',
  'photo',
  'fee',
  'hand-out',
  'cut-old-document',
  'child-known',
  'responsibility',
  'read-aloud',
  'block-document',
  'new-appointment',
  'what-happened',
  'receipt',
  'purpose',
  'permit',
  'right-authority',
] as const
export type Check = (typeof CHECKS)[number]

/**
 * What to see to for each service on a day.
 * @throws {Error} naming the rule that is missing or names something unknown
 */
export function checklistsOn(
  allRules: readonly ServiceRule[],
  day: Temporal.PlainDate,
): Map<QueueService, Check[]> {
  const rules = rulesOn(allRules, day).filter(
    ({ service, attribute }) => service === 'queue' && attribute === 'checks',
  )
  return new Map(
    QUEUE_SERVICES.map((service) => {
      const rule = rules.find(({ appliesTo }) => appliesTo === service)
      if (!rule) throw new Error(`No rule that holds on ${day} gives queue, checks ${service}`)
      return [service, rule.value.split(' ').filter(Boolean).map(checkCalled)]
    }),
  )
}

function checkCalled(name: string): Check {
  const check = CHECKS.find((known) => known === name)
  if (!check) throw new Error(`Not a check of queue, checks: "${name}"`)
  return check
}
