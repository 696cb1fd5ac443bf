import assert from 'node:assert/strict'
import test from 'node:test'
import { estimateWait, estimateWaitOf, estimateWaits } from '#app/domain/queue/estimate-waits.ts'
import { isAsTold } from '#app/domain/queue/wait-range.ts'
import { waitRangeOf } from '#app/domain/queue/waits/minute-range.ts'
import { NO_FIGURES, usualTimes } from '#app/domain/queue/waits/office-figures.ts'
import { TEN, aCounter, aTicket, minutes, tickIn } from '#tests/support/queue-builders.ts'
import { RULES } from '#tests/support/simulated-days.ts'

const tenWaiting = Array.from({ length: 10 }, (_, id) => aTicket({ id: id + 1, arrivedAt: minutes(id - 10) }))

function aState(some: Partial<Parameters<typeof estimateWaits>[0]> = {}) {
  return { now: TEN, tickets: tenWaiting, counters: [aCounter()], rules: RULES, ...some }
}

test('who stands further back waits longer, and a second counter halves the wait about', () => {
  const waits = [...estimateWaits(aState()).values()]
  const middles = waits.map((wait) => (wait ? wait.half.from + wait.half.to : 0))
  assert.deepEqual(
    middles,
    middles.toSorted((a, b) => a - b),
  )
  const last = (counters: ReturnType<typeof aCounter>[]) =>
    estimateWaitOf(aState({ counters }), 10)?.half.to ?? 0
  const share = last([aCounter(), aCounter({ id: 2 })]) / last([aCounter()])
  assert.ok(share > 0.35 && share < 0.65, String(share))
})

test('the range of four fifths holds that of a half', () => {
  for (const wait of estimateWaits(aState()).values()) {
    assert.ok(wait && wait.most.from <= wait.half.from && wait.half.to <= wait.most.to)
  }
})

test('nobody waits where a counter is free', () => {
  assert.deepEqual(estimateWait(aState({ tickets: [] }), 'passport')?.most, { from: 0, to: 0 })
})

test('nothing is said where no counter has it; one that pauses is waited for', () => {
  assert.equal(estimateWait(aState(), 'report'), null)
  assert.equal(estimateWait(aState({ counters: [aCounter({ status: 'closed' })] }), 'passport'), null)
  const paused = estimateWait(aState({ tickets: [], counters: [aCounter({ status: 'paused' })] }), 'passport')
  assert.ok(paused && paused.most.to > 5)
})

test('an appointment goes before those who came without one when its time is near', () => {
  const appointment = aTicket({ id: 20, startTick: tickIn(0) })
  const waits = estimateWaits(aState({ tickets: [...tenWaiting, appointment] }))
  assert.ok((waits.get(20)?.most.to ?? 99) <= (waits.get(1)?.most.to ?? 0))
})

test('asked twice, the same is told', () => {
  assert.deepEqual(estimateWaits(aState()), estimateWaits(aState()))
})

test('a wait is as told when its whole minutes lie within the range, both ends counted', () => {
  const range = { from: 2, to: 4 }
  assert.deepEqual(
    [89, 90, 240, 269, 270].map((seconds) => isAsTold(range, seconds)),
    [false, true, true, true, false],
  )
})

test('ranges of whole minutes hold as near to half and four fifths as whole minutes can', () => {
  const waits = Float64Array.from({ length: 100 }, (_, minute) => minute * 60)
  assert.deepEqual(waitRangeOf(waits), { half: { from: 25, to: 74 }, most: { from: 10, to: 89 } })
})

test('a service that nobody has measured takes what the rules say; what an office has measured counts more and more', () => {
  const minutesOf = (figures: typeof NO_FIGURES) => {
    const { log, spread } = usualTimes(figures, figures.times, RULES).of('passport', 10)
    return Math.exp(log + spread ** 2 / 2) / 60
  }
  const measured = (count: number) => {
    const log = Math.log(20 * 60)
    const sums = { count, sum: count * log, squares: count * log * log }
    return minutesOf({ ...NO_FIGURES, times: [{ service: 'passport', hour: 10, sums }] })
  }
  assert.ok(Math.abs(minutesOf(NO_FIGURES) - 12) < 0.01)
  assert.ok(measured(3) > 12 && measured(3) < measured(30) && measured(30) < measured(300))
  assert.ok(Math.abs(measured(3000) - 20) < 0.5)
})
