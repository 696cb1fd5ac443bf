import type { TestPortal } from '#tests/support/portal.ts'
import { test as base } from './test.ts'

type Started = { portal: TestPortal; stop(): Promise<void> }

/** Apart from the time of the test that happens to be the first. */
const START_MILLISECONDS = 120_000

/**
 * The tests of a file on a portal that is theirs alone. They follow one another in one worker: to start a portal takes
 * two seconds of work, and it would be started in each worker that has one of them.
 */
export function onOnePortal(start: () => Promise<Started>) {
  let started: Promise<Started> | null = null
  const test = base.extend({
    site: [
      // Not in `beforeAll`: Playwright asks for what a page is made of before that, too.
      async ({}, use) => {
        started ??= start()
        await use((await started).portal)
      },
      { scope: 'test', timeout: START_MILLISECONDS },
    ],
  })
  test.describe.configure({ mode: 'default' })
  test.afterAll(async () => (await started)?.stop())
  return test
}
