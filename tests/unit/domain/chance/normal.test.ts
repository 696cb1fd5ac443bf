import assert from 'node:assert/strict'
import test from 'node:test'
import { diceOf } from '#app/domain/chance/dice.ts'
import { normalQuantile, normalShareBelow } from '#app/domain/chance/normal.ts'

test('the quantile and the share below are each the inverse of the other', () => {
  for (const share of [0.001, 0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98, 0.999]) {
    assert.ok(Math.abs(normalShareBelow(normalQuantile(share)) - share) < 1e-6, String(share))
  }
  assert.ok(Math.abs(normalQuantile(0.975) - 1.959964) < 1e-5)
})

test('what has taken long already takes longer still than what has just begun', () => {
  const usual = { log: Math.log(600), spread: 0.4 }
  const mean = (elapsed: number) => {
    const dice = diceOf('rest')
    const rests = Array.from({ length: 2000 }, () => dice.rest(usual, elapsed))
    assert.ok(rests.every((rest) => rest >= 0))
    return rests.reduce((sum, rest) => sum + rest, 0) / rests.length
  }
  assert.ok(Math.abs(mean(0) - 650) < 25)
  assert.ok(mean(1200) + 1200 > mean(600) + 600)
  assert.ok(mean(600) < mean(0))
})

test('the same key gives the same draws', () => {
  const drawn = (key: string) => Array.from({ length: 3 }, diceOf(key).share)
  assert.deepEqual(drawn('a'), drawn('a'))
  assert.notDeepEqual(drawn('a'), drawn('b'))
})
