import { expect } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import { verifyServedPage } from './support/served-page.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/test.ts'

// The HTML as it comes: what a person without JavaScript, or before it has loaded, has to do with.
test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })

const t = translator('nb')
const WHERE = ['place-suggestions', 'use-position']

test('the who page has its names, hints and errors in the HTML', async ({ page }) => {
  await page.goto('/nb/passport/book/who')
  await verifyServedPage(page)
  await page.getByRole('button', { name: t('passport:who.submit') }).click()
  await verifyServedPage(page, { failed: true })
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([
    t('validation:age.required'),
    t('validation:document.required'),
  ])
})

test('the where page has its names, hints and errors in the HTML', async ({ page }) => {
  await page.goto(`/nb/passport/book/where?${answersQuery()}`)
  await verifyServedPage(page, { modules: WHERE })
  await page.getByRole('textbox').fill('90')
  await page.getByRole('button', { name: t('passport:where.submit') }).click()
  await verifyServedPage(page, { failed: true, modules: WHERE })
  await expect(page.getByRole('textbox')).toHaveValue('90')
  await page.getByRole('textbox').fill('Vik')
  await page.getByRole('button', { name: t('passport:where.submit') }).click()
  await verifyServedPage(page, { modules: WHERE })
})

test('what needs JavaScript is not offered without it', async ({ page }) => {
  await page.goto(`/nb/passport/book/where?${answersQuery()}`)
  await expect(page.getByRole('button')).toHaveText([t('passport:where.submit')])
})

test('the list of offices has no script and large targets', async ({ page }) => {
  await page.goto(`/nb/passport/book/office?${answersQuery()}&at=post-1337`)
  await verifyServedPage(page)
})

test('the time page has its names and errors in the HTML', async ({ page, portal }) => {
  await page.goto(aCitizen(portal).timePath(OFFICES.large))
  await verifyServedPage(page)
  await page.getByRole('button', { name: t('passport:when.submit') }).click()
  await verifyServedPage(page, { failed: true })
})

test('the times near a lost one are named in the HTML', async ({ page, portal }) => {
  const citizen = aCitizen(portal)
  const [start] = (await citizen.timePage(OFFICES.large)).starts
  await page.goto(`${citizen.timePath(OFFICES.large)}&lost=${start}`)
  await verifyServedPage(page)
  await page.getByRole('button', { name: t('passport:when.submit') }).click()
  await verifyServedPage(page, { failed: true })
})

test('the name of a time reads alone', async ({ page, portal }) => {
  await page.goto(aCitizen(portal).timePath(OFFICES.small))
  const names = page.getByRole('radio', {
    name: /^\d\d\.\d\d ?, .+, (man|tirs|ons|tors|fre)dag \d+\. \p{L}+( \d{4})?$/u,
  })
  await expect(names).toHaveCount(await page.getByRole('radio').count())
})

test('the contact page has its names, hints and errors in the HTML', async ({ page, portal }) => {
  const secret = await aCitizen(portal).hold(OFFICES.large)
  await page.goto(`/nb/passport/book/${secret}/contact`)
  await verifyServedPage(page, { modules: ['hold-countdown'] })
  await page.getByLabel(t('passport:contact.email'), { exact: true }).fill('kari')
  await page.getByLabel(t('passport:contact.mobile')).fill('12')
  await page.getByRole('button', { name: t('passport:contact.submit') }).click()
  await verifyServedPage(page, { failed: true, modules: ['hold-countdown'] })
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([
    t('validation:name.required'),
    t('validation:email.form'),
    t('validation:mobile.form'),
  ])
  await expect(page.getByLabel(t('passport:contact.email'), { exact: true })).toHaveValue('kari')
})

test('a browser can fill in the contact page for a person', async ({ page, portal }) => {
  const secret = await aCitizen(portal).hold(OFFICES.large)
  await page.goto(`/nb/passport/book/${secret}/contact`)
  const attributes = [
    [t('passport:contact.name'), 'name', 'text', null],
    [t('passport:contact.email'), 'email', 'email', 'email'],
    [t('passport:contact.mobile'), 'tel', 'tel', 'tel'],
  ] as const
  for (const [name, autocomplete, type, inputmode] of attributes) {
    const field = page.getByRole('textbox', { name, exact: true })
    await expect(field).toHaveAttribute('autocomplete', autocomplete)
    await expect(field).toHaveAttribute('type', type)
    if (inputmode) await expect(field).toHaveAttribute('inputmode', inputmode)
  }
})

test('review, receipt, appointment and cancellation are whole without script', async ({ page, portal }) => {
  const secret = await aCitizen(portal).holdWithContact(OFFICES.large)
  await page.goto(`/nb/passport/book/${secret}/review`)
  await verifyServedPage(page, { modules: ['hold-countdown'] })
  await page.getByRole('button', { name: t('passport:review.submit') }).click()
  await verifyServedPage(page)
  await page.goto(`/nb/appointments/${secret}`)
  await verifyServedPage(page)
  await page.goto(`/nb/appointments/${secret}/cancel`)
  await verifyServedPage(page)
  await page.getByRole('button', { name: t('appointments:cancel.submit') }).click()
  await verifyServedPage(page)
})

test('the other pages are whole without script', async ({ page }) => {
  for (const path of [
    '',
    '/passport',
    '/appointments',
    '/accessibility',
    '/privacy',
    '/about-data',
    '/nowhere',
  ]) {
    await page.goto(`/nb${path}`)
    await verifyServedPage(page)
  }
})
