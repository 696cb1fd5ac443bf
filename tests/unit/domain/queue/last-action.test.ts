import assert from 'node:assert/strict'
import test from 'node:test'
import { whatWasDone } from '#app/domain/queue/last-action.ts'
import { aTicket } from '#tests/support/queue-builders.ts'

test('"next" is told by what it did: a call, an end, or both', () => {
  const served = aTicket({ id: 1, number: 12, status: 'serving' })
  const waiting = aTicket({ id: 2, number: 14 })
  assert.deepEqual(whatWasDone('next', [waiting]), { kind: 'call', labels: ['A14'] })
  assert.deepEqual(whatWasDone('next', [served]), { kind: 'finish', labels: ['A12'] })
  assert.deepEqual(whatWasDone('next', [served, waiting]), {
    kind: 'finish-and-call',
    labels: ['A12', 'A14'],
  })
  assert.deepEqual(whatWasDone('park', [served]), { kind: 'park', labels: ['A12'] })
})

test('a split tells the new number too', () => {
  const family = aTicket({ id: 1, number: 12, people: 4 })
  const parted = aTicket({ id: 2, number: 57, splitFromId: 1 })
  assert.deepEqual(whatWasDone('split', [family], [parted]), { kind: 'split', labels: ['A12', 'A57'] })
})

test('what nobody knows is not told', () => assert.equal(whatWasDone('juggle', [aTicket()]), null))
