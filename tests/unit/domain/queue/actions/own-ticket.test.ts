import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { askForHelp } from '#app/domain/queue/actions/ask-for-help.ts'
import { comeBack, leave } from '#app/domain/queue/actions/leave.ts'
import { sayLate } from '#app/domain/queue/actions/say-late.ts'
import type { Decision } from '#app/domain/queue/decision.ts'
import { aQueue, aTicket, minutes, tickIn } from '#tests/support/queue-builders.ts'

/** What a decision sets on the only ticket that it changes. */
function setBy(decision: Decision | { ok: false; reason: 'late-enough' }) {
  assert.ok(decision.ok, 'it was refused')
  return { set: decision.tickets[0]?.set, kinds: decision.events.map(({ kind }) => kind) }
}

const NOTHING = { set: undefined, kinds: [] }

describe('I am late', () => {
  test('moves the call some minutes ahead and keeps the place', () => {
    assert.deepEqual(setBy(sayLate(aQueue(), aTicket(), 0)), {
      set: { notBefore: minutes(10), late: 1 },
      kinds: ['late'],
    })
  })

  test('said again it adds to what was said', () => {
    const late = aTicket({ late: 1, notBefore: minutes(10) })
    assert.deepEqual(setBy(sayLate(aQueue(), late, 1)).set, { notBefore: minutes(20), late: 2 })
  })

  test('who is here long before their appointment gets the minutes after its time, not after now', () => {
    const early = aTicket({ startTick: tickIn(60) })
    assert.deepEqual(setBy(sayLate(aQueue(), early, 0)).set, { notBefore: minutes(70), late: 1 })
    const over = aTicket({ startTick: tickIn(-5) })
    assert.deepEqual(setBy(sayLate(aQueue(), over, 0)).set, { notBefore: minutes(10), late: 1 })
  })

  test('a form that is sent twice counts once', () => {
    assert.deepEqual(setBy(sayLate(aQueue(), aTicket({ late: 1, notBefore: minutes(10) }), 0)), NOTHING)
  })

  test('no more often than the rule lets', () => {
    assert.deepEqual(sayLate(aQueue(), aTicket({ late: 2 }), 2), { ok: false, reason: 'late-enough' })
  })

  test('one who was parked until a moment gets more time, one who is called does not', () => {
    const parked = aTicket({ status: 'parked', notBefore: minutes(5) })
    assert.deepEqual(setBy(sayLate(aQueue(), parked, 0)).set?.notBefore, minutes(15))
    for (const status of ['called', 'serving', 'parked', 'finished', 'left'] as const) {
      assert.deepEqual(sayLate(aQueue(), aTicket({ status }), 0), { ok: false, reason: 'not-waiting' })
    }
  })
})

describe('I leave', () => {
  test('ends the ticket, whether waiting, parked or called', () => {
    for (const status of ['waiting', 'parked', 'called'] as const) {
      const { set, kinds } = setBy(leave(aQueue(), aTicket({ status })))
      assert.deepEqual(
        { status: set?.status, endedAt: set?.endedAt, kinds },
        {
          ...{ status: 'left', endedAt: minutes(0), kinds: ['left'] },
        },
      )
    }
  })

  test('said twice it is said once, and who is served cannot', () => {
    assert.deepEqual(setBy(leave(aQueue(), aTicket({ status: 'left' }))), NOTHING)
    for (const status of ['serving', 'finished', 'no-show', 'closed'] as const) {
      assert.deepEqual(leave(aQueue(), aTicket({ status })), { ok: false, reason: 'not-waiting' })
    }
  })

  test('can be taken back for three minutes, with the old place', () => {
    const left = aTicket({ status: 'left', endedAt: minutes(-3), calls: 1, counterId: 1 })
    const { set, kinds } = setBy(comeBack(aQueue(), left))
    assert.equal(set?.status, 'waiting')
    assert.equal(set?.counterId, null)
    assert.equal(set && 'arrivedAt' in set, false)
    assert.deepEqual(kinds, ['undone'])
    const later = aQueue({ now: minutes(0) + 1 })
    assert.deepEqual(comeBack(later, left), { ok: false, reason: 'cannot-undo' })
  })

  test('who said that they are late and is here after all may be called at once', () => {
    const late = aTicket({ late: 1, notBefore: minutes(8) })
    assert.deepEqual(setBy(comeBack(aQueue(), late)), { set: { notBefore: null }, kinds: ['undone'] })
    assert.deepEqual(setBy(comeBack(aQueue(), aTicket())), NOTHING)
    // Those whom staff parked are staff's to call.
    const parked = aTicket({ status: 'parked', notBefore: minutes(8) })
    assert.deepEqual(comeBack(aQueue(), parked), { ok: false, reason: 'not-waiting' })
  })
})

describe('I need help', () => {
  test('says with what, and the event does not', () => {
    const decision = askForHelp(aTicket(), ['hearing'])
    assert.deepEqual(setBy(decision).set, { needs: ['hearing'], asksForHelp: true })
    assert.ok(decision.ok)
    assert.equal(JSON.stringify(decision.events).includes('hearing'), false)
  })

  test('asked twice it is asked once, and it can be taken back', () => {
    const asking = aTicket({ needs: ['hearing'], asksForHelp: true })
    assert.deepEqual(setBy(askForHelp(asking, ['hearing'])), NOTHING)
    assert.deepEqual(setBy(askForHelp(asking, [])).set, { needs: [], asksForHelp: false })
    assert.deepEqual(setBy(askForHelp(asking, ['wheelchair'])).set?.needs, ['wheelchair'])
  })

  test('nobody who is served or gone asks', () => {
    for (const status of ['serving', 'finished', 'left', 'no-show', 'closed'] as const) {
      assert.equal(askForHelp(aTicket({ status }), ['hearing']).ok, false)
    }
  })
})
