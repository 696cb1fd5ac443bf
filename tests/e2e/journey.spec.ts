import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { inGroups } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { arriveBy } from './support/arrive.ts'
import { readCalendar } from './support/calendar.ts'
import { anEmail } from './support/contact.ts'
import { countAppointments } from './support/database.ts'
import { chooseByArrows, follow, press, tabTo } from './support/keyboard.ts'
import { countPageLoads } from './support/page-loads.ts'
import { test } from './support/test.ts'
import { isOn } from './support/verify-on-page.ts'

// A phone, a keyboard, and a browser without JavaScript: nothing here clicks, and text is typed into what has focus.
test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })

const MOST_PAGE_LOADS = 11

for (const language of LANGUAGES) {
  const t = translator(language)

  test(`a person books, cancels, undoes and cancels by keyboard alone (${language})`, async ({
    page,
    portal,
  }) => {
    test.slow()
    const loads = countPageLoads(page)
    await page.goto(`/${language}`)
    await follow(page, page.getByRole('link', { name: t('front:passport.title') }))
    await follow(page, page.getByRole('link', { name: t('passport:about.book'), exact: true }))

    await isOn(page, t('passport:who.title'))
    const age = page.getByRole('group', { name: t('passport:who.age') })
    await tabTo(page, age.getByRole('radio').first())
    await chooseByArrows(page, age.getByRole('radio', { name: t('passport:age.18+') }))
    const documents = page.getByRole('group', { name: t('passport:who.document') })
    await tabTo(page, documents.getByRole('radio').first())
    await chooseByArrows(
      page,
      documents.getByRole('radio', { name: t('passport:document.passport-and-id-card-travel'), exact: true }),
    )
    await tabTo(page, page.getByRole('checkbox', { name: t('passport:need.accessible') }))
    await page.keyboard.press('Space')
    await press(page, t('passport:who.submit'))

    await isOn(page, t('passport:where.title'))
    await tabTo(page, page.getByRole('textbox', { name: t('passport:where.label') }))
    await page.keyboard.type('1337')
    await arriveBy(page, () => page.keyboard.press('Enter'))

    await isOn(page, t('passport:office.titleNear', { place: '1337 Sandvika' }))
    const best = page.getByRole('region', { name: t('passport:office.best') }).getByRole('link')
    await follow(page, best.first())

    await expect(page).toHaveTitle(new RegExp(`^${t('passport:when.pageTitle')}`))
    const times = page.getByRole('radio')
    await tabTo(page, times.first())
    await chooseByArrows(page, times.nth(2))
    const chosen = await nameOf(page, times.nth(2))
    await press(page, t('passport:when.submit'))

    await isOn(page, t('passport:contact.title'))
    await tabTo(page, page.getByRole('textbox', { name: t('passport:contact.name') }))
    await page.keyboard.type('Máret Ŧ. O’Brien')
    await tabTo(page, page.getByRole('textbox', { name: t('passport:contact.email'), exact: true }))
    await page.keyboard.type(anEmail())
    await press(page, t('passport:contact.submit'))

    await isOn(page, t('passport:review.title'))
    await expect(page.getByRole('main')).toContainText('Máret Ŧ. O’Brien')
    await expect(page.getByRole('main')).toContainText(timeOf(chosen))
    await press(page, t('passport:review.submit'))

    await isOn(page, t('appointments:receipt.title'))
    expect(loads.count, 'page loads from the front page to the receipt').toBeLessThanOrEqual(MOST_PAGE_LOADS)
    await expect(page.getByRole('main')).toContainText(timeOf(chosen))
    const appointments = countAppointments(portal)

    const downloading = page.waitForEvent('download')
    await tabTo(page, page.getByRole('link', { name: t('appointments:receipt.calendar') }))
    await page.keyboard.press('Enter')
    const event = readCalendar(readFileSync(await (await downloading).path(), 'utf8'))
    expect(event.method).toBe('PUBLISH')
    expect(event.summary).toBe(t('appointments:calendar.summary'))
    expect(event.sequence).toBe(0)
    expect(event.status).toBe('CONFIRMED')
    const [reference] = event.uid.split('@')
    await expect(page.getByRole('main')).toContainText(inGroups(reference ?? ''))
    const shown = await page.getByRole('main').locator('time').first().getAttribute('datetime')
    expect(event.start.toString()).toBe(Temporal.Instant.from(shown ?? '').toString())

    await follow(page, page.getByRole('link', { name: t('appointments:receipt.link') }))
    await isOn(page, t('appointments:see.title'))
    await follow(page, page.getByRole('link', { name: t('appointments:see.cancel') }))
    await isOn(page, t('appointments:cancel.title'))
    await press(page, t('appointments:cancel.submit'))

    await isOn(page, t('appointments:see.cancelledTitle'))
    await press(page, t('appointments:see.restore'))
    await isOn(page, t('appointments:see.title'))
    await expect(page.getByRole('alert')).toContainText(t('appointments:see.restored'))

    await follow(page, page.getByRole('link', { name: t('appointments:see.cancel') }))
    await press(page, t('appointments:cancel.submit'))
    await isOn(page, t('appointments:see.cancelledTitle'))
    await page.reload()
    await isOn(page, t('appointments:see.cancelledTitle'))
    expect(countAppointments(portal), 'one appointment in all').toBe(appointments)
  })
}

