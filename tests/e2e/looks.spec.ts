import { expect } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import { tabTo } from './support/keyboard.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/test.ts'
import { verifyAxe } from './support/verify-on-page.ts'

const t = translator('nb')

const PATHS = [
  '/nb',
  `/nb/passport/book/who?${answersQuery()}&edit=1`,
  `/nb/passport/book/where?${answersQuery()}`,
  `/nb/passport/book/office?${answersQuery()}&at=post-9008`,
  `/nb/passport/book/time?${answersQuery()}&office=${OFFICES.small}`,
]

test.describe('with colours of one’s own', () => {
  test.use({ forcedColors: 'active' })

  test('the pages stay whole', async ({ page }) => {
    for (const path of PATHS) {
      await page.goto(path)
      await verifyAxe(page)
    }
  })

  test('what is chosen and what has focus is still seen', async ({ page }) => {
    await page.goto('/nb/passport/book/who')
    const radio = page.getByRole('radio', { name: t('passport:age.18+') })
    await tabTo(page, radio)
    const row = page.locator('div', { has: radio }).last()
    const before = await row.evaluate((element) => getComputedStyle(element).outlineStyle)
    await page.keyboard.press('Space')
    const after = await row.evaluate((element) => getComputedStyle(element).outlineStyle)
    expect([before, after]).toEqual(['none', 'solid'])
    await tabTo(page, page.getByRole('button', { name: t('passport:who.submit') }))
  })
})

test('nothing moves for those who asked for less of it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const path of PATHS) {
    await page.goto(path)
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element)
          return (
            animationName !== 'none' || transitionDuration.split(', ').some((time) => parseFloat(time) > 0.01)
          )
        })
        .map((element) => element.outerHTML.slice(0, 100)),
    )
    expect(moving, path).toEqual([])
  }
})

test('text can be twice as large without a scroll to the side', async ({ page, portal }) => {
  const secret = await aCitizen(portal).book(OFFICES.large)
  await page.setViewportSize({ width: 640, height: 800 })
  for (const path of [...PATHS, `/nb/passport/book/${secret}/receipt`]) {
    await page.goto(path)
    const wide = await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
      return document.documentElement.scrollWidth > document.documentElement.clientWidth
    })
    expect(wide, path).toBe(false)
  }
})

test('the printed receipt has what is needed and nothing to press', async ({ page, portal }) => {
  const secret = await aCitizen(portal).book(OFFICES.large)
  await page.goto(`/nb/passport/book/${secret}/receipt`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(t('appointments:pass.reference'), { exact: true })).toBeVisible()
  await expect(page.getByRole('img')).toBeVisible()
  await expect(page.getByRole('contentinfo')).toBeHidden()
  await expect(page.getByRole('link', { name: t('appointments:receipt.calendar') })).toBeHidden()
})
