import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { inGroups } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { aPerson } from '#tests/support/builders.ts'
import { aCalendar, readCalendar } from './support/calendar.ts'
import { chooseTime } from './support/choose-time.ts'
import { aCitizen } from './support/citizen.ts'
import { claimedTicks, officeName, storedAppointment } from './support/database.ts'
import { chooseByArrows, follow, press, tabTo } from './support/keyboard.ts'
import { OFFICES } from './support/offices.ts'
import { countPageLoads } from './support/page-loads.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

const t = translator('nb')
const BOOK = '/nb/passport/book'

/** From the appointment: the times, the review, the appointment again. */
const MOST_PAGE_LOADS = 3

test.describe('without JavaScript, by keyboard alone, on a small phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })

  for (const language of LANGUAGES) {
    const t = translator(language)

    test(`an appointment gets another time, and so does the calendar (${language})`, async ({
      page,
      portal,
    }) => {
      test.slow()
      const citizen = aCitizen(portal, language)
      const secret = await citizen.book(OFFICES.small)
      const { start_tick: oldStart } = storedAppointment(portal, secret)
      const calendar = aCalendar()
      await page.goto(`/${language}/appointments/${secret}`)
      calendar.take(await download(page, t('appointments:receipt.calendar')))
      const [booked] = calendar.events()
      const [reference] = booked?.uid.split('@') ?? []

      const loads = countPageLoads(page)
      await follow(page, page.getByRole('link', { name: t('people:change.time'), exact: true }))
      await expect(page).toHaveTitle(new RegExp(`^${t('passport:when.pageTitle')}`))
      await expect(page.getByRole('main')).toContainText(t('people:change.kept'))
      const closest = page.getByRole('group', { name: t('people:change.closest') }).getByRole('radio')
      for (const one of await closest.all()) {
        expect(await one.inputValue(), 'the time that it has is no change').not.toBe(String(oldStart))
      }
      await tabTo(page, closest.first())
      await chooseByArrows(page, closest.last())
      const newStart = Number(await closest.last().inputValue())
      await press(page, t('passport:when.submit'))

      await isOn(page, t('people:change.reviewTitle'))
      await expect(page.getByRole('main')).toContainText('Kari Nordmann')
      await expect(rowOf(page, t('people:change.before'))).toContainText(officeName(portal, OFFICES.small))
      expect(storedAppointment(portal, secret).start_tick, 'the old time until it is confirmed').toBe(
        oldStart,
      )
      expect((await citizen.timePage(OFFICES.small)).starts).not.toContain(oldStart)
      await press(page, t('people:change.submit'))

      await isOn(page, t('appointments:see.title'))
      await expect(page).toHaveTitle(new RegExp(`^${t('people:change.done')} – `))
      await expect(page.getByRole('alert')).toBeFocused()
      await expect(page.getByRole('alert')).toContainText(t('people:change.calendar'))
      expect(loads.count).toBeLessThanOrEqual(MOST_PAGE_LOADS)
      await expect(page.getByRole('main')).toContainText(inGroups(reference ?? ''))
      expect(storedAppointment(portal, secret)).toMatchObject({ status: 'confirmed', start_tick: newStart })
      expect((await citizen.timePage(OFFICES.small)).starts, 'the old time is for others').toContain(oldStart)

      const changed = await download(page, t('appointments:receipt.calendar'))
      expect(readCalendar(changed)).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED' })
      calendar.take(changed)
      const [moved, ...others] = calendar.events()
      expect(others).toEqual([])
      expect(moved?.uid).toBe(booked?.uid)
      expect(moved?.sequence).toBeGreaterThan(booked?.sequence ?? 0)
      expect(moved?.start.epochMilliseconds).toBe(newStart * 300_000)
      expect(moved?.start.until(moved.end).toString()).toBe(booked?.start.until(booked.end).toString())

      await citizen.cancel(secret)
      const cancelled = await (await citizen.get(`/${language}/appointments/${secret}/calendar.ics`)).text()
      expect(readCalendar(cancelled)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' })
      calendar.take(cancelled)
      expect(calendar.events()).toEqual([])
    })
  }
})

