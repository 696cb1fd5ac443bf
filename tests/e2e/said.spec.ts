import { expect, type Browser, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { checkIn } from '#app/use-cases/check-in.server.ts'
import type { TestPortal } from '#tests/support/portal.ts'
import { clickThrough } from './support/arrive.ts'
import { chooseTime } from './support/choose-time.ts'
import { aCitizen } from './support/citizen.ts'
import { anEmail } from './support/contact.ts'
import { letAppointmentBegin, storedCheckInCode, storedReference } from './support/database.ts'
import { inQueue, OFFICE, startQueueDay } from './support/queue-day.ts'
import { test as base } from './support/test.ts'
import { isOn, verifyAxe, verifyOnPage } from './support/verify-on-page.ts'

// Who has answered the guide is not asked again: what they said is read where they are met.

const t = translator('nb')
const en = translator('en')
const TROMSO = 'troms-tromso'
const PHONE = 'Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537 Chrome/140.0.0.0 Mobile Safari/537'

/** Each test begins with nobody at a counter. */
const test = base.extend({
  site: [
    async ({}, use) => {
      const day = await startQueueDay(async () => {})
      await use(day.portal)
      await day.stop()
    },
    { scope: 'test', timeout: 120_000 },
  ],
})

/** Goes to a page by a link, by what it is called. */
async function follow(page: Page, name: string): Promise<void> {
  await clickThrough(page.getByRole('link', { name, exact: true }))
}

async function answer(page: Page, name: string): Promise<void> {
  await clickThrough(page.getByRole('button', { name, exact: true }))
}

/** A member of staff serves the next at their counter, in English. */
async function serveNext(browser: Browser, portal: TestPortal, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.url })
  const page = await context.newPage()
  await page.goto('/en/staff/queue')
  await page.getByRole('button', { name }).click()
  await isOn(page, en('staff-queue:choose.title'))
  await page.getByRole('button', { name: en('staff-queue:choose.open') }).click()
  await expect(page.locator('.desk input[name=by]').first()).toBeAttached()
  await page.keyboard.press('n')
  await expect(page.locator('.desk-now[data-status=called]')).toBeVisible()
  await expect(page.getByText(en('staff-queue:here.said'))).toHaveCount(0)
  await page.keyboard.press('h')
  await expect(page.locator('.desk-now[data-status=serving]')).toBeVisible()
  return page
}

