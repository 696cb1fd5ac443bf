import { expect } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { aChild } from '#tests/support/builders.ts'
import { isRunningText, readingOf } from '#tests/support/plain-language.ts'
import { clickThrough } from './support/arrive.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import { OFFICES } from './support/offices.ts'
import { rawRequest } from './support/raw-request.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

/** What a browser asks for, and what it gets. */
const WISHES = [
  [undefined, 'nb'],
  ['nn-NO,nn;q=0.9,nb;q=0.8', 'nn'],
  ['en-GB', 'en'],
  ['se-NO,se', 'nb'],
  ['da', 'nb'],
  ['pl,en;q=0.5', 'en'],
  ['fr', 'en'],
  ['nb;q=0.1,nn;q=0.9', 'nn'],
] as const

/** LIX of the running text (accessibility.md). */
const HEAVIEST = 40

/** Fewer words than this say nothing about a text. */
const FEWEST_WORDS = 40

for (const [wish, language] of WISHES) {
  test(`the front door answers a browser that wants ${wish ?? 'nothing'} in ${language}`, async ({
    portal,
  }) => {
    const headers: Record<string, string> = wish ? { 'Accept-Language': wish } : {}
    const door = await rawRequest(portal.url, { headers })
    expect(door.status).toBe(302)
    expect(door.headers.location).toBe(`/${language}`)
    const unknown = await rawRequest(`${portal.url}/xx/passport`, { headers })
    expect(unknown.status).toBe(404)
    expect(unknown.body).toContain(`<html lang="${language}"`)
    expect(unknown.body).toContain(translator(language)('errors:notFound.title'))
  })
}

test('short addresses lead to what they say', async ({ portal }) => {
  const short = { pass: '/nb/passport', time: '/nb/appointments', anmeld: '/nb#coming', ko: '/nb#coming' }
  for (const [word, page] of Object.entries(short)) {
    const answer = await rawRequest(`${portal.url}/${word}`)
    expect(answer.status).toBe(302)
    expect(answer.headers.location).toBe(page)
  }
})

test('the language that was chosen last is remembered', async ({ page, context }) => {
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb')
  await page.getByRole('link', { name: translator('nn')('common:languageName') }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn')
  await page.goto('/pass')
  await isOn(page, translator('nn')('passport:about.title'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn')
  const [cookie] = await context.cookies()
  expect(cookie).toMatchObject({ name: 'language', value: 'nn', httpOnly: true, sameSite: 'Lax' })
})

test('an unknown page in an unknown language is a whole page', async ({ page }) => {
  const answer = await page.goto('/xx/anything')
  expect(answer?.status()).toBe(404)
  await verifyOnPage(page, translator('nb')('errors:notFound.title'))
})

test('the language menu keeps the page and what was answered', async ({ page, portal }) => {
  const query = `${answersQuery({ ...aChild(), needs: ['interpreter'] })}&at=post-9008`
  const secret = await aCitizen(portal).holdWithContact(OFFICES.large)
  for (const path of [
    `passport/book/office?${query}`,
    `passport/book/time?${query}&office=${OFFICES.small}`,
    `passport/book/${secret}/review`,
  ]) {
    await page.goto(`/nb/${path}`)
    for (const language of ['nn', 'en', 'nb'] as const) {
      await page.getByRole('link', { name: translator(language)('common:languageName') }).click()
      await expect(page).toHaveURL(`${portal.url}/${language}/${path}`)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      const current = page.getByRole('navigation').locator('[aria-current]')
      await expect(current).toHaveText(translator(language)('common:languageName'))
      await expect(current).toHaveAttribute('lang', language)
    }
  }
})

test('a form that failed still offers the other languages', async ({ page }) => {
  await page.goto(`/nb/passport/book/who?${answersQuery()}&edit=2`)
  await clickThrough(page.getByRole('button', { name: translator('nb')('passport:who.submit') }))
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('link', { name: translator('en')('common:languageName') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    translator('en')('passport:who.titleNext', { number: 2 }),
  )
})

for (const language of LANGUAGES.filter((language) => language !== 'en')) {
  test(`the running text of the pages in ${language} is easy to read`, async ({ page, portal }) => {
    const citizen = aCitizen(portal, language)
    const held = await citizen.holdWithContact(OFFICES.large, { people: [aChild()] })
    const booked = await citizen.book(OFFICES.large, { people: [aChild()] })
    const paths = [
      '',
      '/passport',
      `/passport/book/where?${answersQuery(aChild())}`,
      `/passport/book/office?${answersQuery()}&at=post-9170`,
      `/passport/book/${held}/contact`,
      `/passport/book/${held}/review`,
      `/passport/book/${booked}/receipt`,
      `/appointments/${booked}`,
      '/appointments',
      '/accessibility',
      '/privacy',
      '/nowhere',
    ]
    const all: string[] = []
    for (const path of paths) {
      await page.goto(`/${language}${path}`)
      const texts = await page.locator('main :is(p, li):not(:has(p, li))').allInnerTexts()
      const running = texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(isRunningText)
      all.push(...running)
      const { lix, words } = readingOf(running)
      if (words >= FEWEST_WORDS) expect(lix, `LIX of ${path}`).toBeLessThanOrEqual(HEAVIEST)
    }
    const { lix, wordsPerSentence } = readingOf(all)
    expect(lix).toBeLessThanOrEqual(HEAVIEST)
    expect(wordsPerSentence).toBeLessThanOrEqual(15)
  })
}
