import type { Outcome, QueueService, Ticket } from './ticket.ts'

/**
 * What somebody does next whose visit did not solve it. `book`: their next time is booked here. `no-booking`: they need
 * a time that cannot be booked here yet; `how`: they go on as the page of a service says. `offices`: another office.
 */
export type NextStep =
  { kind: 'book' } | { kind: 'no-booking' | 'how' | 'specialist'; page: string } | { kind: 'offices' }

/** The page of what people come for, by its id; null for what has none, or what times are booked for here. */
const PAGE_OF: Record<QueueService, string | null> = {
  passport: null,
  consent: null,
  'lost-document': null,
  'pick-up': 'passport-and-id-card',
  report: 'report-a-crime',
  certificate: 'police-certificate',
  firearms: 'firearms',
  immigration: 'immigration',
  other: 'local-police-contact',
}

/** The next step after a visit; null after one that was solved, or is not over. */
export function nextStep({ service, outcome }: Pick<Ticket, 'service' | 'outcome'>): NextStep | null {
  return outcome === null || outcome === 'solved' ? null : stepAfter(service, outcome)
}

function stepAfter(service: QueueService, outcome: Exclude<Outcome, 'solved'>): NextStep {
  const page = PAGE_OF[service]
  switch (outcome) {
    case 'wrong-office':
      return { kind: 'offices' }
    case 'needs-specialist':
      return { kind: 'specialist', page: 'talk-to-a-specialist' }
    case 'needs-appointment':
      return page === null ? { kind: 'book' } : { kind: 'no-booking', page }
    case 'document-missing':
    case 'consent-missing':
    case 'system-down':
    case 'other':
      return page === null ? { kind: 'book' } : { kind: 'how', page }
    default:
      return outcome satisfies never
  }
}
