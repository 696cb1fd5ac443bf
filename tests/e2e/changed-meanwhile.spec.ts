import { expect } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { clickThrough } from './support/arrive.ts'
import { chooseTime, markTime } from './support/choose-time.ts'
import { aCitizen } from './support/citizen.ts'
import { claimedTicks, expireHold, officeName, storedAppointment } from './support/database.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'
import type { TestPortal } from '#tests/support/portal.ts'

const t = translator('nb')
const BOOK = '/nb/passport/book'
const SEE = { service: 'appointments' } as const

test('a double click on "confirm the change" changes once; back and reload lead to the appointment', async ({
  page,
  portal,
}) => {
  const { citizen, secret, hold, oldStart } = await aChange(portal)
  await page.goto(`${BOOK}/${hold}/contact`)
  await page.goto(`${BOOK}/${hold}/review`)
  const press = () => citizen.post(`${BOOK}/${hold}/review`, {})
  const answers = await Promise.all([press(), press()])
  answers.push(await press())
  for (const answer of answers)
    expect(answer.headers.get('Location')).toBe(`/nb/appointments/${secret}?told=changed&sequence=1`)
  expect(storedAppointment(portal, secret)).toMatchObject({ status: 'confirmed', sequence: 1 })
  await page.getByRole('button', { name: t('people:change.submit') }).click()
  await isOn(page, t('appointments:see.title'))
  await expect(page).toHaveTitle(new RegExp(`^${t('people:change.done')} – `))
  expect(storedAppointment(portal, secret).sequence).toBe(1)
  expect((await citizen.timePage(OFFICES.small)).starts).toContain(oldStart)

  await page.goBack()
  await isOn(page, t('appointments:see.title'))
  expect(new URL(page.url()).pathname).toBe(`/nb/appointments/${secret}`)
  const told = page.getByText(t('people:change.calendar'))
  await page.goto(`/nb/appointments/${secret}?told=changed&sequence=1`)
  await expect(told).toBeVisible()
  await page.getByRole('button', { name: t('people:change.undo') }).click()
  await expect(page.getByRole('alert')).toContainText(/^Endringen er angret/)
  await page.goBack()
  await isOn(page, t('appointments:see.title'))
  await expect(told, 'what has been undone is not told again').toHaveCount(0)
  for (const address of ['contact', 'review', 'receipt', 'more-time']) {
    await page.goto(`${BOOK}/${hold}/${address}`)
    expect(new URL(page.url()).pathname, address).toBe(`/nb/appointments/${secret}`)
  }
})

test('of two devices that change the same appointment, each that confirms moves it', async ({
  page,
  browser,
  portal,
}) => {
  const citizen = aCitizen(portal)
  const secret = await citizen.book(OFFICES.small)
  const ticks = claimedTicks(portal, secret)
  const other = await browser.newPage({ baseURL: portal.url })
  const chosen: number[] = []
  for (const [index, tab] of [page, other].entries()) {
    await tab.goto(citizen.timePath(OFFICES.small, { change: secret }))
    chosen.push(await markTime(tab, 2 + 2 * index))
    await tab.getByRole('button', { name: t('passport:when.submit') }).click()
    await isOn(tab, t('people:change.reviewTitle'))
  }
  for (const [index, tab] of [page, other].entries()) {
    await tab.getByRole('button', { name: t('people:change.submit') }).click()
    await isOn(tab, t('appointments:see.title'))
    expect(storedAppointment(portal, secret)).toMatchObject({
      status: 'confirmed',
      start_tick: chosen[index],
      sequence: index + 1,
    })
  }
  expect(claimedTicks(portal, secret)).toBe(ticks)
  expect((await citizen.timePage(OFFICES.small)).starts).toContain(chosen[0])
  await page.reload()
  await expect(page.locator('.boarding-pass time')).toHaveAttribute('datetime', isoOf(chosen[1] ?? 0))
  await other.close()
})

