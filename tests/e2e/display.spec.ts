import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { officeName } from './support/database.ts'
import { QUEUE_OFFICES } from './support/queue-offices.ts'
import { test } from './support/test.ts'
import { verifyOnPage, verifyStrongContrast } from './support/verify-on-page.ts'

const t = translator('nb')

/** A screen on a wall, lying and standing. */
const WALLS = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
]

/** Read from ten metres (accessibility.md). */
const LEAST_NUMBER_PX = 60

for (const language of LANGUAGES) {
  test(`the screen on the wall in ${language}: nobody, a call alone, then in the list`, async ({
    page,
    portal,
    hand,
  }) => {
    test.setTimeout(90_000)
    const said = translator(language)
    const office = QUEUE_OFFICES.display[language]
    const check = { language, shell: false }
    const title = said('display:title', { office: officeName(portal, office) })
    await page.setViewportSize({ width: 1920, height: 1080 })
    await hand.openCounters(office, hand.countersOf(office))
    await page.goto(`/${language}/display/${office}`)
    await verifyOnPage(page, title, check)
    await verifyStrongContrast(page)

    await hand.take(office, { language, needs: ['wheelchair'] })
    for (let count = 0; count < 16; count += 1) await hand.take(office, { language })
    await hand.announceDelay(office, 20)
    for (const number of hand.countersOf(office)) if (number !== 2) await hand.callNext(office, number)
    await hand.callNext(office, 2)
    const alone = page.locator('[data-alone]')
    await expect(alone).toBeVisible()
    await expect(alone).toContainText(said('display:counter', { counter: 2 }))
    await verifyNumbers(page)
    await verifyStrongContrast(page)
    await verifyOnPage(page, title, check)

    await expect(alone).toBeHidden({ timeout: 25_000 })
    const called = page.locator('[data-list=calls]')
    await expect(called).toContainText(said('display:counter', { counter: 2 }))
    await expect(page.getByText(said('display:delay', { minutes: 20 }))).toBeVisible()
    await verifyStrongContrast(page)
    await verifyOnPage(page, title, check)
    for (const wall of WALLS) {
      await page.setViewportSize(wall)
      await verifyNumbers(page)
      // Everything is on the screen: nobody scrolls a wall.
      const { width, height } = await sizeOf(page)
      expect(width).toBeLessThanOrEqual(wall.width)
      expect(height).toBeLessThanOrEqual(wall.height)
    }
  })
}

test('outside of the hours it says when the queue opens', async ({ page, portal }) => {
  const office = QUEUE_OFFICES.closed
  await page.goto(`/nb/display/${office}`)
  await expect(page.getByText(t('display:opens', { time: '08.30' }))).toBeVisible()
  const title = t('display:title', { office: officeName(portal, office) })
  await verifyOnPage(page, title, { shell: false })
})

test('a call sounds and is spoken in the language of who is called, once sound is turned on', async ({
  page,
  hand,
}) => {
  const office = QUEUE_OFFICES.spoken
  await hand.openCounters(office, [1, 2])
  await page.addInitScript(() => {
    const spoken: string[] = []
    Object.assign(window, { spoken })
    const voices = [{ lang: 'nb-NO' }, { lang: 'en-GB' }]
    Object.defineProperty(speechSynthesis, 'getVoices', { value: () => voices })
    Object.defineProperty(speechSynthesis, 'speak', {
      value: ({ lang, text }: SpeechSynthesisUtterance) => spoken.push(`${lang}: ${text}`),
    })
    // The browser takes only voices of its own.
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set: () => {}, get: () => null })
  })
  const spoken = () => page.evaluate<string[]>('window.spoken')
  await page.goto(`/nb/display/${office}`)
  await hand.take(office)
  await hand.callNext(office, 1)
  await expect(page.locator('[data-alone]')).toBeVisible()
  expect(await spoken()).toEqual([])

  await page.getByRole('button', { name: t('display:sound.turnOn') }).press('Enter')
  await expect(page.getByRole('status')).toHaveText(t('display:sound.isOn'))
  await hand.take(office, { language: 'en' })
  await hand.callNext(office, 2)
  await expect.poll(spoken).toHaveLength(1)
  expect((await spoken())[0]).toMatch(/^en-GB: Number A \d+\. Go to counter 2\.$/)
})

test('a screen without voices says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(speechSynthesis, 'getVoices', { value: () => [] })
  })
  await page.goto(`/nb/display/${QUEUE_OFFICES.spoken}`)
  await page.getByRole('button', { name: t('display:sound.turnOn') }).press('Enter')
  const languages = LANGUAGES.map((language) => translator(language)('common:languageName')).join(', ')
  await expect(page.getByRole('status')).toContainText(t('display:sound.noVoice', { languages }))
})

function sizeOf(page: Page): Promise<{ width: number; height: number }> {
  return page.evaluate(() => {
    const { scrollWidth: width, scrollHeight: height } = document.documentElement
    return { width, height }
  })
}

async function verifyNumbers(page: Page): Promise<void> {
  const small = await page.evaluate(
    (least) =>
      [...document.querySelectorAll('.display-number')]
        .filter(
          (element) => element.checkVisibility() && parseFloat(getComputedStyle(element).fontSize) < least,
        )
        .map((element) => element.outerHTML),
    LEAST_NUMBER_PX,
  )
  expect(small).toEqual([])
}
