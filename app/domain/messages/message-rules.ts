import { rulesOn, type ServiceRule } from '../rules/rule.ts'

/** What the rules say about when people are written to. */
export type MessageRules = {
  /** Hours before an appointment, the longest first. */
  reminderHours: readonly number[]
  /** Nobody is reminded after `from` in the evening and before `to` in the morning. */
  quiet: { from: Temporal.PlainTime; to: Temporal.PlainTime }
  /** A reminder that would come sooner than so many minutes after the confirmation is not made. */
  leastMinutes: number
  /** So many days a letter may take. */
  letterDays: number
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

/**
 * The rules for messages that hold on a day (any: reminder, quiet-hours, reminder-least, letter-days).
 * @throws {Error} naming the rule that is missing or makes no sense
 */
export function messageRulesOn(allRules: readonly ServiceRule[], day: Temporal.PlainDate): MessageRules {
  const rules = rulesOn(allRules, day)
  function valuesOf(attribute: string): string[] {
    const rule = rules.find((row) => row.service === 'any' && row.attribute === attribute)
    if (!rule) throw new Error(`No rule that holds on ${day} gives any, ${attribute}`)
    return rule.value.split(';')
  }

  const [from = '', to = ''] = valuesOf('quiet-hours')
  for (const clock of [from, to]) if (!CLOCK.test(clock)) throw new Error(`Not a time of day: "${clock}"`)
  return {
    reminderHours: valuesOf('reminder')
      .map(numberOf)
      .sort((a, b) => b - a),
    quiet: { from: Temporal.PlainTime.from(from), to: Temporal.PlainTime.from(to) },
    leastMinutes: numberOf(valuesOf('reminder-least')[0] ?? ''),
    letterDays: numberOf(valuesOf('letter-days')[0] ?? ''),
  }
}

function numberOf(text: string): number {
  const number = Number(text)
  if (text === '' || !Number.isInteger(number) || number < 0) throw new Error(`Not a whole number: "${text}"`)
  return number
}
