import { expect } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { aPerson } from '#tests/support/builders.ts'
import { clickThrough } from './support/arrive.ts'
import { chooseTime, markTime } from './support/choose-time.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import {
  claimedTicks,
  countAppointments,
  expireHold,
  officeName,
  storedAppointment,
} from './support/database.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/test.ts'
import { isOn, verifyAxe, verifyOnPage } from './support/verify-on-page.ts'

const t = translator('nb')
const BOOK = '/nb/passport/book'
const LOST = { service: 'passport', step: 4, title: t('passport:when.lost.pageTitle') } as const

test('a time that was taken while one looked leads back to the picker with the nearest ones first', async ({
  page,
  portal,
}) => {
  const inWheelchair = aPerson({ needs: ['accessible'] })
  const query = `${answersQuery(inWheelchair)}&at=post-9008`
  await page.goto(`${BOOK}/time?${query}&office=${OFFICES.small}`)
  const start = await markTime(page, 3)
  await aCitizen(portal).hold(OFFICES.small, { start, people: [inWheelchair] })
  await page.getByRole('button', { name: t('passport:when.submit') }).click()

  await verifyOnPage(page, t('passport:when.title', { office: officeName(portal, OFFICES.small) }), LOST)
  await expect(page.getByRole('alert')).toBeFocused()
  const address = new URL(page.url()).searchParams
  expect(address.get('at')).toBe('post-9008')
  expect(address.getAll('person')).toEqual(['18+.passport.accessible'])

  const closest = page.getByRole('group', { name: t('passport:when.closest') }).getByRole('radio')
  await expect(page.getByRole('radio').first()).toHaveValue(await closest.first().inputValue())
  const offered = await closest.evaluateAll((radios) =>
    radios.map((radio) => Number(radio.getAttribute('value'))),
  )
  expect(offered.length).toBeGreaterThan(1)
  expect(offered).not.toContain(start)
  const others = await page
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => Number(radio.getAttribute('value'))))
  const farthest = Math.max(...offered.map((tick) => Math.abs(tick - start)))
  const nearer = others.filter((tick) => !offered.includes(tick) && Math.abs(tick - start) < farthest)
  expect(nearer, 'times nearer than those offered').toEqual([])
})

test('an expired hold that nobody took goes through', async ({ page, portal }) => {
  const secret = await aCitizen(portal).holdWithContact(OFFICES.small)
  expireHold(portal, secret)
  await page.goto(`${BOOK}/${secret}/review`)
  await expect(page.getByRole('main')).toContainText(t('passport:hold.expired'))
  await page.getByRole('button', { name: t('passport:review.submit') }).click()
  await isOn(page, t('appointments:receipt.title'))
  expect(storedAppointment(portal, secret).status).toBe('confirmed')
})

test('a time that was taken before it was confirmed leads to another one, with the contact kept', async ({
  page,
  portal,
}) => {
  const citizen = aCitizen(portal)
  const secret = await citizen.holdWithContact(OFFICES.small, { contact: { names: ['Ola Sen'] } })
  const { start_tick: start, id } = storedAppointment(portal, secret)
  await page.goto(`${BOOK}/${secret}/review`)
  expireHold(portal, secret)
  await aCitizen(portal).hold(OFFICES.small, { start })
  await page.getByRole('button', { name: t('passport:review.submit') }).click()

  await expect(page).toHaveTitle(new RegExp(`^${LOST.title} – `))
  await chooseTime(page, 0)
  await isOn(page, t('passport:review.title'))
  await expect(page.getByRole('main')).toContainText('Ola Sen')
  expect(storedAppointment(portal, secret)).toMatchObject({ id, status: 'held' })
  await page.getByRole('button', { name: t('passport:review.submit') }).click()
  await isOn(page, t('appointments:receipt.title'))
})

test('a time that was taken while one wrote keeps what was written', async ({ page, portal }) => {
  const secret = await aCitizen(portal).hold(OFFICES.anotherSmall)
  const { start_tick: start } = storedAppointment(portal, secret)
  await page.goto(`${BOOK}/${secret}/contact`)
  expireHold(portal, secret)
  await aCitizen(portal).hold(OFFICES.anotherSmall, { start })
  await page.getByRole('textbox', { name: t('passport:contact.name') }).fill('Mari Vik')
  await page.getByLabel(t('passport:contact.mobile')).fill('400 00 000')
  await page.getByRole('button', { name: t('passport:contact.submit') }).click()
  await expect(page).toHaveTitle(new RegExp(`^${LOST.title} – `))
  await chooseTime(page, 0)
  await expect(page.getByRole('main')).toContainText('Mari Vik')
  await expect(page.getByRole('main')).toContainText('40000000')
})

test('a time that begins while one looks is said to have passed', async ({ portal }) => {
  const citizen = aCitizen(portal)
  const { key, starts } = await citizen.timePage(OFFICES.small)
  const yesterday = String((starts[0] ?? 0) - 288 * 7)
  const answer = await citizen.post(citizen.timePath(OFFICES.small), { key, start: yesterday })
  expect(answer.headers.get('Location')).toContain('why=slot-passed')
})

