import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { clickThrough } from './support/arrive.ts'
import { readCalendar } from './support/calendar.ts'
import { chooseTime } from './support/choose-time.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import { aMobile, anEmail } from './support/contact.ts'
import { claimedTicks, countAppointments, officeName, storedAppointment } from './support/database.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

const t = translator('nb')
const BOOK = '/nb/passport/book'

test('the back button keeps every answer, step by step', async ({ page, portal }) => {
  await page.goto(`${BOOK}/who`)
  // An answer that was refused first can be gone back to as well (docs/decisions/024).
  await page.getByRole('button', { name: t('passport:who.submit') }).click()
  await expect(page.getByRole('alert')).toContainText(t('validation:age.required'))
  await page.getByRole('radio', { name: t('passport:age.16-17') }).check()
  await page.getByRole('radio', { name: t('passport:document.passport'), exact: true }).check()
  await page.getByRole('button', { name: t('passport:who.submit') }).click()
  const first = page.getByRole('group', { name: t('people:guardians.first') })
  await first.getByRole('radio', { name: t('people:guardians.answer.comes-along') }).check()
  const second = page.getByRole('group', { name: t('people:guardians.second') })
  await second.getByRole('radio', { name: t('people:guardians.answer.has-consented') }).check()
  await page.getByRole('button', { name: t('people:guardians.submit') }).click()
  await page.getByRole('combobox').fill('9008')
  await page.getByRole('button', { name: t('passport:where.submit') }).click()
  await page
    .getByRole('region', { name: t('passport:office.best') })
    .getByRole('link')
    .first()
    .click()
  await chooseTime(page, 0)
  await page.getByRole('button', { name: t('passport:contact.submit') }).click()
  await expect(page.getByRole('alert')).toContainText(t('validation:name.required'))
  await page.getByRole('textbox', { name: t('passport:contact.name') }).fill('Kari Nordmann')
  await page.getByLabel(t('passport:contact.email'), { exact: true }).fill(anEmail())
  await page.getByRole('button', { name: t('passport:contact.submit') }).click()
  await expect(heading(page)).toHaveText(t('passport:review.title'))
  const before = countAppointments(portal)

  await page.goBack()
  await expect(heading(page)).toHaveText(t('passport:contact.title'))
  await expect(page.getByRole('textbox', { name: t('passport:contact.name') })).toHaveValue('Kari Nordmann')
  // The page as it was before it was refused.
  await page.goBack()
  await page.goBack()
  await expect(page).toHaveTitle(new RegExp(`^${t('passport:when.pageTitle')}`))
  await page.goBack()
  await expect(heading(page)).toHaveText(t('passport:office.titleNear', { place: '9008 Tromsø' }))
  await page.goBack()
  await expect(heading(page)).toHaveText(t('passport:where.title'))
  await page.goBack()
  await expect(first.getByRole('radio', { name: t('people:guardians.answer.comes-along') })).toBeChecked()
  await expect(second.getByRole('radio', { name: t('people:guardians.answer.has-consented') })).toBeChecked()
  await page.goBack()
  await expect(page.getByRole('radio', { name: t('passport:age.16-17') })).toBeChecked()
  for (let step = 0; step < 7; step += 1) await page.goForward()
  await expect(heading(page)).toHaveText(t('passport:review.title'))
  await page.getByRole('button', { name: t('passport:review.submit') }).click()
  await expect(heading(page)).toHaveText(t('appointments:receipt.title'))
  expect(countAppointments(portal)).toBe(before)
})

test('after the receipt the back button leads to the receipt, not to the form', async ({ page, portal }) => {
  const secret = await aCitizen(portal).holdWithContact(OFFICES.large)
  await page.goto(`${BOOK}/${secret}/contact`)
  await page.goto(`${BOOK}/${secret}/review`)
  await page.getByRole('button', { name: t('passport:review.submit') }).click()
  await isOn(page, t('appointments:receipt.title'))
  await page.goBack()
  await expect(heading(page)).toHaveText(t('appointments:receipt.title'))
  await page.goto(`${BOOK}/${secret}/contact`)
  await expect(heading(page)).toHaveText(t('appointments:receipt.title'))
})

test('each page shows the same again when it is loaded again', async ({ page, portal }) => {
  const citizen = aCitizen(portal)
  const held = await citizen.holdWithContact(OFFICES.large)
  const booked = await citizen.book(OFFICES.large)
  const paths = [
    `${BOOK}/who?${answersQuery()}`,
    `${BOOK}/where?${answersQuery()}`,
    `${BOOK}/office?${answersQuery()}&at=post-0150`,
    citizen.timePath(OFFICES.large),
    `${BOOK}/${held}/contact`,
    `${BOOK}/${held}/review`,
    `${BOOK}/${booked}/receipt`,
    `/nb/appointments/${booked}`,
    `/nb/appointments/${booked}/cancel`,
  ]
  const before = countAppointments(portal)
  for (const path of paths) {
    await page.goto(path)
    const shown = await page.getByRole('main').innerText()
    await page.reload()
    expect(await page.getByRole('main').innerText(), path).toBe(shown)
    expect(page.url()).toBe(portal.url + path)
  }
  expect(countAppointments(portal)).toBe(before)
})

