import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLedger, type Fact } from '#tests/chaos/ledger.ts'
import { doubledTimes, tornFamilies, type StoredAppointment } from '#tests/chaos/stored.ts'

const HELD: Fact = { status: 'held', officeId: 'hamar', startTick: 100, people: 1, hasContact: false }
const CONFIRMED: Fact = { ...HELD, status: 'confirmed', hasContact: true }
const CANCELLED: Fact = { ...CONFIRMED, status: 'cancelled' }
const MOVED: Fact = { ...CONFIRMED, startTick: 200 }

test('a ledger and a database that say the same are at peace', () => {
  const ledger = aLedgerThatTold(CONFIRMED)
  assert.deepEqual(ledger.settle([stored(CONFIRMED)]), { lost: [], orphaned: [] })
})

test('an appointment that was confirmed and is not there is lost', () => {
  const { lost } = aLedgerThatTold(CONFIRMED).settle([])
  assert.equal(lost.length, 1)
  assert.match(lost[0] ?? '', /told confirmed at hamar, tick 100, for 1, but the database has nothing/)
})

for (const [what, found] of Object.entries({
  'still held': { ...CONFIRMED, status: 'held' as const },
  'at another time': MOVED,
  'at another office': { ...CONFIRMED, officeId: 'alta' },
  'for fewer people': { ...CONFIRMED, people: 0 },
  'without its contact': { ...CONFIRMED, hasContact: false },
  cancelled: CANCELLED,
})) {
  test(`an appointment that was confirmed and is ${what} is lost`, () => {
    assert.equal(aLedgerThatTold(CONFIRMED).settle([stored(found)]).lost.length, 1)
  })
}

test('an appointment that was cancelled and is confirmed again is lost', () => {
  assert.equal(aLedgerThatTold(CANCELLED).settle([stored(CONFIRMED)]).lost.length, 1)
})

test('an appointment that nobody was told of is an orphan', () => {
  const { lost, orphaned } = createLedger(hashOf).settle([stored(HELD)])
  assert.deepEqual([lost.length, orphaned.length], [0, 1])
})

test('what was asked and not answered may have been done or not', () => {
  for (const found of [CONFIRMED, CANCELLED]) {
    const ledger = aLedgerThatTold(CONFIRMED)
    ledger.ask('cancelled', [{ secret: 'mine', becomes: CANCELLED }])
    assert.deepEqual(ledger.settle([stored(found)]), { lost: [], orphaned: [] })
    assert.equal(ledger.unanswered(), 1)
    // From now on it must stay as it was found.
    assert.deepEqual(ledger.standing(), [{ secret: 'mine', fact: found }])
  }
})

test('what was asked, not answered and became something else is found', () => {
  const ledger = aLedgerThatTold(CONFIRMED)
  ledger.ask('cancelled', [{ secret: 'mine', becomes: CANCELLED }])
  const { lost, orphaned } = ledger.settle([stored({ ...CONFIRMED, status: 'held' })])
  assert.ok(lost.length + orphaned.length > 0)
})

test('a hold that was asked for and not answered is no orphan, and gone is right too', () => {
  for (const found of [[stored(HELD)], []]) {
    const ledger = createLedger(hashOf)
    ledger.ask('held', [{ secret: 'mine', becomes: HELD }])
    assert.deepEqual(ledger.settle(found), { lost: [], orphaned: [] })
  }
})

test('a move that was not answered is done whole or not at all', () => {
  const [before, after] = [[stored(CONFIRMED), stored({ ...MOVED, status: 'held' }, 'hold')], [stored(MOVED)]]
  for (const found of [before, after]) {
    assert.deepEqual(aLedgerThatAskedToMove().settle(found), { lost: [], orphaned: [] })
  }
  const halfDone = [[stored(MOVED), stored({ ...MOVED, status: 'held' }, 'hold')], [stored(CONFIRMED)]]
  for (const found of halfDone) {
    const { lost, orphaned } = aLedgerThatAskedToMove().settle(found)
    assert.ok(lost.length + orphaned.length > 0)
  }
})

