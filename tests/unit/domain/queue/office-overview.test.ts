import assert from 'node:assert/strict'
import test from 'node:test'
import { endDay } from '#app/domain/queue/actions/end-day.ts'
import { hitWeeks } from '#app/domain/queue/hit-weeks.ts'
import { officeOverview } from '#app/domain/queue/office-overview.ts'
import type { QueueEvent } from '#app/domain/queue/queue-event.ts'
import { TEN, aCounter, aTicket, minutes, tickIn } from '#tests/support/queue-builders.ts'
import { RULES } from '#tests/support/simulated-days.ts'

function anEvent(minute: number, kind: QueueEvent['kind']): QueueEvent {
  return {
    ...{ id: minute, officeId: 'sandvika', day: '2026-11-24', at: minutes(minute), kind, ticketId: 1 },
    ...{ service: 'passport', counterId: 1, seconds: null, detail: null },
  }
}

test('an overview tells who is where for how long, who waits longest and for what, and who asks for help', () => {
  const tickets = [
    aTicket({ id: 1, status: 'serving', counterId: 1, calledAt: minutes(3), startedAt: minutes(4) }),
    aTicket({ id: 2, arrivedAt: minutes(2) }),
    aTicket({ id: 3, service: 'report', letter: 'H', arrivedAt: minutes(5), asksForHelp: true }),
  ]
  const overview = officeOverview(
    { now: minutes(20), tickets, counters: [aCounter({ callsForHelp: true })], rules: RULES },
    {
      tickets: [
        ...tickets,
        aTicket({ id: 4, status: 'finished', counterId: 1 }),
        aTicket({ id: 5, status: 'no-show' }),
      ],
      events: [
        anEvent(0, 'counter-opened'),
        anEvent(0, 'called'),
        anEvent(2, 'finished'),
        anEvent(3, 'called'),
      ],
      coming: [-60, 10].map((minute, id) => ({
        id,
        startTick: tickIn(minute),
        service: 'passport',
        people: 1,
      })),
    },
  )
  const [counter] = overview.counters
  assert.deepEqual(counter?.visit, { label: 'A1', service: 'passport', isServed: true, minutes: 16 })
  assert.deepEqual([counter.served, counter.busy, counter.callsForHelp], [1, 19 / 20, true])
  assert.deepEqual(overview.waiting, [
    { service: 'passport', people: 1, longest: 18 },
    { service: 'report', people: 1, longest: 15 },
  ])
  assert.deepEqual([overview.longest, overview.asking], [18, ['H3']])
  assert.deepEqual([overview.served, overview.notHere, overview.missed, overview.coming], [1, 1, 1, 1])
})

test('an end that is undone was none, and a call that is undone was the end of it', () => {
  const undone = (minute: number, detail: string, ticketId: number) => ({
    ...anEvent(minute, 'undone'),
    ...{ detail, ticketId },
  })
  const events = [
    anEvent(0, 'counter-opened'),
    anEvent(0, 'called'),
    anEvent(4, 'finished'),
    { ...anEvent(4, 'called'), ticketId: 2 },
    undone(5, 'next', 1),
    undone(5, 'next', 2),
    anEvent(10, 'finished'),
    { ...anEvent(12, 'called'), ticketId: 2 },
    undone(13, 'call', 2),
  ]
  const finished = aTicket({ id: 1, status: 'finished', counterId: 1 })
  const overview = officeOverview(
    { now: minutes(20), tickets: [], counters: [aCounter()], rules: RULES },
    { tickets: [finished], events, coming: [] },
  )
  const [counter] = overview.counters
  assert.deepEqual([counter?.served, counter?.busy], [1, 11 / 20])
})

test('hits are added up by week, the newest first', () => {
  const day = (text: string) => ({ day: text, told: 10, half: 5, most: 8 })
  assert.deepEqual(hitWeeks([day('2026-11-20'), day('2026-11-23'), day('2026-11-29')]), [
    { monday: '2026-11-23', told: 20, half: 10, most: 16 },
    { monday: '2026-11-16', told: 10, half: 5, most: 8 },
  ])
})

test('at the end of the day whoever is left is closed with that as the reason, wherever they were', () => {
  const tickets = [
    aTicket({ id: 1 }),
    aTicket({ id: 2, status: 'serving', counterId: 1, calledAt: TEN }),
    aTicket({ id: 3, status: 'finished' }),
  ]
  const ended = endDay({
    now: minutes(900),
    tickets,
    counters: [aCounter(), aCounter({ id: 2, status: 'closed' })],
  })
  assert.ok(ended.ok)
  assert.deepEqual(
    ended.tickets.map(({ id, set }) => [id, set.status, set.endedAt]),
    [
      [1, 'closed', minutes(900)],
      [2, 'closed', minutes(900)],
    ],
  )
  assert.deepEqual(
    ended.events.map(({ kind, ticketId, counterId, detail }) => [kind, ticketId, counterId, detail]),
    [
      ['closed', 1, null, 'day-over'],
      ['closed', 2, 1, 'day-over'],
      ['counter-closed', null, 1, 'day-over'],
    ],
  )
})
