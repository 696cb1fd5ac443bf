import assert from 'node:assert/strict'
import test from 'node:test'
import { createMetrics } from '#app/server/metrics.ts'

test('counters are on a port of their own, with what parts of the portal tell of themselves', async () => {
  const metrics = await createMetrics({ port: 0 })
  const port = await metrics.listen()
  try {
    metrics.answered({ route: '/:language', method: 'GET', status: 200, seconds: 0.01 })
    metrics.refused('busy')
    metrics.watch('portal_outbox_waiting', 'Messages that wait', async () => 7)
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    assert.match(text, /portal_requests_total\{route="\/:language",method="GET",status="200"\} 1/)
    assert.match(text, /portal_request_seconds_bucket\{le="0.01",route="\/:language"\} 1/)
    assert.match(text, /portal_refusals_total\{reason="busy"\} 1/)
    assert.match(text, /portal_outbox_waiting 7/)
    assert.match(text, /nodejs_eventloop_lag_p99_seconds|process_resident_memory_bytes/)
    assert.equal((await fetch(`http://127.0.0.1:${port}/nb`)).status, 404)
  } finally {
    metrics.close()
  }
})

test('without a port nothing is counted and nothing listens', async () => {
  const metrics = await createMetrics({ port: null })
  metrics.refused('busy')
  assert.equal(await metrics.listen(), null)
})
