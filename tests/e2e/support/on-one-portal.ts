import type { TestPortal } from '#tests/support/portal.ts'
import { test as base } from './test.ts'

type Started = { portal: TestPortal; stop(): Promise<void> }

/**
 * The tests of a file on a portal that is theirs alone. They follow one another in one worker: to start a portal takes
 * two seconds of work, and it would be started in each worker that has one of them.
 */
export function onOnePortal(start: () => Promise<Started>) {
  let started: Started | null = null
  const test = base.extend({
    // The first argument must be written as a pattern: Playwright reads it.
    site: async ({}, use) => {
      if (!started) throw new Error('The portal of these tests has not been started')
      await use(started.portal)
    },
  })
  test.describe.configure({ mode: 'default' })
  test.beforeAll(async ({}, testInfo) => {
    testInfo.setTimeout(120_000)
    started = await start()
  })
  test.afterAll(async () => started?.stop())
  return test
}
