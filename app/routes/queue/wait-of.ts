import type { AppLoadContext } from '@remix-run/node'
import type { LimitName } from '#app/domain/rules/rate-limits.ts'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { waitWords } from '#app/i18n/wait-words.ts'
import type { TooMany } from '#app/use-cases/count-within.server.ts'

/**
 * How long to wait after too many, in words and as `Retry-After`. The page stays what it is: a kiosk must not end on one
 * that leads elsewhere.
 */
export function waitOf(
  context: AppLoadContext,
  { retryAfterSeconds }: TooMany,
  limit: LimitName,
  language: Language,
): string {
  context.visit.refused = limit
  context.retryAfterSeconds = retryAfterSeconds
  return waitWords(retryAfterSeconds, translator(language))
}
