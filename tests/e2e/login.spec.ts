import { createHash } from 'node:crypto'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import type { TestPortal } from '#tests/support/portal.ts'
import { aChild, aPerson } from '#tests/support/builders.ts'
import { changeMessage } from './support/change-message.ts'
import { chooseTime } from './support/choose-time.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import { inDatabase, storedReference } from './support/database.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

const t = translator('nb')
const OFFICE = 'oslo-gronland'
const PARENT = 'Sindre Bekkeblom'

/** In the year 2100, in epoch seconds. */
const FAR_AHEAD = 4_102_444_800

/** On the page of the provider on which one chooses who to be. */
async function choose(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('login:provider.title'))
  await page.getByRole('button', { name }).click()
}

async function logIn(page: Page, name: string): Promise<void> {
  await page.goto('/nb/me')
  await choose(page, name)
  await isOn(page, t('me:title'))
}

/** Half an hour and more goes by in which nobody does anything. */
function letSessionsEnd(portal: TestPortal): void {
  inDatabase(portal, (database) => database.prepare('UPDATE sessions SET seen_at = seen_at - 1860').run())
}

async function sessionCookie(page: Page): Promise<string | undefined> {
  const cookies = await page.context().cookies()
  return cookies.find(({ name }) => name === 'forste-kontakt-citizen')?.value
}

async function holdFor(page: Page, query: string): Promise<void> {
  await page.goto(`/nb/passport/book/time?${query}&office=${OFFICE}`)
  await chooseTime(page, 0)
  await isOn(page, t('passport:contact.title'))
}

test('a booking is filled in after login, and is on my page afterwards', async ({ page }) => {
  await holdFor(page, answersQuery(aPerson(), { ...aChild(), ageGroup: '13-15' }))
  await page.getByRole('link', { name: t('login:known.logIn') }).click()
  await choose(page, PARENT)
  await verifyOnPage(page, t('passport:contact.title'), { step: 6, of: 7, service: 'passport' })
  await expect(page.getByText(t('login:known.fresh'))).toBeVisible()
  await expect(page.locator('#name-1')).toHaveValue(PARENT)
  await expect(page.locator('#name-2')).toHaveValue('Åse Bekkeblom')
  await expect(page.locator('#email')).toHaveValue('sindre.bekkeblom@example.com')
  await expect(page.getByLabel(t('passport:contact.languages.nn'))).toBeChecked()
  await page.getByRole('button', { name: t('passport:contact.submit') }).click()
  await page.getByRole('button', { name: t('passport:review.submit') }).click()
  await isOn(page, t('appointments:receipt.title'))

  await page.goto('/nb/me')
  await verifyOnPage(page, t('me:title'))
  await expect(page.getByText(`For ${PARENT} og Åse Bekkeblom`)).toBeVisible()
  await page.goto('/nn/me')
  await verifyOnPage(page, translator('nn')('me:title'), { language: 'nn' })
  await page.goto('/en/me')
  await verifyOnPage(page, translator('en')('me:title'), { language: 'en' })
})

test('who logs out is logged out at the provider too, and the old cookie opens nothing', async ({ page }) => {
  await logIn(page, PARENT)
  const old = await sessionCookie(page)
  await page.getByRole('button', { name: t('login:account.logOut'), exact: true }).click()
  await verifyOnPage(page, t('login:loggedOut.title'), { service: 'login' })
  expect(await sessionCookie(page)).toBeUndefined()

  await page.context().addCookies([{ name: 'forste-kontakt-citizen', value: old ?? '', url: page.url() }])
  await page.goto('/nb/me')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('login:provider.title'))
})

test('after the logout Back shows nothing of what was there', async ({ page }) => {
  await logIn(page, PARENT)
  await page.getByRole('button', { name: t('login:account.logOut'), exact: true }).click()
  await isOn(page, t('login:loggedOut.title'))
  await page.goBack()
  // The page is asked for anew, so one is asked to log in.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('login:provider.title'))
})