test('what was said to the guide goes along into a booking, and is read at the counter', async ({
  page,
  site: portal,
  browser,
}) => {
  test.setTimeout(60_000)
  await page.goto('/nb/guide/passport-lost')
  await answer(page, t('channels:answer.was-lost'))
  await page.getByRole('checkbox', { name: t('channels:answer.travelling') }).waitFor()
  await answer(page, t('guide:question.submit'))
  await isOn(page, t('channels:outcome.passport-lost.title'))
  await follow(page, t('channels:way.book-passport'))

  await isOn(page, t('passport:who.title'))
  await page.getByRole('radio', { name: t('passport:age.18+') }).check()
  await page.getByRole('radio', { name: t('passport:document.passport'), exact: true }).check()
  await answer(page, t('passport:who.submit'))
  await page.getByRole('combobox').fill('9008')
  await answer(page, t('passport:where.submit'))
  const best = page.getByRole('region', { name: t('passport:office.best') }).getByRole('link')
  await clickThrough(best.first())
  await chooseTime(page, 0)
  await page.getByRole('textbox', { name: t('passport:contact.name') }).fill('Kari Nordmann')
  await page.getByRole('textbox', { name: t('passport:contact.email'), exact: true }).fill(anEmail())
  await answer(page, t('passport:contact.submit'))
  await isOn(page, t('passport:review.title'))
  const main = page.getByRole('main')
  await expect(main).toContainText(t('channels:question.how-gone'))
  await expect(main).toContainText(t('guide:said.seen'))
  const [, secret = ''] = /book\/([\w-]{22})\//.exec(page.url()) ?? []
  await answer(page, t('passport:review.submit'))
  await isOn(page, t('appointments:receipt.title'))

  letAppointmentBegin(portal, secret)
  const code = storedCheckInCode(portal, secret)
  const checkedIn = await inQueue(
    portal.databaseUrl,
    (queue) => checkIn(queue, { officeId: TROMSO, shown: { code } }),
    '2026-11-23T07:05:00Z',
  )
  expect(checkedIn).toMatchObject({ ok: true })
  const desk = await serveNext(browser, portal, 'Nils Nordlys')
  await expect(desk.locator('.desk-checks')).toContainText(en('channels:need.passport-lost.title'))
  await expect(desk.locator('.desk-checks')).toContainText(
    `${en('channels:question.how-gone')} ${en('channels:answer.was-lost')}.`,
  )
  await verifyAxe(desk)

  // Where nobody stands at the counter, a reason is asked first.
  await desk.goto(`/en/staff/appointments/${storedReference(portal, secret)}`)
  await expect(desk.getByText(en('staff-queue:here.said'))).toHaveCount(0)
  await desk.getByRole('radio').first().check()
  await answer(desk, en('staff:appointment.open'))
  await expect(desk.getByRole('main')).toContainText(en('channels:answer.was-lost'))

  const hold = await aCitizen(portal).holdWithContact(OFFICE, { said: SAID })
  await page.goto(`/nb/passport/book/${hold}/review`)
  await follow(page, t('passport:review.changeTime'))
  await expect(page).toHaveURL(/[?&]said=theft_now\.over/)
  await chooseTime(page, 1)
  await expect(main).toContainText(t('guide:said.seen'))
  await answer(page, t('guide:said.leaveOut'))
  await verifyOnPage(page, t('passport:review.title'), { service: 'passport', step: 6 })
  await expect(main).toContainText(t('guide:said.leftOut'))
  await expect(main).not.toContainText(t('guide:said.seen'))
})

const SAID = 'theft_now.over_stolen.something-else_circumstances'

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, userAgent: PHONE })

  test('what was said to the guide goes along to an office and onto a ticket', async ({
    page,
    site: portal,
    browser,
  }) => {
    test.setTimeout(60_000)
    await page.goto('/nb/guide/theft?now=over&stolen=something-else')
    await answer(page, t('guide:question.submit'))
    await isOn(page, t('channels:outcome.report-at-office.title'))
    await follow(page, t('channels:way.visit-office'))
    await page.getByRole('combobox').fill('1337')
    await answer(page, t('offices:find.submit'))
    await clickThrough(page.locator(`a[href^="/nb/offices/${OFFICE}?"]`).first())
    await follow(page, t('offices:facts.toQueue'))
    await clickThrough(page.getByRole('link', { name: t('queue:start.walkIn') }))
    await follow(page, t('queue:service.report'))
    await expect(page.getByRole('main')).toContainText(t('channels:question.stolen'))
    await verifyOnPage(page, t('queue:service.report'), { service: 'queue' })
    const withIt = page.url()
    await follow(page, t('guide:said.leaveOut'))
    await expect(page.getByRole('button', { name: t('queue:take.submit') })).toBeVisible()
    await expect(page.getByText(t('guide:said.seen'))).toHaveCount(0)

    // A screen that many use neither shows it nor sends it.
    const onWall = new URL(withIt)
    onWall.searchParams.set('screen', 'wall')
    await page.goto(onWall.href)
    await expect(page.getByRole('button', { name: t('queue:take.submit') })).toBeVisible()
    await expect(page.getByText(t('guide:said.seen'))).toHaveCount(0)
    await page.goto(withIt)
    await answer(page, t('queue:take.submit'))
    await expect(page).toHaveURL(/\/nb\/tickets\/[\w-]{22}$/)

    const desk = await serveNext(browser, portal, 'Tuva Tellemarka')
    await expect(desk.locator('.desk-checks')).toContainText(
      `${en('channels:question.stolen')} ${en('channels:answer.something-else')}.`,
    )
  })
})
