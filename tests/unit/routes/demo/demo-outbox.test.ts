import assert from 'node:assert/strict'
import test from 'node:test'
import { demoOutbox } from '#app/routes/demo/demo-outbox.ts'

test('in earnest nobody can look at the messages of others', () => {
  assert.throws(
    () => demoOutbox({ outbox: null }),
    (thrown) => thrown instanceof Response && thrown.status === 404,
  )
})
