import type { Locator, Page } from '@playwright/test'

/**
 * Does what leads to another page, and waits until that page has come and has loaded. What reads a page at once (count,
 * all, url, evaluate) would otherwise read the one before it, or half of the new one, where the machine is slow.
 */
export async function arriveBy(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([
    page.waitForEvent('framenavigated', { predicate: (frame) => frame === page.mainFrame(), timeout: 0 }),
    act(),
  ])
  await page.waitForLoadState('load')
}

/** Clicks a link, or a button that sends a form. */
export async function clickThrough(target: Locator): Promise<void> {
  await arriveBy(target.page(), () => target.click())
}