test('who logs out at the provider is logged out here', async ({ page, portal }) => {
  await logIn(page, PARENT)
  const cookie = await sessionCookie(page)
  expect(isStored(portal, cookie)).toBe(true)
  const issuer = new URL(await providerOf(page, portal)).origin
  await page.goto(`${issuer}/citizen/session/end`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('login:provider.loggedOutTitle'))
  await expect.poll(() => isStored(portal, cookie)).toBe(false)
  await page.goto(`${portal.url}/nb`)
  await expect(page.getByText(t('login:ended'))).toBeVisible()
})

function isStored(portal: TestPortal, cookie = ''): boolean {
  const hash = createHash('sha256').update(cookie).digest('base64url')
  return inDatabase(portal, (database) => {
    return database.prepare('SELECT 1 FROM sessions WHERE id_hash = ?').get(hash) !== undefined
  })
}

async function providerOf(page: Page, portal: TestPortal): Promise<string> {
  const answer = await page.request.get(`${portal.url}/nb/login?level=high`, { maxRedirects: 0 })
  return answer.headers().location ?? ''
}

test('what asks for the high level asks for it, and the session gets a new id', async ({ page }) => {
  await logIn(page, PARENT)
  const before = await sessionCookie(page)
  await page.getByRole('link', { name: t('me:stored.erase') }).click()
  await choose(page, PARENT)
  await verifyOnPage(page, t('me:erase.title'), { service: 'me' })
  const after = await sessionCookie(page)
  expect(after).not.toBe(before)
  await page.getByRole('button', { name: t('me:erase.submit') }).click()
  await verifyOnPage(page, t('me:title'))
  await expect(page.getByRole('alert')).toBeFocused()
})

test('who erases before the message of a cancellation is out reads that it waits for that', async ({
  page,
  portal,
}) => {
  const somebody = 'Arne Myrull'
  await logIn(page, somebody)
  const cookie = `forste-kontakt-citizen=${await sessionCookie(page)}`
  const citizen = aCitizen(portal, 'nb', { cookie })
  const secret = await citizen.book(OFFICE)
  await citizen.cancel(secret)
  // As when mail is away: it is due later than any test runs.
  const cancellation = { reference: storedReference(portal, secret), kind: 'cancelled' } as const
  await changeMessage(portal, cancellation, { status: 'waiting', due_at: FAR_AHEAD })

  await page.goto('/nb/me/erase')
  await choose(page, somebody)
  await isOn(page, t('me:erase.title'))
  await page.getByRole('button', { name: t('me:erase.submit') }).click()
  await verifyOnPage(page, t('me:title'))
  await expect(page.getByRole('alert')).toHaveText(t('me:erase.waiting', { count: 1 }))
})

test('a login that ends in the middle of a booking takes nothing with it', async ({ page, portal }) => {
  await logIn(page, PARENT)
  await holdFor(page, answersQuery(aPerson()))
  await page.locator('#name-1').fill("Sindre O'Bekkeblom")
  letSessionsEnd(portal)
  await page.getByRole('button', { name: t('passport:contact.submit') }).click()
  await isOn(page, t('passport:review.title'))
  await expect(page.getByText("Sindre O'Bekkeblom")).toBeVisible()
  await page.getByRole('button', { name: t('passport:review.submit') }).click()
  await isOn(page, t('appointments:receipt.title'))
  // At the provider they are logged in still: nobody is asked again.
  await page.goto('/nb/me')
  await expect(page.getByText("For Sindre O'Bekkeblom")).toBeVisible()
})

test('in the last minutes, which using the page does not make more, one is told', async ({
  page,
  portal,
}) => {
  await logIn(page, PARENT)
  await expect(page.getByText(/Du er logget inn til kl\. \d\d\.\d\d\. Tiden blir lengre/)).toBeVisible()
  await expect(page.getByText(/^Du blir logget ut kl\./)).toHaveCount(0)
  inDatabase(portal, (database) =>
    database.prepare('UPDATE sessions SET started_at = started_at - 116 * 60').run(),
  )
  await page.reload()
  await expect(page.getByText(/^Du blir logget ut kl\. \d\d\.\d\d\./)).toBeVisible()
  await expect(page.getByText('Tiden blir lengre')).toHaveCount(0)
  await verifyOnPage(page, t('me:title'))
})