for (const language of LANGUAGES) {
  test(`every page of a change (${language})`, async ({ page, portal }) => {
    test.slow()
    const t = translator(language)
    const citizen = aCitizen(portal, language)
    const secret = await citizen.book(OFFICES.small)
    const see = { language, service: 'appointments' } as const
    const check = (step: number) => ({ language, service: 'passport', step }) as const
    await page.goto(`/${language}/appointments/${secret}`)
    await page.getByRole('link', { name: t('people:change.people') }).click()
    await verifyOnPage(page, t('passport:who.titleList'), check(1))
    await page.getByRole('link', { name: t('people:list.continue') }).click()
    const times = t('passport:when.title', { office: officeName(portal, OFFICES.small) })
    await verifyOnPage(page, times, { ...check(4), title: t('passport:when.pageTitle') })
    await chooseTime(page, 1, language)
    await verifyOnPage(page, t('people:change.reviewTitle'), check(6))
    await page.getByRole('link', { name: t('passport:review.changePlace') }).click()
    await verifyOnPage(page, t('passport:where.title'), check(2))
    await page.goBack()
    await page.getByRole('button', { name: t('people:change.submit') }).click()
    await verifyOnPage(page, t('appointments:see.title'), { ...see, title: t('people:change.done') })
    await page.getByRole('button', { name: t('people:change.undo') }).click()
    await verifyOnPage(page, t('appointments:see.title'), see)
  })
}

test('an appointment moves to another office, which is told nothing before it is confirmed', async ({
  page,
  portal,
}) => {
  const secret = await aCitizen(portal).book(OFFICES.large)
  const { id, start_tick: start } = storedAppointment(portal, secret)
  const ticks = claimedTicks(portal, secret)
  await page.goto(`/nb/appointments/${secret}`)
  await page.getByRole('link', { name: t('people:change.office'), exact: true }).click()
  await page.getByRole('combobox').fill('9360')
  await page.getByRole('button', { name: t('passport:where.submit') }).click()
  const small = officeName(portal, OFFICES.small)
  await page
    .getByRole('region', { name: t('passport:office.all') })
    .getByRole('link', { name: small })
    .click()
  await chooseTime(page, 0)
  await isOn(page, t('people:change.reviewTitle'))
  await expect(rowOf(page, t('people:change.before'))).toContainText(officeName(portal, OFFICES.large))
  await expect(rowOf(page, t('passport:review.place'))).toContainText(small)
  expect(storedAppointment(portal, secret)).toMatchObject({ office_id: OFFICES.large, start_tick: start })
  expect(claimedTicks(portal, secret, OFFICES.large)).toBe(ticks)
  await page.getByRole('button', { name: t('people:change.submit') }).click()
  await expect(page.getByRole('alert')).toContainText(small)
  expect(storedAppointment(portal, secret)).toMatchObject({ id, status: 'confirmed' })
  expect(claimedTicks(portal, secret, OFFICES.large)).toBe(0)
  expect(claimedTicks(portal, secret, OFFICES.small)).toBe(ticks)
})

