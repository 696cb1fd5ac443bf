import { data, type AppLoadContext } from '@remix-run/node'
import { translator } from '#app/i18n/i18n.ts'
import type { Language } from '#app/i18n/languages.ts'
import { waitWords } from '#app/i18n/wait-words.ts'
import { countAttempt, type TooMany } from '#app/use-cases/count-within.server.ts'

/**
 * Counts one more of what may not be done without end from one address.
 * @throws {Response} 429 with how long to wait, in words and as `Retry-After`
 */
export async function countOrRefuse(
  context: AppLoadContext,
  language: Language,
  limit: 'lost-links',
): Promise<void> {
  const { portal, visit } = context
  const counted = await countAttempt(portal, { limit, visitor: visit.visitor })
  if (!counted.ok) throw tooMany(context, language, { limit, ...counted })
}

/** The answer to somebody who did something too often: 429 with how long to wait, in words and as `Retry-After`. */
export function tooMany(
  context: AppLoadContext,
  language: Language,
  { limit, retryAfterSeconds }: TooMany & { limit: 'lost-links' | 'contact-messages' },
) {
  context.visit.refused = limit
  context.retryAfterSeconds = retryAfterSeconds
  return data({ wait: waitWords(retryAfterSeconds, translator(language)) }, { status: 429 })
}
