import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { TOP } from '#app/start/runtime.js'
import { killWorker } from '#tests/chaos/worker.ts'

const CYCLES = 5

// `npm run chaos -- worker --cycles 500` does the same for as long as one likes.
for (const kind of ['sqlite', 'postgres'] as const) {
  describe(`A worker on ${kind} that is killed while it sends`, () => {
    let report: Awaited<ReturnType<typeof killWorker>>
    before(async () => {
      report = await killWorker({ kind, cycles: CYCLES })
    })

    test('has lost no message, and sent none twice but what was taken and not yet marked', () => {
      const { lost, doubled, wrong } = report
      assert.deepEqual({ lost, doubled, wrong }, { lost: 0, doubled: 0, wrong: [] })
    })

    test('had sent enough for that to mean something', () => {
      assert.equal(report.kills, CYCLES)
      assert.ok(report.acknowledged >= CYCLES * 5, `${report.acknowledged} messages`)
    })
  })
}

test('a worker of its own refuses SQLite in a sentence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'worker-'))
  const { status, stderr } = spawnSync(process.execPath, [join(TOP, 'app/start/worker.ts')], {
    cwd: TOP,
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: `file:${join(folder, 'portal.db')}` },
  })
  rmSync(folder, { recursive: true })
  assert.equal(status, 1)
  assert.equal(stderr, 'A worker of its own needs PostgreSQL. On SQLite the server does this work itself.\n')
})
