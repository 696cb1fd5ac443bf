import assert from 'node:assert/strict'
import test from 'node:test'
import { bookedOnwards } from '#app/domain/queue/booked-onwards.ts'
import type { Ticket } from '#app/domain/queue/ticket.ts'
import { aTicket, minutes } from '#tests/support/queue-builders.ts'

const HERE = { counterId: 1, now: minutes(10) }

function finished(id: number, some: Partial<Ticket> = {}): Ticket {
  return aTicket({
    ...{ id, status: 'finished', counterId: 1, endedAt: minutes(5), outcome: 'needs-appointment' },
    ...some,
  })
}

test('the next appointment is booked for the last that a counter was done with', () => {
  const next = aTicket({ id: 3, status: 'serving', counterId: 1 })
  const before = finished(1, { endedAt: minutes(1), outcome: 'solved' })
  assert.equal(bookedOnwards([before, finished(2), next], HERE)?.id, 2)
})

test('it is not when the visit after it is over, when they were elsewhere, or long ago', () => {
  const after = finished(2, { endedAt: minutes(6), outcome: 'solved' })
  assert.equal(bookedOnwards([finished(1), after], HERE), null)
  assert.equal(bookedOnwards([finished(1, { counterId: 2 })], HERE), null)
  assert.equal(bookedOnwards([finished(1)], { ...HERE, now: minutes(20) })?.id, 1)
  assert.equal(bookedOnwards([finished(1)], { ...HERE, now: minutes(21) }), null)
})

test('of two that ended in the same second the later counts', () => {
  assert.equal(bookedOnwards([finished(1, { outcome: 'solved' }), finished(2)], HERE)?.id, 2)
  assert.equal(bookedOnwards([finished(1), finished(2, { outcome: 'solved' })], HERE), null)
})

test('also when their visit ended in another way that did not solve it', () => {
  assert.equal(bookedOnwards([finished(1, { outcome: 'document-missing' })], HERE)?.id, 1)
})

test('who has their visit taken up again needs no next one', () => {
  assert.equal(bookedOnwards([finished(1, { status: 'waiting', counterId: null })], HERE), null)
})
