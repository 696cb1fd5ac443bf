import assert from 'node:assert/strict'
import test from 'node:test'
import { whatIsDue, type Contact } from '#app/components/staff/queue/what-is-due.ts'

const NOW = 1_000_000

/** All is well: heard a second ago, asked ten seconds ago. */
function contact(some: Partial<Contact> = {}): Contact {
  return {
    ...{ now: NOW, heardAt: NOW - 1_000, triedAt: NOW - 60_000, askedAt: NOW - 10_000 },
    ...{ stream: 'open', failures: 0, isStale: false, ...some },
  }
}

test('a screen that is told what changes asks only now and then', () => {
  assert.deepEqual(whatIsDue(contact()), { ask: false, listen: false })
  assert.equal(whatIsDue(contact({ askedAt: NOW - 30_000 })).ask, true)
})

test('a stream that has fallen silent is begun anew, and the screen asks meanwhile', () => {
  assert.deepEqual(whatIsDue(contact({ heardAt: NOW - 8_000 })), { ask: true, listen: true })
})

test('a screen that is old asks and listens so often that it is right within five seconds of a cut', () => {
  const old = { isStale: true, heardAt: NOW - 60_000 }
  // Whichever way the net went: refused at once, or without an answer. The worst is a try that began just before.
  for (const stream of ['failed', 'trying'] as const) {
    let waited = 0
    while (!whatIsDue(contact({ ...old, stream, triedAt: NOW, now: NOW + waited, failures: 40 })).listen)
      waited += 100
    assert.ok(waited <= 4_000, `${stream}: ${waited} ms`)
  }
  assert.equal(whatIsDue(contact({ ...old, askedAt: NOW - 1_500 })).ask, true)
})

test('a stream that is refused while all else is answered is not asked for every other second', () => {
  const refused = { stream: 'failed', failures: 10, triedAt: NOW - 10_000 } as const
  assert.equal(whatIsDue(contact(refused)).listen, false)
  assert.equal(whatIsDue(contact({ ...refused, triedAt: NOW - 15_000 })).listen, true)
})
