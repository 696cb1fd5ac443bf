import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { chooseTime } from './support/choose-time.ts'
import { answersQuery, aCitizen } from './support/citizen.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

const t = translator('nb')
const OFFICE = 'oslo-gronland'

async function hold(page: Page, nth: number): Promise<void> {
  await page.goto(`/nb/passport/book/time?${answersQuery()}&office=${OFFICE}`)
  await chooseTime(page, nth)
}

test('who holds a time already chooses between the two, and never has both', async ({ page }) => {
  await hold(page, 3)
  await isOn(page, t('passport:contact.title'))
  const first = new URL(page.url()).pathname
  await hold(page, 9)
  await verifyOnPage(page, t('passport:when.title', { office: 'Grønland politistasjon' }), {
    ...{ title: t('passport:when.pageTitle'), step: 4, service: 'passport' },
  })
  await expect(page.getByRole('alert')).toContainText(t('passport:limit.another.title'))
  await page.getByRole('link', { name: t('passport:limit.another.continue') }).click()
  await isOn(page, t('passport:contact.title'))
  expect(new URL(page.url()).pathname).toBe(first)

  await hold(page, 9)
  await page.getByRole('button', { name: t('passport:limit.another.replace') }).click()
  await isOn(page, t('passport:contact.title'))
  expect(new URL(page.url()).pathname).toBe(first)
})

test('a third appointment for one person is stopped with what to do, until staff allow it', async ({
  page,
  portal,
  browser,
}) => {
  const contact = { names: ['Ola Mange'], email: 'ola-mange@example.com' }
  const citizen = aCitizen(portal)
  for (let time = 0; time < 2; time += 1) await citizen.book(OFFICE, { contact })
  const secret = await citizen.holdWithContact(OFFICE, { contact: { ...contact, names: [' OLA mange '] } })
  await page.goto(`/nb/passport/book/${secret}/review`)
  await page.getByRole('button', { name: t('passport:review.submit') }).click()
  await expect(page.getByRole('alert')).toContainText('OLA mange har så mange timer som mulig')
  await verifyOnPage(page, t('passport:review.title'), { step: 6, service: 'passport' })

  const desk = await browser.newPage({ baseURL: portal.url })
  await desk.goto('/nb/staff/limits')
  await desk.getByRole('button', { name: 'Berit Bjørkelund' }).click()
  await desk.getByRole('button', { name: t('staff:limits.lift') }).click()
  await verifyOnPage(desk, t('staff:limits.title'), { service: 'staff', failed: true })
  await desk.getByLabel(t('passport:contact.email')).fill(contact.email)
  await desk.getByLabel(t('staff:reason.asked-by-the-person')).check()
  await desk.getByRole('button', { name: t('staff:limits.lift') }).click()
  await expect(desk.getByRole('alert')).toHaveText(t('staff:limits.lifted'))
  await desk.close()

  await page.getByRole('button', { name: t('passport:review.submit') }).click()
  await isOn(page, t('appointments:receipt.title'))
})

test('who does not want to be reminded says so once', async ({ page, portal }) => {
  const secret = await aCitizen(portal).book(OFFICE)
  await page.goto(`/nb/appointments/${secret}`)
  await page.getByRole('button', { name: t('appointments:see.stopReminders') }).click()
  await expect(page.getByRole('alert')).toHaveText(t('appointments:see.noReminders'))
  await expect(page.getByRole('button', { name: t('appointments:see.stopReminders') })).toHaveCount(0)
  await page.getByRole('button', { name: t('appointments:see.resumeReminders') }).click()
  await expect(page.getByRole('alert')).toHaveText(t('appointments:see.reminders'))
})
