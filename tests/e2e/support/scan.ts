import type { Page } from '@playwright/test'

const SECONDS_BETWEEN_KEYS = 0.005

/**
 * Types as a scanner does, which ends with Enter: each key says that it was pressed five milliseconds after the one
 * before it, however long the machine takes to bring it.
 */
export async function scan(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const began = Date.now() / 1000
  for (const [index, key] of [...text, 'Enter'].entries()) {
    const timestamp = began + index * SECONDS_BETWEEN_KEYS
    const written = key === 'Enter' ? '\r' : key
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: written, timestamp })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp })
  }
  await session.detach()
}
