import { expect, type Page } from '@playwright/test'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { translator, type Translate } from '#app/i18n/i18n.ts'
import { aVisitorAddress } from '#tests/support/visitor-address.ts'
import { clickThrough } from './support/arrive.ts'
import { chooseTime, markTime } from './support/choose-time.ts'
import { aCitizen } from './support/citizen.ts'
import { letAppointmentBegin, officeName, storedCheckInCode } from './support/database.ts'
import { OFFICES } from './support/offices.ts'
import { onOnePortal } from './support/on-one-portal.ts'
import { openDataFolder, test as ownPortal } from './support/own-portal.ts'
import { verifyOnPage } from './support/verify-on-page.ts'

/** One of each may be had, which leaves nothing for a second; the reading of pages has a portal of its own. */
const LIMITS = ['holds', 'logins', 'lost-links', 'wrong-codes', 'tickets']

const test = onOnePortal(async () => {
  const folder = openDataFolder()
  folder.fill()
  for (const limit of LIMITS)
    folder.change(`UPDATE service_rules SET value = '1' WHERE attribute = 'limit-${limit}'`)
  folder.change("UPDATE service_rules SET value = '2' WHERE attribute = 'holds'")
  return { portal: await folder.start('ready'), stop: folder.close }
})

test('who has held too much is told kindly, keeps the choice, and goes on with what is held', async ({
  page,
  site: portal,
}) => {
  test.slow()
  await eachVisits(page, async (language, t) => {
    const citizen = aCitizen(portal, language)
    const path = portal.url + citizen.timePath(OFFICES.large)

    await page.goto(path)
    await chooseTime(page, 0, language)
    const held = page.url()
    expect(held).toMatch(/\/contact$/)

    await page.goto(path)
    const chosen = String(await markTime(page, 3, language))
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await clickThrough(page.getByRole('button', { name: t('passport:when.submit') }))
    const answer = await answered
    expect(answer.status()).toBe(429)
    expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0)
    const notice = page.getByRole('alert')
    await expect(notice).toContainText(t('passport:when.tooMany.title'))
    await expect(notice).toContainText(/\d+ minut/)
    await expect(notice).toContainText('02800')
    await expect(page.getByRole('radio', { checked: true })).toHaveValue(chosen)
    const office = officeName(portal, OFFICES.large)
    await verifyOnPage(page, t('passport:when.title', { office }), {
      ...{ language, step: 4, service: 'passport' },
      title: t('passport:when.pageTitle'),
    })
    await page.goto(held)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('passport:contact.title'))
  })
})

test('who begins too many logins is told kindly, with the time to wait', async ({ page, site: portal }) => {
  test.slow()
  await eachVisits(page, async (language, t) => {
    await page.goto(`${portal.url}/${language}/me`)
    const answer = await page.goto(`${portal.url}/${language}/login`)
    expect(answer?.status()).toBe(429)
    expect(Number(answer?.headers()['retry-after'])).toBeGreaterThan(0)
    await verifyOnPage(page, t('login:failed.title'), { language, service: 'login' })
    await expect(page.getByRole('main')).toContainText(/\d+ minut/)
  })
})

test('who asks too often for a lost link is told kindly, with the time to wait', async ({
  page,
  site: portal,
}) => {
  test.slow()
  await eachVisits(page, async (language, t) => {
    for (const status of [200, 429]) {
      await page.goto(`${portal.url}/${language}/appointments`)
      await page.locator('#email').fill('kari@example.org')
      const answered = page.waitForResponse(
        (response) => response.request().isNavigationRequest() && response.status() !== 302,
      )
      await clickThrough(page.getByRole('button', { name: t('appointments:lost.submit') }))
      const answer = await answered
      expect(answer.status()).toBe(status)
      if (status === 429) expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0)
    }
    await verifyOnPage(page, t('errors:tooMany.title'), { language })
    await expect(page.getByRole('main')).toContainText(/\d+ minut/)
  })
})

ownPortal('who reads too much is told kindly, with the time to wait', async ({ page, folder }) => {
  ownPortal.slow()
  folder.fill()
  folder.change(
    "UPDATE service_rules SET value = '2' WHERE attribute = 'limit-reads' AND applies_to = 'address'",
  )
  const portal = await folder.start('ready')
  await eachVisits(page, async (language, t) => {
    for (let time = 0; time < 2; time += 1) await page.goto(`${portal.url}/${language}`)
    const answer = await page.goto(`${portal.url}/${language}/passport`)
    expect(answer?.status()).toBe(429)
    await verifyOnPage(page, t('errors:tooMany.title'), { language, shell: false })
    await expect(page.getByRole('main')).toContainText(
      t('errors:wait', { wait: t('common:minutes', { count: 1 }) }),
    )
    await expect(page.getByRole('main')).toContainText(answer?.headers()['x-request-id'] ?? 'no id')
  })
})

/** Whoever speaks another language is another visitor, from elsewhere: nothing of theirs has been counted yet. */
async function eachVisits(
  page: Page,
  visit: (language: Language, t: Translate) => Promise<void>,
): Promise<void> {
  for (const language of LANGUAGES) {
    await page.context().clearCookies()
    await page.setExtraHTTPHeaders({ 'X-Forwarded-For': aVisitorAddress() })
    await test.step(language, () => visit(language, translator(language)))
  }
}

const KIOSK = { service: 'queue', shell: 'wall' } as const
const t = translator('nb')

test('too many wrong codes are told at the kiosk, and a right one goes on', async ({
  page,
  site: portal,
}) => {
  const citizen = aCitizen(portal)
  const [now, tomorrow] = [await citizen.book(OFFICES.large), await aCitizen(portal).book(OFFICES.large)]
  letAppointmentBegin(portal, now)
  const path = `/nb/queue/${OFFICES.large}/check-in`
  expect((await citizen.post(path, { code: 'AAAAAAAA' })).status).toBe(400)
  // Of a code that is right but not for now nothing is told any more either.
  const refused = await citizen.post(path, { code: storedCheckInCode(portal, tomorrow) })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect((await citizen.post(path, { code: storedCheckInCode(portal, now) })).status).toBe(302)

  for (const status of [400, 429]) {
    await page.goto(portal.url + path)
    await page.getByLabel(t('queue:checkIn.code')).fill('AAAAAAAA')
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: t('queue:checkIn.submit') }).click()
    expect((await answered).status()).toBe(status)
  }
  await expect(page.getByRole('alert')).toContainText(/Vent \d+ minut/)
  await verifyOnPage(page, t('queue:checkIn.title'), KIOSK)
})

test('too many tickets are told at the kiosk', async ({ page, site: portal }) => {
  for (const status of [302, 429]) {
    await page.goto(`${portal.url}/nb/queue/${OFFICES.large}/ticket?service=passport`)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: t('queue:take.submit') }).click()
    expect((await answered).status()).toBe(status)
  }
  await expect(page.getByRole('alert')).toContainText(/Vent \d+ minut/)
  await verifyOnPage(page, t('queue:service.passport'), KIOSK)
})
