import assert from 'node:assert/strict'
import test from 'node:test'
import type { TicketFacts } from '#app/domain/queue/ticket-facts.ts'
import { ticketView } from '#app/routes/tickets/ticket-view.ts'
import { TEN } from '#tests/support/queue-builders.ts'

function titleOf(number: number): string {
  const facts: TicketFacts = {
    ...{ label: 'S20', day: '2026-11-24', service: 'passport', state: 'waiting', startTick: null },
    ...{ place: { number, reason: 'arrival', wait: null }, notBefore: null, counter: null, call: null },
    ...{ late: { said: 0, left: 2, minutes: 10 }, mayComeBack: false, asksForHelp: false, needs: [] },
  }
  return ticketView(facts, { now: TEN, delayMinutes: 0 }, 'nb').title
}

test('a place is told as how many are ahead, so that nobody takes it for the number that is called', () => {
  assert.deepEqual([7, 2, 1].map(titleOf), ['6 er foran deg', 'Én er foran deg', 'Du er neste'])
})