test('of two tabs the second is asked, and what comes of both is one appointment', async ({
  page,
  context,
  portal,
}) => {
  const citizen = aCitizen(portal)
  const before = countAppointments(portal)
  const other = await context.newPage()
  const mobile = aMobile()
  for (const [index, tab] of [page, other].entries()) {
    await tab.goto(citizen.timePath(OFFICES.large))
    await chooseTime(tab, 2 * index)
  }
  await expect(other.getByRole('alert')).toContainText(t('passport:limit.another.title'))
  await other.getByRole('button', { name: t('passport:limit.another.replace') }).click()
  for (const tab of [page, other]) {
    await tab.getByRole('textbox', { name: t('passport:contact.name') }).fill('Person i to faner')
    await tab.getByLabel(t('passport:contact.mobile')).fill(mobile)
    await tab.getByRole('button', { name: t('passport:contact.submit') }).click()
  }
  for (const tab of [page, other]) {
    await tab.getByRole('button', { name: t('passport:review.submit') }).click()
    await isOn(tab, t('appointments:receipt.title'))
  }
  expect(countAppointments(portal)).toBe(before + 1)
})

test('a name with an apostrophe, ŧ and a tag comes back as it was typed', async ({ page, portal }) => {
  for (const name of ["Máret Ŧirri O’Brien d'Arc", '<script>alert("hei")</script> & <b>Kari</b>']) {
    const secret = await aCitizen(portal).hold(OFFICES.large)
    await page.goto(`${BOOK}/${secret}/contact`)
    await page.getByRole('textbox', { name: t('passport:contact.name') }).fill(name)
    await page.getByLabel(t('passport:contact.mobile')).fill(`+47 ${aMobile()}`)
    await page.getByRole('button', { name: t('passport:contact.submit') }).click()
    await isOn(page, t('passport:review.title'))
    await expect(page.getByRole('main').getByText(name, { exact: true })).toBeVisible()
    await page.getByRole('button', { name: t('passport:review.submit') }).click()
    await isOn(page, t('appointments:receipt.title'))
    await expect(page.getByRole('main').getByText(name, { exact: true })).toBeVisible()
    await expect(page.locator('main script, main b')).toHaveCount(0)
  }
})

test('the calendar file of a cancelled appointment takes it out again', async ({ portal }) => {
  const citizen = aCitizen(portal)
  const secret = await citizen.book('finnmark-vadso')
  const path = `/nb/appointments/${secret}/calendar.ics`
  const answer = await citizen.get(path)
  expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  const file = await answer.text()
  const booked = readCalendar(file)
  expect(booked).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED', sequence: 0 })
  expect(booked.location).toContain('Vadsø')
  expect(file).toMatch(/^DTSTART:\d{8}T\d{6}Z\r$/m)
  expect(file).toMatch(/^DTEND:\d{8}T\d{6}Z\r$/m)
  await citizen.cancel(secret)
  const cancelled = readCalendar(await (await citizen.get(path)).text())
  expect(cancelled).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 1, uid: booked.uid })
})

test('a calendar has no appointment that was not confirmed', async ({ portal }) => {
  const citizen = aCitizen(portal)
  const secret = await citizen.hold(OFFICES.large)
  expect((await citizen.get(`/nb/appointments/${secret}/calendar.ics`)).status).toBe(404)
})

test('a person without e-mail and mobile books too', async ({ page, portal }) => {
  const secret = await aCitizen(portal).hold(OFFICES.large)
  await page.goto(`${BOOK}/${secret}/contact`)
  await page.getByRole('textbox', { name: t('passport:contact.name') }).fill('Kari Nordmann')
  await page.getByRole('button', { name: t('passport:contact.submit') }).click()
  await verifyOnPage(page, t('passport:contact.title'), { service: 'passport', step: 5, failed: true })
  await page.getByRole('checkbox', { name: t('passport:contact.neither') }).check()
  await page.getByRole('button', { name: t('passport:contact.submit') }).click()
  await expect(page.getByRole('main')).toContainText(t('passport:review.neither'))
  await page.getByRole('button', { name: t('passport:review.submit') }).click()
  await verifyOnPage(page, t('appointments:receipt.title'), { service: 'passport' })
})

