import type { MessageRules } from './message-rules.ts'

/** Whether a letter that is sent today may come after the day that it is about. */
export function mayLetterBeLate(
  { today, day }: { today: Temporal.PlainDate; day: Temporal.PlainDate },
  { letterDays }: Pick<MessageRules, 'letterDays'>,
): boolean {
  return today.until(day, { largestUnit: 'day' }).days < letterDays
}
