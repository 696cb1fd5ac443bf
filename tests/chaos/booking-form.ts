import { randomUUID } from 'node:crypto'
import { aVisitorAddress } from '#tests/support/visitor-address.ts'

// The booking as a browser sends it: the one place that knows addresses and field names.

const ADULT = '18+.passport'

/** So many adults who want a passport, as the address of a booking says it. */
export function adults(count: number): string[] {
  return Array.from({ length: count }, () => ADULT)
}

/** A child of five to nine; a guardian comes along, and the other has consented. */
export const CHILD = '5-9.passport..comes-along_has-consented'

/** The page of an office's times. `people`: as the address of a booking says who comes. */
export function timePath({
  officeId,
  people = adults(1),
  change,
}: {
  officeId: string
  people?: readonly string[]
  /** The secret of a confirmed appointment that is to be moved. */
  change?: string
}): string {
  const search = new URLSearchParams()
  for (const person of people) search.append('person', person)
  search.set('at', 'country')
  search.set('office', officeId)
  if (change) search.set('change', change)
  return `/nb/passport/book/time?${search}`
}

export function contactFields(people = 1): Record<string, string> {
  const names = Array.from({ length: people }, (_, index) => [`name-${index + 1}`, 'Kari Nordmann'])
  // Nobody books much with one address (the limits against farming).
  const email = `${randomUUID()}@example.org`
  return { ...Object.fromEntries(names), email, mobile: '', messageLanguage: 'nb' }
}

export type Answer = { status: number; location: string }

/** Longer than the longest wait for a database that is busy or away: an answer that comes is always waited for. */
const LONGEST_ANSWER_MILLISECONDS = 45_000

/**
 * Posts a form as a browser without scripts does, each time as somebody else, and does not follow the answer.
 * @throws when there is no answer: the server is gone
 */
export async function postForm(
  url: string,
  path: string,
  fields: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      Origin: url,
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Forwarded-For': aVisitorAddress(),
    },
    body: new URLSearchParams(fields).toString(),
    signal: AbortSignal.timeout(LONGEST_ANSWER_MILLISECONDS),
  })
  await response.body?.cancel()
  return { status: response.status, location: response.headers.get('location') ?? '' }
}
