import assert from 'node:assert/strict'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseUnavailable } from '#db/errors.ts'
import { createWriteGate } from '#db/write-gate.ts'

test('no more writes run at once than the gate lets in, and all of them run', async () => {
  const pass = createWriteGate({ most: 2, waitMilliseconds: 5_000 })
  let [inside, most, done] = [0, 0, 0]
  await Promise.all(
    Array.from({ length: 9 }, () =>
      pass(async () => {
        most = Math.max(most, (inside += 1))
        await wait(2)
        inside -= 1
        done += 1
      }),
    ),
  )
  assert.deepEqual([most, done], [2, 9])
})

test('a write that fails lets the next one in', async () => {
  const pass = createWriteGate({ most: 1, waitMilliseconds: 5_000 })
  const failed = pass(() => Promise.reject(new Error('a bug')))
  const next = pass(() => Promise.resolve('done'))
  await assert.rejects(failed, /a bug/)
  assert.equal(await next, 'done')
})

test('who waits too long is turned away, and takes no place from those behind', async () => {
  const pass = createWriteGate({ most: 1, waitMilliseconds: 20 })
  let finish = () => {}
  const first = pass(() => new Promise<void>((resolve) => (finish = resolve)))
  await assert.rejects(
    pass(() => Promise.resolve()),
    DatabaseUnavailable,
  )
  const next = pass(() => Promise.resolve('done'))
  finish()
  await first
  assert.equal(await next, 'done')
})
