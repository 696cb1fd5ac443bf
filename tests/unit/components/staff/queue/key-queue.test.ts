import assert from 'node:assert/strict'
import test from 'node:test'
import { nextKey, standingThen, waitWith, type WaitingKey } from '#app/components/staff/queue/key-queue.ts'
import type { Act, Standing } from '#app/components/staff/queue/standing.ts'

const KEYS: Record<string, string> = {
  n: 'next',
  h: 'start',
  x: 'no-show',
  z: 'undo',
  k: 'help',
  r: 'call-again',
}
const act = (key: string): Act => ({ name: KEYS[key] ?? key, ticketId: null })
const serving: Standing = { hereId: 4, status: 'serving', nextIds: [16, 17, 18] }

/** Which keys wait after these were pressed one after the other; the first is under way. */
function press([first = '', ...keys]: string, shown = serving): string {
  let waiting: WaitingKey[] = []
  for (const key of keys) {
    const answer = waitWith(waiting, { key, act: act(key) }, { shown, underWay: act(first) })
    if (answer.ok) waiting = answer.waiting
  }
  return waiting.map(({ key, meant }) => `${key}${meant.hereId ?? '-'}`).join(' ')
}

test('keys pressed while the server is slow wait in their order, each for the person who was shown as next', () => {
  assert.equal(press('nhn'), 'h16 n16')
  assert.equal(press('nhnh'), 'h16 n16 h17')
})

test('no more than three wait', () => {
  assert.equal(press('nhnhn'), 'h16 n16 h17')
})

test('what follows something undone does not wait: nobody knows who will be there', () => {
  assert.equal(press('zh'), '')
  assert.equal(press('nzh'), 'z16')
})

test('a key is pressed when the answer brings whom it was meant for', () => {
  const waiting = [
    { key: 'h', act: act('h'), meant: { hereId: 16, status: 'called', nextIds: [17] } as const },
  ]
  const shown = { hereId: 16, status: 'called', nextIds: [17, 18] } as const
  assert.deepEqual(nextKey(waiting, shown), { press: 'h', waiting: [] })
})

test('a key is dropped when somebody else has come, or the step before it was refused', () => {
  const meant = { hereId: 16, status: 'serving', nextIds: [] } as const
  const waiting = [{ key: 'n', act: act('n'), meant }]
  assert.deepEqual(nextKey(waiting, { ...meant, hereId: 17 }), { dropped: 'n' })
  assert.deepEqual(nextKey(waiting, { ...meant, status: 'called' }), { dropped: 'n' })
  assert.deepEqual(nextKey(waiting, { hereId: null, status: 'free', nextIds: [] }), { dropped: 'n' })
})

test('a picture that came before the answer is not counted twice', () => {
  const shown = { hereId: 16, status: 'called', nextIds: [17] } as const
  assert.deepEqual(standingThen([], { shown, underWay: act('n') }), shown)
})
