import assert from 'node:assert/strict'
import test from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { startJobs, type Job } from '#app/server/jobs.ts'

function noFailure({ name }: Job, error: unknown): void {
  throw new Error(`${name} failed`, { cause: error })
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(1)
}

test('a job runs at once and again', async () => {
  let runs = 0
  const jobs = startJobs([{ name: 'count', everySeconds: 0.01, run: async () => (runs += 1) }], noFailure)
  await until(() => runs >= 3)
  await jobs.stop()
})

test('a job does not overtake itself', async () => {
  let inside = 0
  let most = 0
  let runs = 0
  async function run() {
    inside += 1
    most = Math.max(most, inside)
    await wait(20)
    inside -= 1
    runs += 1
  }
  const jobs = startJobs([{ name: 'slow', everySeconds: 0.001, run }], noFailure)
  await until(() => runs >= 3)
  await jobs.stop()
  assert.equal(most, 1)
})

test('a job that fails is told of and tried again', async () => {
  let runs = 0
  const told: string[] = []
  async function run() {
    runs += 1
    if (runs === 1) throw new Error('away')
  }
  const jobs = startJobs([{ name: 'flaky', everySeconds: 0.01, run }], ({ name }, error) => {
    told.push(`${name}: ${error instanceof Error ? error.message : ''}`)
  })
  await until(() => runs >= 2)
  await jobs.stop()
  assert.deepEqual(told, ['flaky: away'])
})

test('stopping waits for what is under way, and nothing runs afterwards', async () => {
  let ended = 0
  async function run() {
    await wait(20)
    ended += 1
  }
  const jobs = startJobs([{ name: 'slow', everySeconds: 0.001, run }], noFailure)
  await jobs.stop()
  assert.equal(ended, 1)
  await wait(40)
  assert.equal(ended, 1)
})
