import { rulesOn, type ServiceRule } from './rule.ts'

/** What is counted by address: in the memory of a process the first two, in the database the others. */
export const LIMIT_NAMES = [
  'reads',
  'forms',
  'holds',
  'wrong-links',
  'logins',
  'lost-links',
  'tickets',
  'wrong-codes',
] as const
export type LimitName = (typeof LIMIT_NAMES)[number]

/** Whose requests are counted together: those of one address, and those of the network around it. */
export const ADDRESS_SCOPES = ['address', 'network'] as const
export type AddressScope = (typeof ADDRESS_SCOPES)[number]

/** So many in so many seconds. */
export type Allowance = { most: number; seconds: number }

export type RateLimits = Record<LimitName, Record<AddressScope, Allowance>> & {
  /** For one who is in the middle of a booking, when the address has used up its own. */
  ownLink: Allowance
  /** Connections that are open at once. */
  connections: Record<AddressScope, number>
  /** Pages that are told of changes at once, open at the same time. */
  live: Record<AddressScope, number>
}

/**
 * The limits that hold on a day (any, limit-…).
 * @throws {Error} naming the rule that is missing or makes no sense: without it a limit would be off unnoticed
 */
export function rateLimitsOn(allRules: readonly ServiceRule[], day: Temporal.PlainDate): RateLimits {
  const rules = rulesOn(allRules, day)
  function ruleFor(name: string, appliesTo: string): ServiceRule {
    const rule = rules.find((row) => row.attribute === `limit-${name}` && row.appliesTo === appliesTo)
    if (!rule) throw new Error(`No rule that holds on ${day} gives any, limit-${name}, ${appliesTo}`)
    return rule
  }
  const atOnce = (name: string) => ({
    address: countOf(ruleFor(name, 'address')),
    network: countOf(ruleFor(name, 'network')),
  })
  const inTime = (name: LimitName) => ({
    address: allowanceOf(ruleFor(name, 'address')),
    network: allowanceOf(ruleFor(name, 'network')),
  })
  return {
    reads: inTime('reads'),
    forms: inTime('forms'),
    holds: inTime('holds'),
    'wrong-links': inTime('wrong-links'),
    logins: inTime('logins'),
    'lost-links': inTime('lost-links'),
    tickets: inTime('tickets'),
    'wrong-codes': inTime('wrong-codes'),
    ownLink: allowanceOf(ruleFor('own-link', 'link')),
    connections: atOnce('connections'),
    live: atOnce('live'),
  }
}

function allowanceOf(rule: ServiceRule): Allowance {
  const seconds = Number(/^per (\d+) seconds$/.exec(rule.unit)?.[1])
  if (!(seconds > 0)) throw new Error(`Not a time for ${rule.attribute}: "${rule.unit}"`)
  return { most: countOf(rule), seconds }
}

function countOf({ attribute, value }: ServiceRule): number {
  const count = Number(value)
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`Not a count for ${attribute}: "${value}"`)
  return count
}
