import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { killCounters } from '#tests/chaos/queue.ts'

const CYCLES = 5

// `npm run chaos -- queue --cycles 100` does the same for as long as one likes.
for (const kind of ['sqlite', 'postgres'] as const) {
  describe(`Counters on ${kind} that are killed while they call`, () => {
    test('leave everybody in one place, and nothing undone that was told', async () => {
      const { wrong, acknowledged } = await killCounters({ kind, cycles: CYCLES })
      assert.deepEqual(wrong, [])
      assert.ok(acknowledged >= CYCLES * 20, `${acknowledged} were told of`)
    })
  })
}