test('Tab goes through a page in reading order and Shift+Tab back to its beginning', async ({ page }) => {
  const t = translator('nb')
  await page.goto('/nb/passport/book/who')
  const stops = [
    page.getByRole('link', { name: t('common:skipToContent') }),
    page.getByRole('link', { name: t('common:portalName') }),
    page.getByRole('link', { name: translator('en')('common:languageName') }),
    page.getByRole('link', { name: t('common:back'), exact: true }),
    page
      .getByRole('group', { name: t('passport:who.age') })
      .getByRole('radio')
      .first(),
    page
      .getByRole('group', { name: t('passport:who.document') })
      .getByRole('radio')
      .first(),
    page.getByRole('checkbox', { name: t('passport:need.interpreter') }),
    page.getByRole('button', { name: t('passport:who.submit') }),
    page.getByRole('link', { name: t('common:footer.data') }),
  ]
  for (const stop of stops) await tabTo(page, stop)
  const backwards = [
    page.getByRole('button', { name: t('passport:who.submit') }),
    page.getByRole('checkbox', { name: t('passport:need.accessible') }),
    page.getByRole('group', { name: t('passport:who.document') }),
    page.getByRole('group', { name: t('passport:who.age') }),
    page.getByRole('link', { name: t('common:skipToContent') }),
  ]
  for (const stop of backwards) await tabTo(page, stop, 'Shift+Tab')
})

test('the skip link leads past the header', async ({ page }) => {
  const t = translator('nb')
  await page.goto('/nb/passport')
  await tabTo(page, page.getByRole('link', { name: t('common:skipToContent') }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused()
})

test('after a failed form focus is on the summary, and its link leads to the field', async ({ page }) => {
  const t = translator('nb')
  await page.goto('/nb/passport/book/who')
  const ages = page.getByRole('group', { name: t('passport:who.age') }).getByRole('radio')
  await tabTo(page, ages.first())
  await chooseByArrows(page, ages.first())
  await press(page, t('passport:who.submit'))
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await follow(page, summary.getByRole('link', { name: t('validation:document.required') }))
  const documents = page.getByRole('group', { name: t('passport:who.document') }).getByRole('radio')
  await expect(documents.first()).toBeFocused()
})

/** "09.30, Sandvika, tirsdag 24. november" */
async function nameOf(page: Page, radio: Locator): Promise<string> {
  const id = await radio.getAttribute('id')
  return (await page.locator(`label[for="${id}"]`).textContent()) ?? ''
}

function timeOf(choice: string): string {
  return /\d\d[.:]\d\d/.exec(choice)?.[0] ?? 'no time in the name of the choice'
}
