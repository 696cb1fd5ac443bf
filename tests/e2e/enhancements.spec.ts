import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { clickThrough } from './support/arrive.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/test.ts'
import { verifyAxe } from './support/verify-on-page.ts'

const t = translator('nb')
const WHERE = `/nb/passport/book/where?${answersQuery()}`
const HOLD_MILLISECONDS = 10 * 60_000
const WARNING_MILLISECONDS = 2 * 60_000

test('places are suggested while one types, and chosen with the keyboard', async ({ page }) => {
  await page.goto(WHERE)
  const field = page.getByRole('combobox', { name: t('passport:where.label') })
  const options = page.getByRole('listbox').getByRole('option')
  await field.focus()
  await typePlace(page, 'tromsø')
  await expect(options.first()).toHaveText('Tromsø')
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  const number = String(await options.count())
  await expect(page.getByRole('status').filter({ hasText: number })).toHaveText(
    t('passport:where.suggestions', { number }),
  )
  await verifyAxe(page)

  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(field).toHaveAttribute(
    'aria-activedescendant',
    (await options.first().getAttribute('id')) ?? '',
  )
  await expect(field).toBeFocused()
  await verifyAxe(page)
  await page.keyboard.press('ArrowUp')
  await expect(options.last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('passport:office.titleNear', { place: 'Tromsø' }),
  )
})

test('an answer that comes after Escape does not open the suggestions again', async ({ page }) => {
  await page.goto(WHERE)
  const field = page.getByRole('combobox')
  await field.pressSequentially('sand')
  await expect(page.getByRole('listbox')).toBeVisible()
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  await page.route('**/places.json?typed=sandv', async (route) => {
    await answered
    await route.continue()
  })
  const asked = page.waitForRequest('**/places.json?typed=sandv')
  await page.keyboard.type('v')
  await asked
  const came = page.waitForResponse('**/places.json?typed=sandv')
  await page.keyboard.press('Escape')
  answer()
  await (await came).finished()
  await readSomething(page)
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(field).toHaveAttribute('aria-expanded', 'false')
})

test('Escape closes the suggestions and keeps what was typed', async ({ page }) => {
  await page.goto(WHERE)
  const field = page.getByRole('combobox', { name: t('passport:where.label') })
  await field.pressSequentially('sandv')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(field).toHaveAttribute('aria-expanded', 'false')
  await expect(field).toHaveValue('sandv')
})

test('Enter without a choice sends what was typed', async ({ page }) => {
  await page.goto(WHERE)
  await page.getByRole('combobox').focus()
  await typePlace(page, '1337')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1337 Sandvika')
})

test('a suggestion can be pressed', async ({ page }) => {
  await page.goto(WHERE)
  await page.getByRole('combobox').pressSequentially('vads')
  await page.getByRole('option', { name: 'Vadsø', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Vadsø')
})

test('the button works at the first press while suggestions are open', async ({ page }) => {
  await page.goto(WHERE)
  await page.getByRole('combobox').focus()
  await typePlace(page, '1337')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.getByRole('button', { name: t('passport:where.submit') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1337 Sandvika')
})

test('Tab and a press elsewhere close the suggestions', async ({ page }) => {
  await page.goto(WHERE)
  await page.getByRole('combobox').pressSequentially('sandv')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('listbox')).toBeHidden()
  await page.getByRole('combobox').fill('sandvik')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(page.getByRole('listbox')).toBeHidden()
})

test('it is said when nothing is suggested', async ({ page }) => {
  await page.goto(WHERE)
  await page.getByRole('combobox').pressSequentially('xyzzy')
  await expect(page.getByRole('status').filter({ hasText: t('passport:where.noSuggestions') })).toHaveCount(1)
  await expect(page.getByRole('listbox')).toBeHidden()
})

test('the position is used when it is given, rounded to about a kilometre', async ({ page, context }) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 69.649812, longitude: 18.956321 })
  await page.goto(WHERE)
  await verifyAxe(page)
  await page.getByRole('button', { name: t('passport:where.position') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('passport:office.titlePosition'))
  expect(new URL(page.url()).searchParams.get('at')).toBe('position-69.65,18.96')
})

test('it is said when the position is not given', async ({ page }) => {
  await page.goto(WHERE)
  await page.getByRole('button', { name: t('passport:where.position') }).click()
  await expect(page.getByRole('status').filter({ hasText: t('passport:where.positionFailed') })).toBeVisible()
  expect(page.url()).toContain('/where')
})

test('two minutes before a hold ends it is said, once and politely', async ({ page, portal }) => {
  const secret = await aCitizen(portal).holdWithContact(OFFICES.large)
  await page.clock.install()
  await page.goto(`/nb/passport/book/${secret}/review`)
  const warning = page.getByRole('status').filter({ hasText: t('passport:hold.soon') })
  await page.clock.runFor(HOLD_MILLISECONDS - WARNING_MILLISECONDS - 60_000)
  await expect(warning).toHaveCount(0)
  await page.clock.runFor(60_000)
  await expect(warning).toBeVisible()
  await verifyAxe(page)
  await clickThrough(page.getByRole('button', { name: t('passport:hold.more') }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('passport:review.title'))
  await expect(warning).toHaveCount(0)
})

test('a page with every enhancement stays below 60 kB', async ({ page }) => {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    sizes.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => responseBodySize),
    )
  })
  await page.goto(WHERE, { waitUntil: 'networkidle' })
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeLessThanOrEqual(60 * 1024)
})

/** Types into what has focus, and waits until the suggestions are those for the whole of it. */
async function typePlace(page: Page, typed: string): Promise<void> {
  const came = page.waitForResponse((response) => new URL(response.url()).searchParams.get('typed') === typed)
  await page.keyboard.type(typed)
  await (await came).finished()
  await readSomething(page)
}

/** What the page asks for and reads after an answer has come, is read after that answer. */
async function readSomething(page: Page): Promise<void> {
  await page.evaluate(async () => (await fetch('/nb/passport/places.json?typed=tr')).json())
}