test('a request that was refused has changed nothing', () => {
  const ledger = aLedgerThatTold(CONFIRMED)
  ledger.ask('cancelled', [{ secret: 'mine', becomes: CANCELLED }]).refused()
  assert.equal(ledger.settle([stored(CANCELLED)]).lost.length, 1)
})

test('answers are counted by kind', () => {
  const ledger = aLedgerThatTold(CONFIRMED)
  ledger.ask('cancelled', [{ secret: 'mine', becomes: CANCELLED }]).acknowledged()
  assert.equal(ledger.acknowledged().get('confirmed'), 1)
  assert.equal(ledger.acknowledged().get('cancelled'), 1)
  assert.equal(ledger.acknowledged().get('held'), 0)
})

test('two living appointments on one tick are doubled, a cancelled one beside them is not', () => {
  const first = stored(CONFIRMED)
  assert.deepEqual(doubledTimes([first, stored(CANCELLED, 'theirs')]), [])
  const second = stored({ ...HELD, startTick: 101 }, 'theirs')
  assert.deepEqual(doubledTimes([first, second]), ['tick 101 of counter 1 has two owners'])
})

test('a hold may lie on the time of the appointment that it is to change, and on no other', () => {
  const mine = stored(CONFIRMED)
  const hold = { ...stored(HELD, 'hold of mine'), changesId: mine.id }
  assert.deepEqual(doubledTimes([hold, mine]), [])
  assert.equal(doubledTimes([{ ...hold, changesId: 99 }, mine]).length, 2)
})

test('a hold that has ended has no time any more', () => {
  assert.deepEqual(doubledTimes([stored(CONFIRMED), { ...stored(HELD, 'theirs'), isLiving: false }]), [])
})

test('a family is whole at one counter without a gap, or side by side within an hour', () => {
  const atOne = [aSeat(1, 100), aSeat(1, 102), aSeat(1, 104)]
  const aside = [aSeat(1, 100), aSeat(2, 100), aSeat(1, 110)]
  assert.deepEqual(tornFamilies([aFamily(atOne), aFamily(aside)]), [])
})

test('a family with a gap at its counter, or side by side for longer than an hour, is torn apart', () => {
  assert.equal(tornFamilies([aFamily([aSeat(1, 100), aSeat(1, 104)])]).length, 1)
  assert.equal(tornFamilies([aFamily([aSeat(1, 100), aSeat(2, 111)])]).length, 1)
})

function aSeat(resourceId: number, startTick: number) {
  return { resourceId, startTick, ticks: 2 }
}

function aFamily(seats: StoredAppointment['seats']): StoredAppointment {
  return { ...stored(CONFIRMED), seats }
}

function hashOf(secret: string): string {
  return `hash of ${secret}`
}

function aLedgerThatTold(fact: Fact) {
  const ledger = createLedger(hashOf)
  ledger.ask('confirmed', [{ secret: 'mine', becomes: fact }]).acknowledged()
  return ledger
}

function aLedgerThatAskedToMove() {
  const ledger = aLedgerThatTold(CONFIRMED)
  ledger.ask('held', [{ secret: 'hold', becomes: { ...MOVED, status: 'held' } }]).acknowledged()
  ledger.ask('changed', [
    { secret: 'mine', becomes: MOVED },
    { secret: 'hold', becomes: null },
  ])
  return ledger
}

function stored({ people, ...fact }: Fact, secret = 'mine'): StoredAppointment {
  const seats = Array.from({ length: people }, () => ({
    resourceId: 1,
    startTick: fact.startTick,
    ticks: 2,
  }))
  return {
    ...fact,
    id: secret.length,
    secretHash: hashOf(secret),
    changesId: null,
    isLiving: fact.status !== 'cancelled',
    wasConfirmed: fact.status !== 'held',
    seats,
  }
}
