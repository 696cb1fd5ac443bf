import assert from 'node:assert/strict'
import test from 'node:test'
import { createPostLedger } from '#tests/chaos/post-ledger.ts'

type Row = Parameters<ReturnType<typeof createPostLedger>['settle']>[1][number]

function aRow(id: number, status: Row['status']): Row {
  return {
    ...{ id, status, appointmentId: id, kind: 'confirmed', dueAt: 0, sequence: 0, attempts: 0 },
    ...{ leaseUntil: null, sentAt: null, channel: 'email', failure: null },
  }
}
const idsOf = (...numbers: number[]) => numbers.map((number) => `message-${number}@portal.example`)

test('a message that is marked as sent and never came is lost, and so is one that was given up', () => {
  const { lost } = createPostLedger().settle(idsOf(1), [aRow(1, 'sent'), aRow(2, 'sent'), aRow(3, 'dead')])
  assert.equal(lost.length, 2)
})

test('a message may come again for each kill that found it taken and not marked, and not oftener', () => {
  const ledger = createPostLedger()
  ledger.sawKill(idsOf(2, 1), [aRow(1, 'waiting'), aRow(2, 'sent')])
  const rows = [aRow(1, 'sent'), aRow(2, 'sent')]
  assert.deepEqual(ledger.settle(idsOf(2, 1, 1), rows), { lost: [], doubled: [], twice: 1, unmarked: 1 })
  assert.equal(ledger.settle(idsOf(2, 1, 1, 1), rows).doubled.length, 1)
  assert.equal(ledger.settle(idsOf(2, 2, 1, 1), rows).doubled.length, 1)
})

test('a kill that found nothing new allows nothing', () => {
  const ledger = createPostLedger()
  ledger.sawKill(idsOf(1), [aRow(1, 'waiting')])
  ledger.sawKill(idsOf(1), [aRow(1, 'waiting')])
  assert.equal(ledger.settle(idsOf(1, 1, 1), [aRow(1, 'sent')]).doubled.length, 1)
})

test('what was void needs not come', () => {
  assert.deepEqual(createPostLedger().settle([], [aRow(1, 'void')]).lost, [])
})
