import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { aChild, aPerson } from '#tests/support/builders.ts'
import { clickThrough } from './support/arrive.ts'
import { chooseTime } from './support/choose-time.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import { verifyServedPage } from './support/served-page.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/test.ts'

// The HTML as it comes: what a person without JavaScript, or before it has loaded, has to do with.
test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })

const t = translator('nb')
const WHERE = ['place-suggestions', 'use-position']
const FAMILY = [
  aPerson(),
  aPerson(),
  aChild('comes-along', 'missing'),
  { ...aChild('comes-along', 'missing'), ageGroup: '0-4' as const },
]

test('the who page has its names, hints and errors in the HTML', async ({ page }) => {
  await page.goto('/nb/passport/book/who')
  await verifyServedPage(page)
  await clickThrough(page.getByRole('button', { name: t('passport:who.submit') }))
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
  await clickThrough(page.getByRole('button', { name: t('passport:where.submit') }))
  await verifyServedPage(page, { failed: true, modules: WHERE })
  await expect(page.getByRole('textbox')).toHaveValue('90')
  await page.getByRole('textbox').fill('Vik')
  await clickThrough(page.getByRole('button', { name: t('passport:where.submit') }))
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
  await clickThrough(page.getByRole('button', { name: t('passport:when.submit') }))
  await verifyServedPage(page, { failed: true })
})

test('the times near a lost one are named in the HTML', async ({ page, portal }) => {
  const citizen = aCitizen(portal)
  const [start] = (await citizen.timePage(OFFICES.large)).starts
  await page.goto(`${citizen.timePath(OFFICES.large)}&lost=${start}`)
  await verifyServedPage(page)
  await clickThrough(page.getByRole('button', { name: t('passport:when.submit') }))
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
  await verifyServedPage(page, { modules: ['hold-countdown', 'back-to-form'] })
  await page.getByLabel(t('passport:contact.email'), { exact: true }).fill('kari')
  await page.getByLabel(t('passport:contact.mobile')).fill('12')
  await clickThrough(page.getByRole('button', { name: t('passport:contact.submit') }))
  await verifyServedPage(page, { failed: true, modules: ['hold-countdown', 'back-to-form'] })
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
  await clickThrough(page.getByRole('button', { name: t('passport:review.submit') }))
  await verifyServedPage(page)
  await page.goto(`/nb/appointments/${secret}`)
  await verifyServedPage(page)
  await page.goto(`/nb/appointments/${secret}/cancel`)
  await verifyServedPage(page)
  await clickThrough(page.getByRole('button', { name: t('appointments:cancel.submit') }))
  await verifyServedPage(page)
})

test('the list of people and the next person have their names and errors in the HTML', async ({ page }) => {
  await page.goto(`/nb/passport/book/who?${answersQuery(...FAMILY)}`)
  await verifyServedPage(page)
  await clickThrough(page.getByRole('link', { name: t('people:list.add') }))
  await verifyServedPage(page)
  await clickThrough(page.getByRole('button', { name: t('people:form.add') }))
  await verifyServedPage(page, { failed: true })
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([t('validation:age.required')])
})

test('the guardians page has its questions and errors in the HTML, for all children and for each', async ({
  page,
}) => {
  const unanswered = FAMILY.map((person) => ({ ...person, guardians: null }))
  await page.goto(`/nb/passport/book/guardians?${answersQuery(...unanswered)}`)
  await verifyServedPage(page)
  const second = page.getByRole('group', { name: t('people:guardians.second') })
  await second.getByRole('radio', { name: t('people:guardians.answer.missing') }).check()
  expect(await submit(page, t('people:guardians.submit'))).toBe(400)
  await verifyServedPage(page, { failed: true })
  expect(await errorLinks(page)).toEqual(['#first'])
  await expect(second.getByRole('radio', { name: t('people:guardians.answer.missing') })).toBeChecked()

  await clickThrough(page.getByRole('link', { name: t('people:guardians.separate') }))
  await verifyServedPage(page)
  const ofChild = page.getByRole('group', { name: t('people:guardians.firstOf', { number: 4 }) })
  await ofChild.getByRole('radio', { name: t('people:guardians.answer.comes-along') }).check()
  expect(await submit(page, t('people:guardians.submit'))).toBe(400)
  await verifyServedPage(page, { failed: true })
  expect(await errorLinks(page)).toEqual(['#first-3', '#second-3', '#second-4'])
  await expect(ofChild.getByRole('radio', { name: t('people:guardians.answer.comes-along') })).toBeChecked()
  await expect(page).toHaveTitle(new RegExp(`^${t('common:title.error')} `))
})

test('the contact page of a family links each error to its field and keeps the other names', async ({
  page,
  portal,
}) => {
  const secret = await aCitizen(portal).hold(OFFICES.large, { people: FAMILY })
  await page.goto(`/nb/passport/book/${secret}/contact`)
  await verifyServedPage(page, { modules: ['hold-countdown', 'back-to-form'] })
  await page.locator('#name-1').fill('Kari Vik')
  await page.locator('#name-3').fill('123')
  await page.locator('#mobile').fill('40000000')
  expect(await submit(page, t('passport:contact.submit'))).toBe(400)
  await verifyServedPage(page, { failed: true, modules: ['hold-countdown', 'back-to-form'] })
  expect(await errorLinks(page)).toEqual(['#name-2', '#name-3', '#name-4'])
  for (const [id, value] of [
    ['name-1', 'Kari Vik'],
    ['name-2', ''],
    ['name-3', '123'],
    ['mobile', '40000000'],
  ]) {
    await expect(page.locator(`#${id}`)).toHaveValue(value ?? '')
  }
  await expect(page).toHaveTitle(new RegExp(`^${t('common:title.error')} `))
})

test('the pages of a family and of a change are whole without script', async ({ page, portal }) => {
  const citizen = aCitizen(portal)
  const names = ['Kari Vik', 'Ola Vik', 'Liv Vik', 'Per Vik']
  await page.goto(`/nb/passport/book/where?${answersQuery(...FAMILY)}`)
  await verifyServedPage(page, { modules: WHERE })
  await page.goto(citizen.timePath(OFFICES.large, { people: FAMILY }))
  await verifyServedPage(page)
  const secret = await citizen.holdWithContact(OFFICES.large, { people: FAMILY, contact: { names } })
  await page.goto(`/nb/passport/book/${secret}/review`)
  await verifyServedPage(page, { modules: ['hold-countdown'] })
  await clickThrough(page.getByRole('button', { name: t('passport:review.submit') }))
  await verifyServedPage(page)

  await page.goto(citizen.timePath(OFFICES.large, { people: FAMILY, change: secret }))
  await verifyServedPage(page)
  await chooseTime(page, 3)
  await verifyServedPage(page, { modules: ['hold-countdown'] })
  await clickThrough(page.getByRole('button', { name: t('people:change.submit') }))
  await verifyServedPage(page)
  await clickThrough(page.getByRole('button', { name: t('people:change.undo') }))
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

/** Sends the form; answers the status of the page that comes. */
async function submit(page: Page, name: string): Promise<number> {
  const answering = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await clickThrough(page.getByRole('button', { name, exact: true }))
  return (await answering).status()
}

function errorLinks(page: Page): Promise<(string | null)[]> {
  return page
    .getByRole('alert')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
}
