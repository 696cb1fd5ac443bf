import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { fuzz, readCorpus, type FuzzReport } from '#tests/chaos/fuzz.ts'

const CORPUS = 500
const REQUESTS = 2_000

// `npm run chaos -- fuzz --requests 100000` does the same for as long as one likes.
describe('A portal that is sent what no browser sends', () => {
  let report: FuzzReport
  before(async () => {
    report = await fuzz({ requests: REQUESTS, seed: 'continuous integration' })
  })

  test('answers nothing with a 5xx, lives, and logs no error', () => {
    assert.deepEqual(report.wrong, [], report.notes.join('\n'))
  })

  test('was sent all of it, and let enough of it in for that to mean something', () => {
    assert.equal(report.acknowledged, CORPUS + REQUESTS)
    for (const status of [200, 302, 400, 403, 404, 405, 411, 413, 414, 415, 417, 429, 431]) {
      assert.ok((report.statuses.get(status) ?? 0) > 0, `nothing was answered ${status}`)
    }
  })

  test('knows five hundred tricks by name', () => {
    const corpus = readCorpus()
    assert.equal(corpus.length, CORPUS)
    assert.equal(new Set(corpus.map(({ request }) => request)).size, CORPUS)
  })
})
