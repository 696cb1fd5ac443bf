import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { verifyServedPage } from './support/served-page.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

const nb = translator('nb')

/** What a person writes who is afraid, and what must be found nowhere afterwards. */
const WORDS = 'æ e redd for eksen min'
const TRACES = /eksen|redd|afraid|close|violence|vold/i

async function search(page: Page, language: Language, words: string): Promise<void> {
  const t = translator(language)
  await page.getByRole('textbox', { name: t('guide:words.label') }).fill(words)
  await page.getByRole('button', { name: t('guide:words.submit') }).click()
}

async function answer(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

for (const language of LANGUAGES) {
  test(`the guide leads from words to an outcome (${language})`, async ({ page }) => {
    const t = translator(language)
    const check = { language, service: 'guide' } as const
    await page.goto(`/${language}/guide`)
    await verifyOnPage(page, t('guide:title'), check)
    await search(page, language, '')
    await verifyOnPage(page, t('guide:title'), { ...check, failed: true })
    await search(page, language, 'xyzzy')
    await verifyOnPage(page, t('guide:found.nothing'), { ...check, title: t('guide:title') })

    await search(page, language, 'noen har tatt sykkelen min')
    await verifyOnPage(page, t('guide:found.title'), { ...check, title: t('guide:title') })
    await page.getByRole('link', { name: t('channels:need.theft.title') }).click()
    await verifyOnPage(page, t('channels:question.now'), check)
    await answer(page, t('channels:answer.over'))
    await isOn(page, t('channels:question.stolen'))
    await answer(page, t('channels:answer.everyday'))
    await verifyOnPage(page, t('channels:question.circumstances'), check)
    await page.getByRole('button', { name: t('guide:question.submit') }).click()
    await verifyOnPage(page, t('channels:outcome.report-online.title'), check)
    await page.getByRole('textbox', { name: t('guide:place.label') }).fill('1337')
    await page.getByRole('button', { name: t('guide:place.submit') }).click()
    await expect(page.getByRole('heading', { name: t('guide:place.other') })).toBeVisible()
    await verifyOnPage(page, t('channels:outcome.report-online.title'), check)
    await answer(page, t('guide:gotThere.easily'))
    await verifyOnPage(page, t('guide:gotThere.thanks'), check)
  })
}

test('a passport for oneself leads into a booking that knows it already', async ({ page }) => {
  await page.goto('/nb/guide/passport')
  await answer(page, nb('channels:answer.passport'))
  await answer(page, nb('channels:answer.me'))
  await verifyOnPage(page, nb('channels:outcome.passport-book.title'), { service: 'guide' })
  await expect(page.locator('.wait-now time')).toHaveAttribute('datetime', /^20\d\d-/)
  await page.getByRole('link', { name: nb('channels:way.book-passport') }).click()
  await expect(page).toHaveURL(
    /\/passport\/book\/who\?person=18%2B\.passport&said=passport_document\.passport_passport-who\.me$/,
  )
  await isOn(page, nb('passport:who.titleList'))
})

test('112 is one press from the front page, and two by words', async ({ page }) => {
  await page.goto('/nb')
  await expect(
    page.getByRole('main').getByRole('link', { name: nb('front:emergency.call') }),
  ).toHaveAttribute('href', 'tel:112')
  await search(page, 'nb', 'noen bryter seg inn hos meg nå')
  await verifyOnPage(page, nb('channels:outcome.call-112.title'), { service: 'guide' })
  await expect(
    page.getByRole('main').getByRole('link', { name: nb('channels:way.call-112') }),
  ).toHaveAttribute('href', 'tel:112')
  expect(await page.context().cookies()).toEqual([expect.objectContaining({ name: 'language' })])
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })

  test('the guide is whole', async ({ page }) => {
    await page.goto('/nb/guide')
    await verifyServedPage(page, { modules: ['leave-quickly'] })
    await page.goto('/nb/guide/theft?now=over&stolen=everyday')
    await verifyServedPage(page, { modules: ['leave-quickly'] })
    await page.getByRole('button').click()
    await verifyServedPage(page, { modules: ['leave-quickly'] })
  })
})