test('one more person comes, and another one stays at home', async ({ page, portal }) => {
  const secret = await aCitizen(portal).book(OFFICES.large, {
    people: [aPerson(), aPerson({ ageGroup: '16-17', document: 'id-card-no-travel' })],
    contact: { names: ['Kari Vik', 'Liv Vik'] },
  })
  const { id } = storedAppointment(portal, secret)
  const ticks = claimedTicks(portal, secret)
  await page.goto(`/nb/appointments/${secret}`)
  await page.getByRole('link', { name: t('people:change.people') }).click()
  await page.getByRole('link', { name: t('people:list.add') }).click()
  await page.getByRole('radio', { name: t('passport:age.18+') }).check()
  await page.getByRole('radio', { name: t('passport:document.passport'), exact: true }).check()
  await page.getByRole('button', { name: t('passport:who.submit') }).click()
  await chooseTime(page, 0)
  await isOn(page, t('passport:contact.title'))
  await expect(page.locator('#name-1')).toHaveValue('Kari Vik')
  await expect(page.locator('#name-2')).toHaveValue('Liv Vik')
  await page.locator('#name-3').fill('Ola Vik')
  await page.getByRole('button', { name: t('passport:contact.submit') }).click()
  await page.getByRole('button', { name: t('people:change.submit') }).click()
  await isOn(page, t('appointments:see.title'))
  const names = page.getByRole('main').locator('ol.people strong')
  await expect(names).toHaveText(['Kari Vik', 'Liv Vik', 'Ola Vik'])
  expect(claimedTicks(portal, secret)).toBe(ticks + 2)

  await page.getByRole('link', { name: t('people:change.people') }).click()
  await page.getByRole('link', { name: t('people:list.remove', { number: 2 }) }).click()
  await page.getByRole('link', { name: t('people:list.continue') }).click()
  await chooseTime(page, 0)
  // Of the two adults who are left nobody can know the names for sure: they are looked at again.
  await isOn(page, t('passport:contact.title'))
  await expect(page.locator('#name-1')).toHaveValue('Kari Vik')
  await page.getByRole('button', { name: t('passport:contact.submit') }).click()
  await isOn(page, t('people:change.reviewTitle'))
  await page.getByRole('button', { name: t('people:change.submit') }).click()
  await isOn(page, t('appointments:see.title'))
  await expect(names).toHaveText(['Kari Vik', 'Ola Vik'])
  expect(storedAppointment(portal, secret)).toMatchObject({ id, status: 'confirmed' })
  expect(claimedTicks(portal, secret)).toBe(ticks)
})

test('"keep the appointment as it is" gives the held time back at once, wherever it is pressed', async ({
  page,
  portal,
}) => {
  const citizen = aCitizen(portal)
  const secret = await citizen.book(OFFICES.small)
  const before = storedAppointment(portal, secret)
  const wanted = (await citizen.timePage(OFFICES.small)).starts[6] ?? 0
  for (const step of ['review', 'contact', 'time'] as const) {
    const hold = await citizen.hold(OFFICES.small, { change: secret, start: wanted })
    await page.goto(
      step === 'time'
        ? `${citizen.timePath(OFFICES.small, { change: secret })}&hold=${hold}`
        : `${BOOK}/${hold}/${step}`,
    )
    expect((await citizen.timePage(OFFICES.small)).starts).not.toContain(wanted)
    await page.getByRole('button', { name: t('people:change.keep') }).click()
    await isOn(page, t('appointments:see.title'))
    expect(new URL(page.url()).pathname).toBe(`/nb/appointments/${secret}`)
    expect(storedAppointment(portal, hold).status).toBe('cancelled')
    expect((await citizen.timePage(OFFICES.small)).starts).toContain(wanted)
    await page.goBack()
    await page.reload()
    if (step !== 'time') expect(new URL(page.url()).pathname).toBe(`/nb/appointments/${secret}`)
  }
  expect(storedAppointment(portal, secret)).toEqual(before)
})

test('"keep the appointment as it is" leads to the appointment when the held time has been forgotten', async ({
  portal,
}) => {
  const secret = await aCitizen(portal).book(OFFICES.small)
  const forgotten = 'A'.repeat(22)
  const answer = await fetch(`${portal.url}${BOOK}/${forgotten}/drop?change=${secret}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: portal.url, 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe(`/nb/appointments/${secret}`)
})

function rowOf(page: Page, name: string) {
  return page.locator('.facts > div').filter({ has: page.getByRole('term').filter({ hasText: name }) })
}

async function download(page: Page, link: string): Promise<string> {
  const downloading = page.waitForEvent('download')
  await tabTo(page, page.getByRole('link', { name: link }))
  await page.keyboard.press('Enter')
  return readFileSync(await (await downloading).path(), 'utf8')
}
