import assert from 'node:assert/strict'
import test from 'node:test'
import type { QueueState } from '#app/domain/queue/decision.ts'
import { estimateWaits } from '#app/domain/queue/estimate-waits.ts'
import { queuePlaces } from '#app/domain/queue/queue-places.ts'
import { aCounter, aQueue, aTicket, minutes, tickIn } from '#tests/support/queue-builders.ts'

const placesOf = (queue: QueueState) => queuePlaces(queue, estimateWaits(queue))

function numbers(queue: QueueState) {
  return [...placesOf(queue)].map(([id, { number }]) => `${id}: ${number}`).join(', ')
}

test('those who came first stand first', () => {
  const tickets = [2, 1, 3].map((id) => aTicket({ id, arrivedAt: minutes(id - 10) }))
  assert.equal(numbers(aQueue({ tickets })), '1: 1, 2: 2, 3: 3')
})

test('who waits for another counter is not in front', () => {
  const tickets = [
    aTicket({ id: 1, arrivedAt: minutes(-9) }),
    aTicket({ id: 2, arrivedAt: minutes(-8) }),
    aTicket({ id: 3, arrivedAt: minutes(-7), service: 'immigration' }),
  ]
  const counters = [aCounter({ id: 1 }), aCounter({ id: 2, services: ['immigration'] })]
  assert.equal(numbers(aQueue({ tickets, counters })), '1: 1, 2: 2, 3: 1')
  const shared = [aCounter({ id: 1 }), aCounter({ id: 2, services: ['immigration', 'passport'] })]
  assert.equal(numbers(aQueue({ tickets, counters: shared })), '1: 1, 2: 2, 3: 3')
})

test('while no counter has what they want, everybody in front counts, and no wait is said', () => {
  const tickets = [
    aTicket({ id: 1, arrivedAt: minutes(-9) }),
    aTicket({ id: 2, arrivedAt: minutes(-8), service: 'firearms' }),
  ]
  const place = placesOf(aQueue({ tickets })).get(2)
  assert.deepEqual(place, { number: 2, reason: 'arrival', wait: null })
})

test('who is late or parked has no place, and a place says why', () => {
  const tickets = [
    aTicket({ id: 1, notBefore: minutes(5), late: 1 }),
    aTicket({ id: 2, status: 'parked' }),
    aTicket({ id: 3, startTick: tickIn(60) }),
  ]
  const places = placesOf(aQueue({ tickets }))
  assert.deepEqual([...places.keys()], [3])
  assert.equal(places.get(3)?.reason, 'early')
})
