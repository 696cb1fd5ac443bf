import type { Page, Response } from '@playwright/test'
import type { TestPortal } from '#tests/support/portal.ts'

const LAST = 12
const LOG_LINES = 20
const TEXT_LENGTH = 1500

/** Keeps in mind which pages came, for a test that fails where nobody can look at it again. */
export function watchPages(page: Page): { tell(portal: TestPortal): Promise<string> } {
  const pages: string[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'document') pages.push(lineOf(response))
  })
  return {
    async tell(portal) {
      const shown = await page
        .evaluate(() => `${document.title}\n${document.body.innerText}`)
        .catch((error: unknown) => `nothing (${String(error)})`)
      return [
        `The pages that came last, with their status:\n${pages.slice(-LAST).join('\n')}`,
        `What ${page.url()} shows:\n${shown.replaceAll(/\n\s*\n/g, '\n').slice(0, TEXT_LENGTH)}`,
        `What the portal printed last:\n${portal.log().split('\n').slice(-LOG_LINES).join('\n')}`,
      ].join('\n\n')
    },
  }
}

function lineOf(response: Response): string {
  return `  ${response.status()} ${response.request().method()} ${response.url()}`
}
