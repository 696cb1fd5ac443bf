import assert from 'node:assert/strict'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createQueueWatch } from '#app/use-cases/queue-watch.server.ts'

const LOOK = 20
/** Longer than it takes to look again, and again, also on a machine that does much else. */
const TWO_LOOKS = 150

const aWatch = (versionsOf: Parameters<typeof createQueueWatch>[0]) => createQueueWatch(versionsOf, LOOK)

test('a change of this process is told at once, to those of its office', () => {
  const watch = aWatch(async () => new Map())
  const told: string[] = []
  const stops = ['here', 'there'].map((office) => watch.watch(office, () => told.push(office)))
  watch.touched('here')
  assert.deepEqual(told, ['here'])
  for (const stop of stops) stop()
  watch.touched('here')
  assert.deepEqual(told, ['here'])
})

test('a change of another process is noticed by its version, and told once', async () => {
  const versions = new Map([['here', 7]])
  const watch = aWatch(async () => versions)
  let told = 0
  const stop = watch.watch('here', () => (told += 1))
  await wait(TWO_LOOKS)
  // What it was at the beginning is told too: it may have changed since the listener last read it.
  assert.equal(told, 1)
  versions.set('here', 8)
  await wait(TWO_LOOKS)
  assert.equal(told, 2)
  stop()
})

test('the database is asked only while somebody listens', async () => {
  let looks = 0
  const watch = aWatch(async () => {
    looks += 1
    return new Map()
  })
  await wait(TWO_LOOKS)
  assert.equal(looks, 0)
  const stop = watch.watch('here', () => {})
  await wait(TWO_LOOKS)
  assert.ok(looks >= 2)
  stop()
  await wait(TWO_LOOKS)
  const after = looks
  await wait(TWO_LOOKS)
  assert.equal(looks, after)
})

test('while the database does not answer nobody is sure, and afterwards they are', async () => {
  let isAway = true
  const watch = aWatch(async () => {
    if (isAway) throw new Error('away')
    return new Map()
  })
  const stop = watch.watch('here', () => {})
  await wait(TWO_LOOKS)
  assert.equal(watch.isSure(), false)
  isAway = false
  await wait(TWO_LOOKS)
  assert.equal(watch.isSure(), true)
  stop()
})
