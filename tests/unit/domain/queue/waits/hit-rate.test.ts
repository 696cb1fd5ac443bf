import assert from 'node:assert/strict'
import test from 'node:test'
import type { DayKind } from '#app/domain/queue/days/made-day.ts'
import { hitRates, learntFrom, simulatedDay, type ToldWait } from '#tests/support/simulated-days.ts'

/** Ten days unlike those that were learnt from. Their seeds were not used to tune anything (docs/decisions/019). */
const DAYS: DayKind[] = [
  ...(['slow', 'slow', 'slow', 'slow'] as const),
  ...(['counter-lost', 'counter-lost', 'counter-lost'] as const),
  ...(['rush', 'rush', 'rush'] as const),
]

test('on ten days unlike those learnt from, half and four fifths of the waits are as they were told', (t) => {
  const figures = learntFrom(20, 'must show')
  const days = DAYS.map((kind, day) => ({
    kind,
    waits: simulatedDay(kind, `must show ${day}`, figures).waits,
  }))
  const say = (name: string, waits: readonly ToldWait[]) => {
    const { half, most } = hitRates(waits)
    t.diagnostic(`${name}: ${percent(half)} % and ${percent(most)} % of ${waits.length} waits`)
  }
  for (const kind of new Set(DAYS)) {
    const waits = days.filter((day) => day.kind === kind).flatMap((day) => day.waits)
    say(kind, waits)
  }
  const all = days.flatMap(({ waits }) => waits)
  say('all', all)
  const { half, most } = hitRates(all)
  assert.ok(all.length > 1000)
  assert.ok(Math.abs(half - 0.5) <= 0.1, `half: ${half}`)
  assert.ok(Math.abs(most - 0.8) <= 0.1, `most: ${most}`)
})

function percent(share: number): string {
  return (share * 100).toFixed(1)
}
