import type { Page } from '@playwright/test'

/** Counts the pages that a person waits for, from now on; what only leads on is not one. */
export function countPageLoads(page: Page): { count: number } {
  const loads = { count: 0 }
  page.on('response', (response) => {
    const isPage = response.request().resourceType() === 'document' && response.status() < 300
    if (isPage) loads.count += 1
  })
  return loads
}
