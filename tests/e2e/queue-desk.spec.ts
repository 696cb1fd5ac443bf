import { expect, type Browser, type Page } from '@playwright/test'
import { z } from 'zod'
import { translator } from '#app/i18n/i18n.ts'
import { checkIn } from '#app/use-cases/check-in.server.ts'
import { aChild, aPerson } from '#tests/support/builders.ts'
import type { TestPortal } from '#tests/support/portal.ts'
import { aCitizen } from './support/citizen.ts'
import { inDatabase, letAppointmentBegin, storedReference } from './support/database.ts'
import { onOnePortal } from './support/on-one-portal.ts'
import { arrives, inQueue, startQueueDay } from './support/queue-day.ts'
import { isOn, verifyAxe, verifyOnPage } from './support/verify-on-page.ts'

const t = translator('nb')
const LANGUAGES = ['nb', 'nn', 'en'] as const
const AT_EIGHT = '2026-11-23T07:05:00Z'
const TROMSO = 'troms-tromso'

const test = onOnePortal(() => startQueueDay(async () => {}))

async function logIn(page: Page, name: string): Promise<void> {
  await page.goto('/nb/staff/queue')
  await page.getByRole('button', { name }).click()
  await isOn(page, t('staff-queue:choose.title'))
}

async function openCounter(page: Page, number: number): Promise<void> {
  await page.getByRole('radio', { name: t('staff-queue:counter.name', { number }), exact: true }).check()
  await page.getByRole('button', { name: t('staff-queue:choose.open') }).click()
  await isAlive(page)
}

/** Keys do something once the page has come to life. */
async function isAlive(page: Page): Promise<void> {
  await expect(page.locator('.desk input[name=by]').first()).toBeAttached()
}

/** Presses a key, and looks at what comes of it before the next. */
async function pressInto(page: Page, key: string, status: 'called' | 'serving' | 'free'): Promise<void> {
  await page.keyboard.press(key)
  await expect(page.locator(`.desk-now[data-status=${status}]`)).toBeVisible()
}

function titleOf(page: Page): Promise<string> {
  return page.getByRole('heading', { level: 1 }).innerText()
}

/** Another member of staff, at a computer of their own. */
async function aColleague(browser: Browser, portal: TestPortal, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url })
  const page = await context.newPage()
  await logIn(page, name)
  return page
}

