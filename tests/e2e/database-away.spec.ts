import Database from 'better-sqlite3'
import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import type { TestPortal } from '#tests/support/portal.ts'
import { chooseTime } from './support/choose-time.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import { inDatabase } from './support/database.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/own-portal.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

const RECOVERY = { timeout: 45_000 }

test.describe.configure({ timeout: 180_000 })

test('without a database citizens get an honest page, and the operator a sentence', async ({
  page,
  folder,
}) => {
  const portal = await folder.start()
  await expect.poll(() => portal.log()).toContain('There is no database at')
  expect((await fetch(`${portal.url}/healthz`)).status).toBe(200)
  expect((await fetch(`${portal.url}/readyz`)).status).toBe(503)
  for (const language of LANGUAGES) {
    await expectOutage(page, portal, language)
    await verifyOnPage(page, translator(language)('errors:outage.title'), { language, shell: false })
  }

  folder.fill()
  await expectRecovery(page, portal)
})

test('a database that is newer than the code is not served from', async ({ page, folder }) => {
  folder.fill()
  folder.change('UPDATE __drizzle_migrations SET created_at = created_at + 1000000000')
  const portal = await folder.start()
  await expect.poll(() => portal.log()).toContain('newer than this code')
  await expectOutage(page, portal, 'nb')
  folder.change('UPDATE __drizzle_migrations SET created_at = created_at - 1000000000')
  await expectRecovery(page, portal)
})

test('a database that is older than the code is not served from', async ({ page, folder }) => {
  folder.fill()
  folder.change('UPDATE __drizzle_migrations SET created_at = created_at - 1000000000')
  const portal = await folder.start()
  await expect.poll(() => portal.log()).toContain('older than this code')
  await expectOutage(page, portal, 'nb')
  folder.change('UPDATE __drizzle_migrations SET created_at = created_at + 1000000000')
  await expectRecovery(page, portal)
})

test('a database that another program holds is not served from until it lets go', async ({
  page,
  folder,
}) => {
  folder.fill()
  const holder = new Database(folder.database)
  holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  const portal = await folder.start()
  await expect.poll(() => portal.log()).toMatch(/The database (cannot be opened|does not answer)/)
  await expectOutage(page, portal, 'nb')
  holder.close()
  await expectRecovery(page, portal)
})

test('an empty database and an empty file are said to be so', async ({ folder }) => {
  folder.change('SELECT 1')
  new Database(folder.database).close()
  const portal = await folder.start()
  await expect.poll(() => portal.log()).toContain('has no tables yet')
})

test('a database that locks while one books loses nothing', async ({ page, portal }) => {
  const t = translator('nb')
  await page.goto(aCitizen(portal).timePath(OFFICES.large))
  await page.getByRole('radio').first().check()
  const holder = new Database(portal.databaseUrl.slice('file:'.length))
  holder.exec('BEGIN IMMEDIATE')
  const answering = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: t('passport:when.submit') }).click()
  const answer = await answering
  holder.close()
  expect(answer.status()).toBe(503)
  expect(await answer.headerValue('Retry-After')).toBe('30')
  await verifyOnPage(page, t('errors:outage.title'))

  await page.goBack()
  await chooseTime(page, 0)
  await isOn(page, t('passport:contact.title'))
})

test('when nothing is free anywhere, every page says so', async ({ page, folder }) => {
  const t = translator('nb')
  folder.fill()
  folder.change('DELETE FROM openings; DELETE FROM dated_openings')
  const portal = await folder.start('ready')
  const query = `${answersQuery()}&at=post-9008`
  await page.goto(`${portal.url}/nb/passport/book/office?${query}`)
  await verifyOnPage(page, t('passport:office.titleNear', { place: '9008 Tromsø' }), {
    service: 'passport',
    step: 3,
    title: t('passport:office.pageTitle'),
  })
  const days = inDatabase(portal, (database) =>
    database.prepare("SELECT value FROM service_rules WHERE attribute = 'booking-window'").pluck().get(),
  )
  await expect(page.getByRole('main')).toContainText(
    t('passport:office.nothingAnywhere', { days: Number(days) }),
  )
  await page.goto(`${portal.url}/nb/passport/book/time?${query}&office=${OFFICES.small}`)
  await expect(page.getByRole('main')).toContainText(t('passport:when.nothingHelpList'))
  await expect(page.getByText(t('see:fill.choose'))).toHaveCount(0)
  await expect(page.getByRole('radio')).toHaveCount(0)
})

async function expectOutage(page: Page, portal: TestPortal, language: Language): Promise<void> {
  const answer = await page.goto(`${portal.url}/${language}/passport`)
  expect(answer?.status()).toBe(503)
  expect(await answer?.headerValue('Retry-After')).toBe('30')
  expect(await answer?.headerValue('Cache-Control')).toBe('no-store')
  await isOn(page, translator(language)('errors:outage.title'))
  const asked = await fetch(portal.url, { headers: { 'Accept-Language': language } })
  expect(await asked.text()).toContain(`<html lang="${language}">`)
}

async function expectRecovery(page: Page, portal: TestPortal): Promise<void> {
  await expect.poll(async () => (await fetch(`${portal.url}/readyz`)).status, RECOVERY).toBe(200)
  await page.goto(`${portal.url}/nb/passport`)
  await isOn(page, translator('nb')('passport:about.title'))
}