test.describe('somebody is afraid of somebody at home', () => {
  /** The site that one leaves for lies on this machine under another name. */
  const elsewhere = (url: URL) => url.hostname === 'localhost'

  async function goToTheOutcome(page: Page): Promise<string[]> {
    const seen: string[] = []
    page.on('framenavigated', (frame) => void seen.push(frame.url()))
    await page.goto('/nb/guide')
    await search(page, 'nb', WORDS)
    const call = page.getByRole('main').getByRole('link', { name: nb('front:emergency.call') })
    await isOn(page, nb('guide:found.title'))
    await expect(call).toHaveAttribute('href', 'tel:112')
    await page.getByRole('button', { name: nb('channels:need.close.title') }).click()
    await isOn(page, nb('channels:question.now'))
    await expect(call).toHaveAttribute('href', 'tel:112')
    await answer(page, nb('channels:answer.over'))
    await isOn(page, nb('channels:question.talk'))
    await answer(page, nb('channels:answer.cannot-talk'))
    await verifyOnPage(page, nb('channels:outcome.talk-quietly.title'), {
      ...{ service: 'guide', title: nb('guide:title') },
    })
    return seen
  }

  test('no address and no title says so, and after leaving nothing shows it again', async ({
    page,
    context,
    portal,
  }) => {
    const seen = await goToTheOutcome(page)
    for (const address of seen) expect(decodeURIComponent(new URL(address).pathname)).not.toMatch(TRACES)
    expect(seen.map((address) => new URL(address).search.replace(/^\?key=[\w.%-]+$/, '')).join('')).toBe('')
    const sealed = page.url()
    expect(await page.title()).not.toMatch(TRACES)

    const left = page.waitForURL(elsewhere)
    await page.getByRole('link', { name: nb('common:leave.link') }).click()
    await left
    expect(await context.cookies(portal.url)).toEqual([])
    for (let times = 0; times < 10; times += 1) {
      await page.goBack().catch(() => null)
      expect(await page.title()).not.toMatch(TRACES)
      const text = page.url().startsWith('http') ? await page.locator('main, body').first().innerText() : ''
      expect(text).not.toContain(nb('channels:outcome.talk-quietly.title'))
      expect(text).not.toContain(nb('channels:question.talk'))
      expect(text).not.toContain(WORDS)
    }
    await page.goto(sealed)
    await isOn(page, nb('guide:title'))
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
    }))
    expect(kept).toEqual({ local: 0, session: 0, databases: 0 })
    expect(portal.log()).not.toMatch(TRACES)
  })

  test('Shift three times leaves as well', async ({ page }) => {
    await goToTheOutcome(page)
    await expect(page.getByText(nb('common:leave.keys'))).toBeVisible()
    const left = page.waitForURL(elsewhere)
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift')
    await left
  })

  test('the way to an office and to the police contact takes the place and the way out along', async ({
    page,
  }) => {
    await goToTheOutcome(page)
    await page.getByRole('textbox', { name: nb('guide:place.label') }).fill('1337')
    await page.getByRole('button', { name: nb('guide:place.submit') }).click()
    await expect(page.getByText(nb('guide:help.quiet'))).toBeVisible()
    await expect(page.locator('.outcome .rows a')).toHaveCount(3)
    await verifyOnPage(page, nb('channels:outcome.talk-quietly.title'), {
      ...{ service: 'guide', title: nb('guide:title') },
    })
    const outcome = page.url()
    await page.getByRole('link', { name: nb('channels:way.visit-office') }).click()
    await verifyOnPage(page, nb('offices:find.title'))
    expect(page.url()).toMatch(/\/nb\/offices\?key=[\w.%-]+$/)
    await expect(page.getByRole('heading', { name: /Sandvika/ })).toBeVisible()
    await expect(page.getByRole('link', { name: nb('common:leave.link') })).toBeVisible()
    await page.goto(outcome)
    await page.getByRole('link', { name: nb('channels:way.write-contact') }).click()
    await verifyOnPage(page, nb('contact:page.title', { municipality: 'Bærum' }))
    await expect(page.getByText(nb('contact:form.traces'))).toBeVisible()
    await expect(page.getByRole('link', { name: nb('common:leave.link') })).toBeVisible()
  })

  test('another browser does not open what was sealed', async ({ page, browser, portal }) => {
    await goToTheOutcome(page)
    const other = await browser.newPage()
    await other.goto(page.url())
    await isOn(other, nb('guide:title'))
    expect(other.url()).toBe(`${portal.url}/nb/guide`)
    await other.close()
    // Nor does anything of it go along.
    await page.getByRole('link', { name: nb('channels:way.visit-office') }).click()
    await expect(page).toHaveURL(`${portal.url}/nb/offices`)
  })
})
