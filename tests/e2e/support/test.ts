import { expect, test as base, type Page } from '@playwright/test'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { openQueueHand, type QueueHand } from '#tests/support/queue-hand.ts'
import { aVisitorAddress } from '#tests/support/visitor-address.ts'
import { watchPages } from './watch-pages.ts'

/** What a worker makes once: for another set of these Playwright would start another worker, browser and portal. */
type OfWorker = {
  portal: TestPortal
  /** Does what staff do in a queue, in the database of the worker's portal. */
  hand: QueueHand
}

/** The tests of the browser: each worker has a portal and a database of its own, and a page may not complain. */
export const test = base.extend<{ site: TestPortal }, OfWorker>({
  portal: [
    // The first argument must be written as a pattern: Playwright reads it.
    async ({}, use) => {
      const portal = await startPortal()
      await use(portal)
      await portal.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  hand: [
    async ({ portal }, use) => {
      const hand = await openQueueHand(portal)
      await use(hand)
      await hand.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // The portal that addresses without a host lead to: a file of tests may have another than the worker's.
  site: ({ portal }, use) => use(portal),
  baseURL: ({ site }, use) => use(site.url),
  // Each test is a visitor of its own: what is limited by address is not used up by the tests before it.
  extraHTTPHeaders: async ({}, use) => use({ 'X-Forwarded-For': aVisitorAddress() }),
  page: async ({ page, site }, use, testInfo) => {
    const complaints = complaintsOf(page)
    const pages = watchPages(page)
    await use(page)
    if (testInfo.errors.length > 0) console.error(await pages.tell(site))
    expect(complaints, 'what the browser complained of').toEqual([])
  },
})

/** Errors in the console (also of the content security policy) and of scripts, as they come. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A page that answers 400 or 404 on purpose is logged too, also where a script asked for it; what it lacks (a style, a script) is not meant.
    const isPage = message.text().startsWith('Failed to load resource') && isHtml(message.location().url)
    if (message.type() === 'error' && !isPage) complaints.push(message.text())
  })
  return complaints
}

function isHtml(url: string): boolean {
  return URL.canParse(url) && !/\.(?!data$)\w+$/.test(new URL(url).pathname)
}