/** Shows all small forms of the screen at once, so that they are checked in one go. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const dialog of document.querySelectorAll('[popover]')) dialog.removeAttribute('popover')
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

test('the screen of a counter is whole in every state and language', async ({ page, site: portal }) => {
  test.setTimeout(120_000)
  await logIn(page, 'Nils Nordlys')
  for (const language of LANGUAGES) {
    await page.goto(`/${language}/staff/queue`)
    await verifyOnPage(page, translator(language)('staff-queue:choose.title'), { language, service: 'staff' })
  }
  await page.goto('/nb/staff/queue')
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.getByRole('button', { name: t('staff-queue:choose.open') }).click()
  await verifyOnPage(page, t('staff-queue:choose.title'), { service: 'staff', failed: true })
  await page.getByRole('checkbox', { name: t('queue:service.passport'), exact: true }).check()
  await openCounter(page, 1)

  const verifyDesk = async (prepare?: () => Promise<void>) => {
    for (const language of LANGUAGES) {
      await page.goto(`/${language}/staff/queue`)
      await isAlive(page)
      await prepare?.()
      await verifyOnPage(page, await titleOf(page), { language, service: 'staff' })
    }
  }
  // Empty, and refused: nobody is there to be called again.
  await verifyDesk(async () => {
    await page.keyboard.press('r')
    await expect(page.getByRole('alert')).toBeVisible()
  })

  const family = [aPerson({ needs: ['interpreter'] }), aChild('comes-along', 'missing')]
  const secret = await aCitizen(portal).book(TROMSO, {
    people: family,
    contact: { names: ['Kari Nordmann', 'Ida Nordmann'] },
  })
  // There may be no time left today: this one is put at eight o'clock.
  letAppointmentBegin(portal, secret)
  await inQueue(
    portal.databaseUrl,
    async (queue) => {
      const code = storedCode(portal, secret)
      const checkedIn = await checkIn(queue, { officeId: TROMSO, shown: { code } })
      expect(checkedIn).toMatchObject({ ok: true })
      for (const service of ['passport', 'report', 'passport'] as const)
        await arrives(queue, service, { officeId: TROMSO, needs: ['wheelchair'], language: 'en' })
    },
    AT_EIGHT,
  )
  await expect(page.getByText(translator('en')('staff-queue:waiting.title', { count: 4 }))).toBeVisible()
  await page.goto('/nb/staff/queue')
  await isAlive(page)
  const own = page
    .getByRole('listitem')
    .filter({ hasText: translator('nb')('staff-queue:people', { count: 2 }) })
  await own.getByRole('button').click()
  await expect(page.locator('.desk-now[data-status=called]')).toBeVisible()
  // Who was only called may never come: nobody reads who they are.
  await expect(page.getByText('Kari Nordmann')).toHaveCount(0)
  await pressInto(page, 'h', 'serving')
  await expect(page.getByText('Kari Nordmann', { exact: true })).toBeVisible()
  await expect(page.getByText(t('staff-queue:consent.missing', { count: 1 }))).toBeVisible()
  await verifyDesk(() => unfold(page))
  await expect.poll(() => auditCount(portal, 'appointment-served')).toBe(1)

  // Nothing on the screen needs to be scrolled to for what comes next.
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto('/nb/staff/queue')
  for (const name of ['next.solved', 'noShow.button', 'help.ask'] as const)
    await expect(page.getByRole('button', { name: t(`staff-queue:${name}`) })).toBeInViewport({ ratio: 1 })

  const label = await page.locator('.desk-now-label').innerText()
  await page.keyboard.press('f')
  await page.getByRole('button', { name: t('queue:outcome.needs-appointment') }).click()
  const onwards = page.getByRole('link', { name: t('staff-queue:onwards.book', { label }) })
  await expect(onwards).toHaveAttribute(
    'href',
    /\/passport\/book\/time\?person=18%2B\.passport.*&person=5-9.*&office=troms-tromso/,
  )
  expect(storedReference(portal, secret)).toBeTruthy()
})

function storedCode(portal: TestPortal, secret: string): string {
  return inDatabase(portal, (database) =>
    z
      .string()
      .parse(
        database
          .prepare('SELECT check_in_code FROM appointments WHERE reference = ?')
          .pluck()
          .get(storedReference(portal, secret)),
      ),
  )
}

function auditCount(portal: TestPortal, action: string): number {
  return inDatabase(portal, (database) =>
    ['audit_waiting', 'audit_entries']
      .map((table) => database.prepare(`SELECT count(*) FROM ${table} WHERE action = ?`).pluck().get(action))
      .reduce<number>((sum, count) => sum + z.number().parse(count), 0),
  )
}

test('colleagues are told what the other did: the list stands still, a counter is taken over, a role is gone', async ({
  page,
  site: portal,
  browser,
}) => {
  test.setTimeout(60_000)
  await logIn(page, 'Tuva Tellemarka')
  await openCounter(page, 1)
  const ids = await inQueue(portal.databaseUrl, async (queue) => [
    await arrives(queue, 'passport'),
    await arrives(queue, 'passport'),
    await arrives(queue, 'passport'),
  ])
  expect(ids).toHaveLength(3)
  const rows = page.locator('#waiting > li')
  await expect(rows).toHaveCount(3)
  await page.keyboard.press('v')
  await page.keyboard.press('ArrowDown')
  const second = rows.nth(1).getByRole('button')
  await expect(second).toBeFocused()
  const name = await second.getAttribute('aria-label')

  const berit = await aColleague(browser, portal, 'Berit Bjørkelund')
  await openCounter(berit, 2)
  await berit.getByRole('button', { name: name ?? '', exact: true }).click()
  await expect(berit.locator('.desk-now[data-status=called]')).toBeVisible()
  // The row that has focus stays, and says what has become of it.
  await expect(rows.nth(1)).toContainText(t('staff-queue:waiting.gone'))
  await expect(second).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText(t('queue:refusal.not-waiting'))
  await page.keyboard.press('Tab')
  await expect(rows).toHaveCount(2)
  await pressInto(page, 'n', 'called')

  // Berit goes to the counter where Tuva is: first she is told, then Tuva is.
  await pressInto(berit, 'h', 'serving')
  await pressInto(berit, 'n', 'called')
  await pressInto(berit, 'x', 'free')
  await berit.keyboard.press('s')
  await isOn(berit, t('staff-queue:choose.title'))
  await berit.getByRole('radio', { name: t('staff-queue:counter.name', { number: 1 }), exact: true }).check()
  await berit.getByRole('button', { name: t('staff-queue:choose.open') }).click()
  await expect(berit.getByRole('alert')).toHaveText(t('queue:refusal.counter-taken'))
  await verifyAxe(berit)
  await berit.getByRole('button', { name: t('staff-queue:choose.takeOver', { number: 1 }) }).click()
  await expect(berit.locator('.desk-now[data-status=called]')).toBeVisible()

  await isOn(page, t('staff-queue:choose.title'))
  await openCounter(page, 3)
  await page.keyboard.press('k')
  await berit.getByRole('button', { name: t('staff-queue:help.comeTo', { number: 3 }) }).click()
  await expect(page.getByRole('button', { name: t('staff-queue:help.ask') })).toBeVisible()

  inDatabase(portal, (database) =>
    database
      .prepare(
        "DELETE FROM staff_roles WHERE staff_id = (SELECT id FROM staff WHERE subject = 'staff-counter-baerum')",
      )
      .run(),
  )
  await page.keyboard.press('b')
  await isOn(page, t('errors:noAccess.title'))
})

test('what was begun for one person is not there for the next, and a digit does what it shows', async ({
  page,
  site: portal,
}) => {
  await inQueue(portal.databaseUrl, async (queue) => {
    for (const service of ['passport', 'passport', 'report'] as const)
      await arrives(queue, service, { officeId: 'oslo-gronland' })
  })
  await logIn(page, 'Dag Drivhus')
  await page.goto('/nb/staff/queue?office=oslo-gronland')
  await openCounter(page, 1)
  await pressInto(page, 'n', 'called')
  await pressInto(page, 'h', 'serving')
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('m')
  await page.keyboard.type('Mistenkt for falskt pass')
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  const sentTo = dialog.getByLabel(t('staff-queue:transfer.to'))
  // Nobody is proposed, least of all the queue that they come from.
  await expect(sentTo).toBeFocused()
  await expect(sentTo).toHaveValue('')
  await expect(sentTo.locator('option[value="service:passport"]')).toHaveCount(0)
  await dialog.getByRole('button', { name: t('staff-queue:transfer.send') }).click()
  await expect(dialog.getByText(t('validation:queue.target'))).toBeVisible()
  await expect(sentTo).toBeFocused()
  await verifyAxe(page)
  await sentTo.selectOption('service:firearms')
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  const minutes = dialog.getByLabel(t('staff-queue:park.minutes'))
  await minutes.selectOption('60')
  // Focus is on the first answer, whose digit works at once – also from the list of minutes.
  await page.keyboard.press('1')
  await expect(page.locator('.desk-now[data-status=free]')).toBeVisible()

  await pressInto(page, 'n', 'called')
  await page.keyboard.press('m')
  await expect(dialog.getByLabel(t('staff-queue:note.label'))).toHaveValue('')
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  await expect(sentTo).toHaveValue('')
  await expect(dialog.getByLabel(t('staff-queue:note.label'))).toHaveValue('')
  await page.keyboard.press('Escape')
  await page.keyboard.press('p')
  await expect(minutes).toHaveValue('10')
  await expect(dialog.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('2')
  await expect(page.locator('.desk-now[data-status=free]')).toBeVisible()

  // The server is slow: the keys wait, it is shown that they were heard, and a dialog about nobody does not open.
  await page.route('**/staff/queue*', async (route) => {
    if (route.request().method() === 'POST') await new Promise((done) => setTimeout(done, 1_000))
    await route.continue()
  })
  await page.keyboard.press('n')
  await page.keyboard.press('h')
  await expect(page.getByText(t('staff-queue:heardKeys', { keys: 'H' }))).toBeVisible()
  await expect(page.locator('.desk-now[data-status=serving]')).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.press('m')
  await page.keyboard.type('x')
  await expect(page.getByRole('alert')).toHaveText(t('staff-queue:dropped.too-early', { key: 'M' }))
  await expect(page.locator('.desk-now[data-status=free]')).toBeVisible()
  await page.unroute('**/staff/queue*')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  // A long note moves no button.
  await arriveAt(portal, 'passport')
  await expect(page.locator('#waiting > li')).toHaveCount(1)
  await pressInto(page, 'n', 'called')
  const undo = page.getByRole('button', { name: t('staff-queue:undo.what', { what: '' }).trim() })
  const place = await undo.boundingBox()
  await page.keyboard.press('m')
  await page.keyboard.type('Snakker dansk. '.repeat(20))
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.desk-note')).toContainText('Snakker dansk')
  expect((await undo.boundingBox())?.y).toBe(place?.y)
  await pressInto(page, 'x', 'free')
  // Whoever waits is not left without a word: S asks first. Focus is not lost when the counter has closed.
  await arriveAt(portal, 'passport')
  await expect(page.locator('#waiting > li')).toHaveCount(1)
  await page.keyboard.press('s')
  await expect(dialog.getByText(t('staff-queue:counter.closeHint', { count: 1 }))).toBeVisible()
  await page.keyboard.press('1')
  await isOn(page, t('staff-queue:choose.title'))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await openCounter(page, 1)
  await pressInto(page, 'n', 'called')
  await pressInto(page, 'x', 'free')
  await page.keyboard.press('s')
  await isOn(page, t('staff-queue:choose.title'))
})

