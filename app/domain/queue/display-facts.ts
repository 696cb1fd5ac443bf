import type { MessageLanguage } from '../scheduling/appointment.ts'
import type { QueueState } from './decision.ts'
import { queueOrder } from './queue-order.ts'
import { QUEUE_SERVICES, ticketLabel, type QueueService } from './ticket.ts'
import type { WaitRange } from './wait-range.ts'

/** A number that is at a counter. */
export type DisplayCall = {
  /** "A12" */
  label: string
  counter: number
  /** The one in which it is called aloud. */
  language: MessageLanguage
  /** Names one call: another when they are called again. */
  key: string
  /** So long it is yet to be shown alone; 0 for one that has been, or who stands at the counter. */
  secondsAlone: number
}

/** What everybody in the room may see: numbers, and nothing of those who hold them (security.md, threat 14). */
export type DisplayFacts = {
  /** The newest first. */
  calls: DisplayCall[]
  /** Who comes next, first in front. */
  next: string[]
  /** How many wait who may be called now. */
  waiting: number
  /** What the open counters have, by how long it takes; null when that cannot be said. One row for all is for all. */
  waits: { services: QueueService[]; wait: WaitRange | null }[]
}

/** @param newcomers how long each would wait who came now, of what the open counters have */
export function displayFacts(
  state: QueueState,
  newcomers: ReadonlyMap<QueueService, WaitRange | null>,
): DisplayFacts {
  const { now, tickets, counters, rules } = state
  const order = queueOrder(tickets, rules.order, now)
  const numberOf = new Map(counters.map(({ id, number }) => [id, number]))
  const calls = tickets
    .filter(({ status }) => status === 'called' || status === 'serving')
    .sort((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0) || b.number - a.number)
    .flatMap((ticket) => {
      const counter = numberOf.get(ticket.counterId ?? -1)
      if (counter === undefined) return []
      const { language, status, calledAt, calls: times } = ticket
      const { callSeconds } = rules.display
      const alone = status === 'called' ? (calledAt ?? 0) + callSeconds - now : 0
      const key = `${ticketLabel(ticket)}-${calledAt}-${times}`
      return [
        {
          label: ticketLabel(ticket),
          counter,
          language,
          key,
          secondsAlone: Math.min(callSeconds, Math.max(0, alone)),
        },
      ]
    })
  return {
    calls: calls.slice(0, rules.display.called),
    next: order.slice(0, rules.display.next).map(({ ticket }) => ticketLabel(ticket)),
    waiting: order.length,
    waits: waitsOf(newcomers),
  }
}

/** What an office has that somebody might come for now, in the order of the list. */
export function openServices({ counters }: Pick<QueueState, 'counters'>): QueueService[] {
  const open = new Set(counters.flatMap(({ status, services }) => (status === 'open' ? services : [])))
  return QUEUE_SERVICES.filter((service) => open.has(service))
}

/** Those that take equally long stand together: nine lines of the same numbers are read by nobody. */
function waitsOf(newcomers: ReadonlyMap<QueueService, WaitRange | null>): DisplayFacts['waits'] {
  const rows: DisplayFacts['waits'] = []
  for (const [service, wait] of newcomers) {
    const same = rows.find(
      (row) => row.wait?.most.from === wait?.most.from && row.wait?.most.to === wait?.most.to,
    )
    if (same) same.services.push(service)
    else rows.push({ services: [service], wait })
  }
  return rows
}