test('more time prolongs the hold, and says until what o’clock', async ({ page, portal }) => {
  const secret = await aCitizen(portal).holdWithContact(OFFICES.large)
  for (const step of ['contact', 'review'] as const) {
    const before = storedAppointment(portal, secret).expires_at ?? 0
    await page.goto(`${BOOK}/${secret}/${step}`)
    await expect(page.getByRole('main')).toContainText(t('passport:hold.until', { time: wallClock(before) }))
    await expect(async () => {
      await clickThrough(page.getByRole('button', { name: t('passport:hold.more') }))
      expect(storedAppointment(portal, secret).expires_at).toBeGreaterThan(before)
    }).toPass({ timeout: 30_000 })
    expect(new URL(page.url()).pathname).toBe(`${BOOK}/${secret}/${step}`)
    const told = page.getByRole('alert').filter({ hasText: t('passport:hold.longer') })
    await expect(told).toBeFocused()
    const after = storedAppointment(portal, secret).expires_at ?? 0
    await expect(told).toContainText(t('passport:hold.until', { time: wallClock(after) }))
    await verifyAxe(page)
  }
})

test('who asks for more time keeps what they have typed, right or wrong', async ({ page, portal }) => {
  const secret = await aCitizen(portal).hold(OFFICES.large)
  await page.goto(`${BOOK}/${secret}/contact`)
  const email = page.getByLabel(t('passport:contact.email'), { exact: true })
  await email.fill('kari')
  await clickThrough(page.getByRole('button', { name: t('passport:hold.more') }))
  await verifyOnPage(page, t('passport:contact.title'), { service: 'passport', step: 5 })
  await expect(email).toHaveValue('kari')
  await expect(page.getByRole('alert')).toHaveCount(1)
})

test('more time takes an expired hold back, or says that it is gone', async ({ portal }) => {
  const citizen = aCitizen(portal)
  const secret = await citizen.hold(OFFICES.small)
  const { start_tick: start } = storedAppointment(portal, secret)
  expireHold(portal, secret)
  const back = await citizen.post(`${BOOK}/${secret}/more-time`, {})
  expect(back.headers.get('Location')).toBe(`${BOOK}/${secret}/review?told=more-time`)
  expect(claimedTicks(portal, secret)).toBeGreaterThan(0)

  expireHold(portal, secret)
  await aCitizen(portal).hold(OFFICES.small, { start })
  const gone = await citizen.post(`${BOOK}/${secret}/more-time`, {})
  expect(gone.headers.get('Location')).toContain(`lost=${start}`)
  expect(gone.headers.get('Location')).toContain(`hold=${secret}`)
})

test('a double click on a time holds it once', async ({ portal }) => {
  const citizen = aCitizen(portal)
  const { key, starts } = await citizen.timePage(OFFICES.large)
  const before = countAppointments(portal)
  const press = () => citizen.post(citizen.timePath(OFFICES.large), { key, start: String(starts[0]) })
  const [first, second] = await Promise.all([press(), press()])
  const third = await press()
  expect(first.headers.get('Location')).toContain('/contact')
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
  expect(third.headers.get('Location')).toBe(first.headers.get('Location'))
  expect(countAppointments(portal)).toBe(before + 1)
})

test('a double click on confirm makes one appointment, and so does sending it again', async ({
  page,
  portal,
}) => {
  const citizen = aCitizen(portal)
  const secret = await citizen.holdWithContact(OFFICES.large)
  const before = countAppointments(portal)
  const press = () => citizen.post(`${BOOK}/${secret}/review`, {})
  const answers = await Promise.all([press(), press(), press()])
  for (const answer of answers) expect(answer.headers.get('Location')).toBe(`${BOOK}/${secret}/receipt`)
  expect(countAppointments(portal)).toBe(before)
  await page.goto(`${BOOK}/${secret}/receipt`)
  const shown = await page.getByRole('main').innerText()
  await citizen.post(`${BOOK}/${secret}/review`, {})
  await page.reload()
  expect(await page.getByRole('main').innerText()).toBe(shown)
})

test('cancelling twice and undoing twice answers the same', async ({ portal }) => {
  const citizen = aCitizen(portal)
  const secret = await citizen.book(OFFICES.large)
  await citizen.cancel(secret)
  await citizen.cancel(secret)
  expect(storedAppointment(portal, secret)).toMatchObject({ status: 'cancelled', sequence: 1 })
  expect(claimedTicks(portal, secret)).toBe(0)
  const undo = () => citizen.post(`/nb/appointments/${secret}`, {})
  expect((await undo()).headers.get('Location')).toContain('told=restored')
  expect((await undo()).headers.get('Location')).toContain('told=restored')
  expect(storedAppointment(portal, secret)).toMatchObject({ status: 'confirmed', sequence: 2 })
})

function wallClock(epochSeconds: number): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(epochSeconds * 1000).toZonedDateTimeISO(
    'Europe/Oslo',
  )
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join('.')
}
