import assert from 'node:assert/strict'
import test from 'node:test'
import { paceToday, type CaseToday } from '#app/domain/queue/waits/pace-today.ts'

const SLOWER = Math.log(1.3)

function over(off: number, secondsAgo = 0): CaseToday {
  return { off, spread: 0.45, isOver: true, secondsAgo }
}

test('before the first case today is as fast as usual, and how sure that is, is what days differ by', () => {
  assert.deepEqual(paceToday([], 0.2), { log: 0, spread: 0.2 })
})

test('a day that is three tenths slower is noticed within a few cases', () => {
  const noticed = (cases: number) =>
    paceToday(
      Array.from({ length: cases }, () => over(SLOWER)),
      0.2,
    )
  assert.ok(noticed(5).log > SLOWER * 0.4)
  assert.ok(noticed(10).log > SLOWER * 0.6)
  assert.ok(noticed(30).log > SLOWER * 0.8)
  assert.ok(noticed(30).spread < noticed(5).spread)
})

test('what was long ago tells less than what was just now', () => {
  const morning = Array.from({ length: 10 }, () => over(SLOWER, 4 * 3600))
  const now = Array.from({ length: 10 }, () => over(0))
  assert.ok(paceToday([...morning, ...now], 0.2).log < SLOWER / 3)
})

test('one who has just begun says nothing, one who has taken far too long says that today is slow', () => {
  const underWay = (off: number): CaseToday => ({ off, spread: 0.45, isOver: false, secondsAgo: 0 })
  assert.ok(Math.abs(paceToday([underWay(-3)], 0.2).log) < 0.001)
  assert.ok(paceToday([underWay(1)], 0.2).log > 0.1)
})
