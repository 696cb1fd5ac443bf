import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { killAgainAndAgain, type KillReport } from '#tests/chaos/kill.ts'
import { KINDS } from '#tests/chaos/ledger.ts'

const CYCLES = 5
const FEWEST_ANSWERS = 40
const MOST_ANSWERS = 80

/** Fewer answers of a kind would show little. */
const FEWEST_OF_A_KIND = 3

// `npm run chaos -- kill --cycles 1000` does the same for as long as one likes.
for (const kind of ['sqlite', 'postgres'] as const) {
  describe(`A portal on ${kind} that is killed while visitors book, move and cancel`, () => {
    let report: KillReport
    before(async () => {
      report = await killAgainAndAgain({
        kind,
        cycles: CYCLES,
        fewestAnswers: FEWEST_ANSWERS,
        mostAnswers: MOST_ANSWERS,
      })
    })

    test('has lost, doubled and orphaned nothing', () => {
      const { lost, doubled, orphaned, notes } = report
      assert.deepEqual({ lost, doubled, orphaned }, { lost: 0, doubled: 0, orphaned: 0 }, notes.join('\n'))
    })

    test('has shown no broken page and no answer but 503 for a database that was away', () => {
      assert.deepEqual(report.wrong, [])
    })

    test('had told visitors enough for that to mean something', () => {
      assert.equal(report.cycles, CYCLES)
      const rare = KINDS.filter((name) => (report.kinds.get(name) ?? 0) < FEWEST_OF_A_KIND)
      assert.deepEqual(rare, [])
      assert.ok(report.unanswered > 0)
    })
  })
}