test('changing the person from the review keeps the contact and takes a new time', async ({
  page,
  portal,
}) => {
  const secret = await aCitizen(portal).holdWithContact(OFFICES.large)
  const { id } = storedAppointment(portal, secret)
  await page.goto(`${BOOK}/${secret}/review`)
  await page.getByRole('link', { name: t('passport:review.changePerson') }).click()
  await verifyOnPage(page, t('passport:who.titleList'), { service: 'passport', step: 1 })
  await page.getByRole('link', { name: t('people:list.change', { number: 1 }) }).click()
  await expect(page.getByRole('radio', { name: t('passport:age.18+') })).toBeChecked()
  await page.getByRole('radio', { name: t('passport:document.passport-and-id-card-travel') }).check()
  await page.getByRole('button', { name: t('passport:who.submit') }).click()
  await chooseTime(page, 3)
  await isOn(page, t('passport:review.title'))
  await expect(page.getByRole('main')).toContainText(t('passport:document.passport-and-id-card-travel'))
  await expect(page.getByRole('main')).toContainText('Kari Nordmann')
  expect(storedAppointment(portal, secret).id).toBe(id)
})

test('changing the place from the review frees the earlier time', async ({ page, portal }) => {
  const secret = await aCitizen(portal).holdWithContact(OFFICES.large)
  const ticks = claimedTicks(portal, secret)
  await page.goto(`${BOOK}/${secret}/review`)
  await page.getByRole('link', { name: t('passport:review.changePlace') }).click()
  await page.getByRole('combobox').fill('9360')
  await page.getByRole('button', { name: t('passport:where.submit') }).click()
  const small = officeName(portal, OFFICES.small)
  await page
    .getByRole('region', { name: t('passport:office.all') })
    .getByRole('link', { name: small })
    .click()
  await chooseTime(page, 0)
  await isOn(page, t('passport:review.title'))
  await expect(page.getByRole('main')).toContainText(small)
  await expect(page.getByRole('main')).toContainText('Kari Nordmann')
  expect(claimedTicks(portal, secret, OFFICES.large)).toBe(0)
  expect(claimedTicks(portal, secret, OFFICES.small)).toBe(ticks)
})

test('changing the time from the review moves the hold', async ({ page, portal }) => {
  const secret = await aCitizen(portal).holdWithContact(OFFICES.small)
  const { start_tick: start } = storedAppointment(portal, secret)
  const ticks = claimedTicks(portal, secret)
  await page.goto(`${BOOK}/${secret}/review`)
  await page.getByRole('link', { name: t('passport:review.changeTime') }).click()
  await chooseTime(page, 5)
  await isOn(page, t('passport:review.title'))
  expect(storedAppointment(portal, secret).start_tick).not.toBe(start)
  expect(claimedTicks(portal, secret)).toBe(ticks)
  const other = await aCitizen(portal).hold(OFFICES.small, { start })
  expect(claimedTicks(portal, other)).toBe(ticks)
})

test('changing the contact from the review keeps the time', async ({ page, portal }) => {
  const secret = await aCitizen(portal).holdWithContact(OFFICES.small)
  const { start_tick: start } = storedAppointment(portal, secret)
  await page.goto(`${BOOK}/${secret}/review`)
  await page.getByRole('link', { name: t('passport:review.changeName') }).click()
  await expect(page.getByRole('textbox', { name: t('passport:contact.name') })).toBeFocused()
  await page.getByRole('textbox', { name: t('passport:contact.name') }).fill('Ola Nordmann')
  await page.getByRole('button', { name: t('passport:contact.submit') }).click()
  await expect(page.getByRole('main')).toContainText('Ola Nordmann')
  await page.getByRole('link', { name: t('passport:review.changeLanguage') }).click()
  await page.getByRole('radio', { name: t('passport:contact.languages.en') }).check()
  await clickThrough(page.getByRole('button', { name: t('passport:contact.submit') }))
  await expect(page.getByRole('main')).toContainText(t('passport:contact.languages.en'))
  expect(storedAppointment(portal, secret).start_tick).toBe(start)
})

function heading(page: Page) {
  return page.getByRole('heading', { level: 1 })
}

test('an answer of a step may be kept for Back, but not beside the secret of an appointment', async ({
  portal,
}) => {
  const citizen = aCitizen(portal)
  const held = await citizen.hold(OFFICES.large)
  const policyOf = async (search: string) =>
    (await citizen.post(`${BOOK}/who${search}`, {})).headers.get('Cache-Control')
  expect(await policyOf('')).toBe('private, no-cache')
  expect(await policyOf(`?hold=${held}`)).toBe('no-store')
  expect(await policyOf(`?person=x&change=${held}`)).toBe('no-store')
})
