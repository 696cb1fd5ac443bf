import { rulesOn, type ServiceRule } from '../rules/rule.ts'

/** Who logs in: they have issuers, cookies and rules of their own. */
export const AUDIENCES = ['citizen', 'staff'] as const
export type Audience = (typeof AUDIENCES)[number]

/** Epoch seconds. */
export type SessionTimes = { startedAt: number; seenAt: number }

export type SessionRules = {
  /** Without a request for so long it ends. */
  idleSeconds: number
  /** It never lasts longer. */
  longestSeconds: number
  /** So long before its end a person is told. */
  warningSeconds: number
}

/**
 * The rules of sessions that hold on a day (`any` for citizens or `staff`; session-idle, session-longest and
 * session-warning).
 * @throws {Error} naming the rule that is missing
 */
export function sessionRulesOn(
  allRules: readonly ServiceRule[],
  day: Temporal.PlainDate,
  audience: Audience,
): SessionRules {
  const rules = rulesOn(allRules, day)
  const service = audience === 'staff' ? 'staff' : 'any'
  function secondsOf(attribute: string): number {
    const rule = rules.find((row) => row.service === service && row.attribute === attribute)
    const minutes = Number(rule?.value)
    if (!rule || !(minutes > 0))
      throw new Error(`No rule that holds on ${day} gives ${service}, ${attribute}`)
    return minutes * 60
  }
  return {
    idleSeconds: secondsOf('session-idle'),
    longestSeconds: secondsOf('session-longest'),
    warningSeconds: secondsOf('session-warning'),
  }
}

/** When a session ends unless its person does something, epoch seconds. */
export function sessionEnd({ startedAt, seenAt }: SessionTimes, rules: SessionRules): number {
  return Math.min(seenAt + rules.idleSeconds, startedAt + rules.longestSeconds)
}

/** Whether its end can be put off by using it. */
export function canBeProlonged({ startedAt, seenAt }: SessionTimes, rules: SessionRules): boolean {
  return seenAt + rules.idleSeconds < startedAt + rules.longestSeconds
}