test('a page that stays open says before its person is logged out, and they go on without losing a word', async ({
  page,
}) => {
  await logIn(page, PARENT)
  await page.clock.install()
  await page.goto('/nb/passport/book/who')
  const told = page.locator('#session-end').getByRole('status')
  await page.getByRole('radio', { name: t('passport:age.16-17') }).check()
  await page.clock.fastForward(25 * 60_000)
  await expect(told).toHaveText(t('login:open.soon', { minutes: 5 }))
  await verifyOnPage(page, t('passport:who.title'), { service: 'passport', step: 1 })
  await page.getByRole('button', { name: t('login:open.more') }).click()
  await expect(told).toHaveText(t('login:open.longer'))
  await page.clock.fastForward(25 * 60_000)
  await expect(told).toHaveText(t('login:open.soon', { minutes: 5 }))
  await page.clock.fastForward(5 * 60_000)
  await expect(told).toHaveText(t('login:open.ended'))
  await expect(page.getByRole('radio', { name: t('passport:age.16-17') })).toBeChecked()
})

test('the provider speaks the language of the page that one came from', async ({ page }) => {
  for (const language of ['nn', 'en'] as const) {
    await page.goto(`/${language}/me`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      translator(language)('login:provider.title'),
    )
  }
})

/** Books over plain HTTP for who is logged in. */
async function bookAs(page: Page, portal: TestPortal): Promise<void> {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  await aCitizen(portal, 'nb', { cookie }).book(OFFICE)
}

test('a form that comes when its person is logged out is kept and sent again', async ({ page, portal }) => {
  await logIn(page, PARENT)
  await bookAs(page, portal)
  await page.reload()
  await page.getByRole('link', { name: t('me:contact.change') }).click()
  await verifyOnPage(page, t('me:change.title'), { service: 'me' })
  await page.locator('#email').fill('no@')
  await page.getByRole('button', { name: t('me:change.submit') }).click()
  await verifyOnPage(page, t('me:change.title'), { service: 'me', failed: true })
  await page.locator('#email').fill('ny@example.com')
  letSessionsEnd(portal)
  await page.getByRole('button', { name: t('me:change.submit') }).click()
  await verifyOnPage(page, t('login:form.title'))
  const tab = page.waitForEvent('popup')
  await page.getByRole('link', { name: t('login:form.first') }).click()
  const login = await tab
  await isOn(login, t('me:change.title'))
  await login.close()
  await page.getByRole('button', { name: t('login:form.send') }).click()
  await isOn(page, t('me:title'))
})

test('a form that is kept after the login ended speaks the language of its page', async ({
  page,
  portal,
}) => {
  await logIn(page, PARENT)
  await bookAs(page, portal)
  await page.goto('/nn/me/contact')
  letSessionsEnd(portal)
  await page.getByRole('button', { name: translator('nn')('me:change.submit') }).click()
  await verifyOnPage(page, translator('nn')('login:form.title'), { language: 'nn' })
})

test('who turns back at the provider reads that they are not logged in', async ({ page }) => {
  await page.goto('/nb/me')
  await page.getByRole('button', { name: t('login:provider.cancel') }).click()
  await verifyOnPage(page, t('login:failed.title'), { service: 'login' })
  await expect(page.getByText(t('login:failed.cancelled'))).toBeVisible()
})

test('the contact page says what is special: old contact data, none, reserved', async ({ page }) => {
  await holdFor(page, answersQuery(aPerson()))
  const contact = page.url()
  for (const [name, note] of [
    ['Liv Havørn', t('login:known.stale', { day: 'søndag 2. april 2023' })],
    ['Arne Myrull', t('login:known.none')],
    ['Torbjørg Kvitveis', t('login:known.reserved')],
  ] as const) {
    await page.context().clearCookies()
    await logIn(page, name)
    await page.goto(contact)
    await expect(page.getByText(note)).toBeVisible()
    await expect(page.locator('#name-1')).toHaveValue(name)
  }
  await expect(page.locator('#email')).toHaveValue('')
  await expect(page.getByText('Da sender vi brev til Prøvevegen 6, 6800 Førde.')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('one logs in and out', async ({ page }) => {
    await logIn(page, PARENT)
    await page.getByRole('button', { name: t('login:account.logOut'), exact: true }).click()
    // The provider asks once more.
    await page.getByRole('button', { name: t('login:provider.logout') }).click()
    await isOn(page, t('login:loggedOut.title'))
  })
})