test('an appointment that was cancelled in another tab is not changed, and its page says so', async ({
  page,
  portal,
}) => {
  const { citizen, secret, hold, newStart } = await aChange(portal)
  await page.goto(`${BOOK}/${hold}/review`)
  await citizen.cancel(secret)
  await page.getByRole('button', { name: t('people:change.submit') }).click()
  await isOn(page, t('appointments:see.cancelledTitle'))
  expect(storedAppointment(portal, secret).status).toBe('cancelled')
  expect(claimedTicks(portal, secret)).toBe(0)
  expect(claimedTicks(portal, hold)).toBe(0)
  expect((await citizen.timePage(OFFICES.small)).starts).toContain(newStart)
  await page.goto(citizen.timePath(OFFICES.small, { change: secret }))
  await isOn(page, t('appointments:see.cancelledTitle'))
})

test('a new time that was taken meanwhile leads to another one, and the old one stays', async ({
  page,
  portal,
}) => {
  const { secret, hold, oldStart, newStart } = await aChange(portal)
  await page.goto(`${BOOK}/${hold}/review`)
  expireHold(portal, hold)
  await aCitizen(portal).hold(OFFICES.small, { start: newStart })
  await page.getByRole('button', { name: t('people:change.submit') }).click()
  await verifyOnPage(page, t('passport:when.title', { office: officeName(portal, OFFICES.small) }), {
    service: 'passport',
    step: 4,
    title: t('passport:when.lost.pageTitle'),
  })
  await expect(page.getByRole('main')).toContainText(t('people:change.kept'))
  expect(storedAppointment(portal, secret)).toMatchObject({ status: 'confirmed', start_tick: oldStart })
  expect(claimedTicks(portal, secret)).toBeGreaterThan(0)

  await chooseTime(page, 1)
  await isOn(page, t('people:change.reviewTitle'))
  await expect(page.getByRole('main')).toContainText('Kari Nordmann')
  await page.getByRole('button', { name: t('people:change.submit') }).click()
  await isOn(page, t('appointments:see.title'))
  expect(storedAppointment(portal, secret)).toMatchObject({ status: 'confirmed', sequence: 1 })
})

test('a change is not undone when somebody else has the old time', async ({ page, portal }) => {
  const { citizen, secret, hold, oldStart, newStart } = await aChange(portal)
  await page.goto(`${BOOK}/${hold}/review`)
  await page.getByRole('button', { name: t('people:change.submit') }).click()
  await isOn(page, t('appointments:see.title'))
  await aCitizen(portal).hold(OFFICES.small, { start: oldStart })
  await clickThrough(page.getByRole('button', { name: t('people:change.undo') }))
  await verifyOnPage(page, t('appointments:see.title'), SEE)
  await expect(page.getByRole('alert')).toBeFocused()
  const [sentence = ''] = t('people:change.notUndone').split('.')
  await expect(page.getByRole('alert')).toContainText(sentence)
  expect(storedAppointment(portal, secret)).toMatchObject({ status: 'confirmed', start_tick: newStart })
  await citizen.cancel(secret)
})

/** An appointment at an office with one counter, and a hold that is to change its time. */
async function aChange(portal: TestPortal) {
  const citizen = aCitizen(portal)
  const secret = await citizen.book(OFFICES.small)
  const { start_tick: oldStart } = storedAppointment(portal, secret)
  const newStart = (await citizen.timePage(OFFICES.small)).starts[6] ?? 0
  const hold = await citizen.hold(OFFICES.small, { change: secret, start: newStart })
  return { citizen, secret, hold, oldStart, newStart }
}

function isoOf(tick: number): RegExp {
  const instant = Temporal.Instant.fromEpochMilliseconds(tick * 300_000)
  return new RegExp(
    `^${instant.toZonedDateTimeISO('Europe/Oslo').toPlainDateTime().toString({ smallestUnit: 'minute' })}`,
  )
}
