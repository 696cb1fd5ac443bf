import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { cuttableProxy, type CuttableProxy } from '#tests/support/cuttable-proxy.ts'
import { openQueueHand, type QueueHand } from '#tests/support/queue-hand.ts'
import { test as ownPortal } from './support/own-portal.ts'

const t = translator('nb')
const OFFICE = 'oslo-baerum'

/** "Right again within five seconds by themselves". */
const RIGHT_AGAIN = { timeout: 5_000 }

const test = ownPortal.extend<{ way: CuttableProxy }>({
  // The first argument must be written as a pattern: Playwright reads it.
  way: async ({}, use) => {
    const way = await cuttableProxy('http://127.0.0.1:9')
    await use(way)
    await way.close()
  },
})

test.describe.configure({ timeout: 120_000 })

test('after a net that was cut, one that was silent, and a restart, ticket and display are right again by themselves', async ({
  page: ticket,
  context,
  folder,
  way,
}) => {
  folder.fill()
  let portal = await folder.start('ready')
  let hand: QueueHand = await openQueueHand(portal)
  await hand.openCounters(OFFICE, [1, 2, 3, 4])
  const others = ['first', 'second', 'third']
  for (const _one of others) await hand.take(OFFICE)
  const secret = await hand.take(OFFICE)
  way.leadTo(portal.url)
  await ticket.goto(`${way.url}/nb/tickets/${secret}`)
  const display = await context.newPage()
  await display.goto(`${way.url}/nb/display/${OFFICE}`)
  await expectPlace(ticket, display, 4)

  way.cut()
  await hand.callNext(OFFICE, 1)
  await expect(stale(ticket)).toContainText(/^Siden oppdateres ikke siden kl\. 08\.0\d/, { timeout: 15_000 })
  await expect(stale(display)).toHaveText(/^Oppdateres ikke siden kl\. 08\.0\d$/)
  way.mend()
  await expectPlace(ticket, display, 3)
  await expect(stale(ticket)).toBeHidden()

  way.freeze()
  await hand.callNext(OFFICE, 2)
  await expect(stale(ticket)).toBeVisible({ timeout: 15_000 })
  await expect(stale(display)).toBeVisible()
  way.mend()
  await expectPlace(ticket, display, 2)

  await hand.close()
  await portal.kill()
  portal = await folder.start('ready')
  hand = await openQueueHand(portal)
  await hand.callNext(OFFICE, 3)
  way.leadTo(portal.url)
  await expectPlace(ticket, display, 1)
  await expect(stale(ticket)).toBeHidden(RIGHT_AGAIN)
  await expect(stale(display)).toBeHidden(RIGHT_AGAIN)
  await hand.callNext(OFFICE, 4)
  await expect(ticket.getByRole('heading', { level: 1 })).toHaveText(
    t('tickets:called.title', { counter: 4 }),
    RIGHT_AGAIN,
  )
  await hand.close()
})

async function expectPlace(ticket: Page, display: Page, number: number): Promise<void> {
  const title = number === 1 ? t('tickets:waiting.next') : t('tickets:waiting.ahead', { count: number - 1 })
  await expect(ticket.getByRole('heading', { level: 1 })).toHaveText(title, RIGHT_AGAIN)
  const waiting = t('display:waiting', { count: number })
  await expect(display.locator('[data-slot=waiting]')).toHaveText(waiting, RIGHT_AGAIN)
}

function stale(page: Page) {
  return page.locator('[data-live-stale]')
}
