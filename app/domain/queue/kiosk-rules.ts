import { rulesOn, type ServiceRule } from '../rules/rule.ts'

/** How long a screen that many use waits for a touch before it begins anew, and how long before that it says so. */
export type KioskRules = { resetSeconds: number; warningSeconds: number }

/**
 * The rules of the kiosk that hold on a day (queue, kiosk-…).
 * @throws {Error} naming the rule that is missing or makes no sense
 */
export function kioskRulesOn(allRules: readonly ServiceRule[], day: Temporal.PlainDate): KioskRules {
  const rules = rulesOn(allRules, day)
  function secondsOf(attribute: string): number {
    const rule = rules.find((row) => row.service === 'queue' && row.attribute === attribute)
    const seconds = Number(rule?.value)
    if (!(seconds > 0)) throw new Error(`No seconds for queue, ${attribute} on ${day}: "${rule?.value}"`)
    return seconds
  }
  const [resetSeconds, warningSeconds] = [secondsOf('kiosk-reset'), secondsOf('kiosk-warning')]
  // Less than 20 seconds to say "I am still here" would shut people out (WCAG 2.2.1).
  if (warningSeconds < 20 || warningSeconds >= resetSeconds)
    throw new Error(
      `The kiosk must warn 20 seconds before it begins anew, and not at once: ${warningSeconds}`,
    )
  return { resetSeconds, warningSeconds }
}
