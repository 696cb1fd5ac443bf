import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isLost } from '#app/enhancements/live/live-source.ts'

describe('A page that listens', () => {
  test('leaves an attempt its time, however long nothing was heard before it', () => {
    const attempt = { isOpen: false, heardAt: 0, triedAt: 60_000 }
    assert.equal(isLost({ ...attempt, now: 60_001 }), false)
    assert.equal(isLost({ ...attempt, now: 63_999 }), false)
    assert.equal(isLost({ ...attempt, now: 64_000 }), true)
  })

  test('waits longer for a server that has begun to answer, and then for its next sign', () => {
    const answered = { isOpen: true, heardAt: 0, triedAt: 60_000 }
    assert.equal(isLost({ ...answered, now: 67_999 }), false)
    assert.equal(isLost({ ...answered, now: 68_000 }), true)
    assert.equal(isLost({ ...answered, heardAt: 66_000, now: 73_999 }), false)
    assert.equal(isLost({ ...answered, heardAt: 66_000, now: 74_000 }), true)
  })
})
