import assert from 'node:assert/strict'
import { test } from 'node:test'
import { durableAnswers } from '#tests/chaos/durable-answers.ts'

const WRITE = '7 pwrite64(21</data/portal.db-wal>, "abc"..., 4096, 32) = 4096'
const SYNC = '7 fdatasync(21</data/portal.db-wal>) = 0'
const FAILED_SYNC = '7 fdatasync(21</data/portal.db-wal>) = -1 EIO (Input/output error) (INJECTED)'
const DONE = answer('302 Found\\r\\nlocation: /nb/passport/book/AAAAAAAAAAAAAAAAAAAAAA/contact')
const REFUSED = answer('302 Found\\r\\nlocation: /nb/passport/book/time?office=hamar')
const PAGE = answer('200 OK')

test('an answer after its write and the sync of that is durable', () => {
  assert.deepEqual(durableAnswers(trace(WRITE, WRITE, SYNC, DONE, WRITE, SYNC, DONE)), {
    answers: 2,
    unsynced: 0,
    unwritten: 0,
    syncs: 2,
  })
})

test('an answer before the sync is found, also when the sync comes later or fails', () => {
  assert.equal(durableAnswers(trace(WRITE, DONE)).unsynced, 1)
  assert.equal(durableAnswers(trace(WRITE, DONE, SYNC)).unsynced, 1)
  assert.equal(durableAnswers(trace(WRITE, SYNC, WRITE, DONE)).unsynced, 1)
  assert.equal(durableAnswers(trace(WRITE, FAILED_SYNC, DONE)).unsynced, 1)
})

test('an answer that lives on the write of another one is found', () => {
  assert.equal(durableAnswers(trace(WRITE, SYNC, DONE, DONE)).unwritten, 1)
  assert.equal(durableAnswers(trace(SYNC, DONE)).unwritten, 1)
})

test('a page and a refusal promise nothing', () => {
  assert.equal(durableAnswers(trace(PAGE, WRITE, REFUSED, SYNC)).answers, 0)
})

test('the sync of another file does not make the log durable', () => {
  const other = '7 fdatasync(20</data/portal.db>) = 0'
  assert.equal(durableAnswers(trace(WRITE, other, DONE)).unsynced, 1)
})

test('a call that another thread interrupts counts where it ends', () => {
  const [begun, ended] = [
    '7 fdatasync(21</data/portal.db-wal> <unfinished ...>',
    '7 <... fdatasync resumed>) = 0',
  ]
  assert.equal(durableAnswers(trace(WRITE, begun, '8 futex(0x1) = 0', ended, DONE)).unsynced, 0)
  assert.equal(durableAnswers(trace(WRITE, begun, DONE, ended)).unsynced, 1)
})

function answer(head: string): string {
  return `7 write(25<TCP:[127.0.0.1:1->127.0.0.1:2]>, "HTTP/1.1 ${head}\\r\\n"..., 700) = 700`
}

function trace(...calls: string[]): string {
  return calls.join('\n')
}