function arriveAt(portal: TestPortal, service: 'passport' | 'report'): Promise<number> {
  return inQueue(portal.databaseUrl, (queue) => arrives(queue, service, { officeId: 'oslo-gronland' }))
}

test('keys do nothing while somebody types, and nothing at all once they are turned off', async ({
  page,
  site: portal,
}) => {
  await logIn(page, 'Dag Drivhus')
  await page.getByLabel(t('staff-queue:choose.office')).selectOption('oslo-gronland')
  await page.getByRole('button', { name: t('staff-queue:choose.show') }).click()
  await openCounter(page, 1)
  await inQueue(portal.databaseUrl, (queue) => arrives(queue, 'report', { officeId: 'oslo-gronland' }))
  await expect(page.locator('#waiting > li')).toHaveCount(1)
  await pressInto(page, 'n', 'called')
  await pressInto(page, 'h', 'serving')
  await page.keyboard.press('m')
  const note = page.getByRole('dialog').getByLabel(t('staff-queue:note.label'))
  await expect(note).toBeFocused()
  await page.keyboard.type('nhfx?')
  await page.getByRole('button', { name: t('staff-queue:note.save') }).click()
  await expect(page.locator('.desk-note')).toHaveText('nhfx?')
  await expect(page.locator('.desk-now[data-status=serving]')).toBeVisible()

  await page.keyboard.press('?')
  await page.getByRole('button', { name: t('staff-queue:keys.turnOff') }).click()
  await expect(page.locator('[aria-keyshortcuts=n]')).toHaveCount(0)
  await page.reload()
  await isAlive(page)
  for (const key of ['n', 'f', '?', 'b']) await page.keyboard.press(key)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('.desk-now[data-status=serving]')).toBeVisible()
  await page.getByRole('button', { name: t('staff-queue:keys.button') }).click()
  await page.getByRole('button', { name: t('staff-queue:keys.turnOn') }).click()
  await expect(page.locator('[aria-keyshortcuts=n]')).toHaveCount(1)
  // A network that is cut takes nothing from the screen, also right after the page has come, and says so.
  await page.reload()
  await isAlive(page)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: t('staff-queue:help.ask') }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(t('staff-queue:stale', { time: '' }).slice(0, 40))
  await expect(alert).toContainText(t('staff-queue:refusal.offline'))
  await expect(page.locator('.desk-now[data-status=serving]')).toBeVisible()
  // It comes back by itself, and within five seconds.
  await page.context().setOffline(false)
  await expect(alert).toHaveCount(0, { timeout: 5_000 })
  await expect(page.getByRole('status')).toHaveText(t('staff-queue:back.lost'))
  await pressInto(page, 'n', 'free')
  await page.keyboard.press('s')
  await isOn(page, t('staff-queue:choose.title'))
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a counter is opened, somebody called and finished, and a refusal is told', async ({
    page,
    site: portal,
  }) => {
    await inQueue(portal.databaseUrl, (queue) => arrives(queue, 'passport', { officeId: 'oslo-gronland' }))
    await page.goto('/nb/staff/queue?office=oslo-gronland')
    await page.getByRole('button', { name: 'Dag Drivhus' }).click()
    await page.getByRole('button', { name: t('staff-queue:choose.open') }).click()
    await page.getByRole('button', { name: t('staff-queue:next.call') }).click()
    await expect(page.locator('.desk-now[data-status=called]')).toBeVisible()
    await page.getByRole('button', { name: t('staff-queue:start.button') }).click()
    // It is said to be off, and can be pressed all the same: then it says why.
    await page.getByRole('button', { name: t('staff-queue:callAgain.button') }).press('Enter')
    await expect(page.getByRole('alert')).toHaveText(t('queue:refusal.nobody-here'))
    await page.getByRole('button', { name: t('staff-queue:finish.button') }).click()
    await page.getByRole('button', { name: t('queue:outcome.wrong-office') }).click()
    await expect(page.locator('.desk-now[data-status=free]')).toBeVisible()
    await page.getByRole('button', { name: t('staff-queue:counter.close') }).click()
    await isOn(page, t('staff-queue:choose.title'))
  })
})
