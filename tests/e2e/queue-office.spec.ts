import { expect, type Page } from '@playwright/test'
import { callNext } from '#app/domain/queue/actions/call.ts'
import { changeQueue } from '#app/use-cases/change-queue.server.ts'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { openCounters } from '#tests/support/queue-office.ts'
import { onOnePortal } from './support/on-one-portal.ts'
import { OFFICE, arrives, startQueueDay } from './support/queue-day.ts'
import { verifyOnPage } from './support/verify-on-page.ts'

/** Ten in the morning, with three people in the queue: one is called, one asks for a report. */
const test = onOnePortal(() =>
  startQueueDay(async (portal) => {
    const [first = 0] = await openCounters(portal, OFFICE, { count: 2, services: ['passport', 'report'] })
    for (const service of ['passport', 'passport', 'report'] as const) await arrives(portal, service)
    await changeQueue(portal, OFFICE, async (queue) => {
      const counter = queue.counters.find(({ id }) => id === first)
      const decision = counter && callNext(queue, counter)
      if (decision?.ok) await queue.save(decision)
    })
  }),
)

const t = translator('nb')

async function logIn(page: Page, language = 'nb'): Promise<void> {
  await page.goto(`/${language}/staff/queue/overview`)
  await page.getByRole('button', { name: 'Berit Bjørkelund' }).click()
}

test('a manager sees how the day goes, announces a delay after looking it over, and withdraws it', async ({
  page,
}) => {
  const heading = t('queue-office:overview.title')
  await logIn(page)
  await verifyOnPage(page, heading, { service: 'staff' })
  await expect(page.getByRole('row', { name: /A1, Pass eller ID-kort/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Anmelde noe 1/ })).toBeVisible()
  // Days that were are seeded: there are hits to see.
  await expect(page.getByRole('row', { name: /Uken fra/ }).first()).toBeVisible()

  await page.getByRole('button', { name: t('queue-office:delay.review') }).click()
  await verifyOnPage(page, heading, { service: 'staff', failed: true })
  await page.getByLabel(t('queue-office:delay.minutes')).fill('20')
  await page.getByRole('button', { name: t('queue-office:delay.review') }).click()
  await expect(page.getByText(t('queue-office:delay.sure', { minutes: 20 }))).toBeVisible()
  await verifyOnPage(page, heading, { service: 'staff' })
  await page.getByRole('button', { name: t('queue-office:delay.announce') }).click()
  await expect(page.getByText(t('queue-office:delay.isOn', { minutes: 20 }))).toBeVisible()
  await page.getByRole('button', { name: t('queue-office:delay.withdraw') }).click()
  await expect(page.getByRole('alert')).toContainText('trukket tilbake')
})

test('another order is tried on a day that was, saved after that, and taken back', async ({ page }) => {
  const heading = t('queue-office:order.title')
  await logIn(page)
  await page.getByRole('link', { name: t('queue-office:overview.toOrder') }).click()
  await verifyOnPage(page, heading, { service: 'staff' })
  const longest = page.getByLabel(t('queue-office:order.longest'))
  await longest.fill('2')
  await page.getByRole('button', { name: t('queue-office:order.try') }).click()
  await verifyOnPage(page, heading, { service: 'staff', failed: true })
  await longest.fill('15')
  await page.getByRole('button', { name: t('queue-office:order.try') }).click()
  await expect(page.getByRole('columnheader', { name: t('queue-office:order.longestThen') })).toBeVisible()
  await verifyOnPage(page, heading, { service: 'staff' })
  await page.getByRole('button', { name: t('queue-office:order.save') }).click()
  await expect(page.getByRole('alert')).toHaveText(t('queue-office:order.saved'))
  await expect(longest).toHaveValue('15')
  await page.getByRole('button', { name: t('queue-office:order.takeBack') }).click()
  await expect(page.getByRole('alert')).toHaveText(t('queue-office:order.takenBack'))
  await expect(longest).toHaveValue('45')
})

for (const language of LANGUAGES.filter((one) => one !== 'nb')) {
  test(`the overview and the order are whole in ${language}`, async ({ page }) => {
    const own = translator(language)
    await logIn(page, language)
    await verifyOnPage(page, own('queue-office:overview.title'), { language, service: 'staff' })
    await page.getByRole('link', { name: own('queue-office:overview.toOrder') }).click()
    await verifyOnPage(page, own('queue-office:order.title'), { language, service: 'staff' })
  })
}
