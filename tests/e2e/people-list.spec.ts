import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { MOST_PEOPLE } from '#app/domain/passport/person.ts'
import { aChild, aPerson } from '#tests/support/builders.ts'
import { chooseTime } from './support/choose-time.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import { aMobile } from './support/contact.ts'
import { claimedTicks, countAppointments, storedAppointment } from './support/database.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

const t = translator('nb')
const BOOK = '/nb/passport/book'

/** Ticks that a passport takes. */
const PASSPORT = 2

test('people are added, changed and removed before a time is held', async ({ page }) => {
  const young = aPerson({ ageGroup: '16-17', document: 'id-card-no-travel' })
  await page.goto(`${BOOK}/who?${answersQuery(aPerson(), young)}`)
  await page.getByRole('link', { name: t('people:list.add') }).click()
  await page.getByRole('radio', { name: t('passport:age.13-15') }).check()
  await page.getByRole('button', { name: t('passport:who.submit') }).click()
  await isOn(page, t('passport:where.title'))
  await page.getByRole('link', { name: t('common:back'), exact: true }).click()
  await expect(listed(page)).toHaveCount(3)
  await page.getByRole('link', { name: t('people:list.change', { number: 3 }) }).click()
  await isOn(page, t('passport:who.titleChange', { number: 3 }))
  await expect(page.getByRole('radio', { name: t('passport:age.13-15') })).toBeChecked()
  await page.getByRole('radio', { name: t('passport:document.passport'), exact: true }).check()
  await page.getByRole('button', { name: t('passport:who.submit') }).click()
  await page.getByRole('link', { name: t('people:list.remove', { number: 2 }) }).click()
  await expect(listed(page)).toHaveCount(2)
  expect(peopleIn(page)).toEqual(['18+.passport', '13-15.passport'])
  await page.getByRole('link', { name: t('people:list.remove', { number: 2 }) }).click()
  await expect(page.getByRole('link', { name: t('people:list.remove', { number: 1 }) })).toHaveCount(0)

  await page.goBack()
  await page.getByRole('link', { name: t('people:list.continue') }).click()
  await isOn(page, t('people:guardians.title', { count: 1 }))
  await page.goBack()
  await page.goBack()
  await expect(listed(page)).toHaveCount(3)
})

test('the back button does not add a person twice', async ({ page }) => {
  await page.goto(`${BOOK}/who`)
  await page.getByRole('radio', { name: t('passport:age.18+') }).check()
  await page.getByRole('radio', { name: t('passport:document.passport'), exact: true }).check()
  await page.getByRole('button', { name: t('people:form.add') }).click()
  await isOn(page, t('passport:who.titleNext', { number: 2 }))
  await page.getByRole('radio', { name: t('passport:age.18+') }).check()
  await page.getByRole('button', { name: t('passport:who.submit') }).click()
  await isOn(page, t('passport:where.title'))
  await page.goBack()
  await isOn(page, t('passport:who.titleNext', { number: 2 }))
  await page.getByRole('radio', { name: t('passport:age.18+') }).check()
  await page.getByRole('button', { name: t('passport:who.submit') }).click()
  await isOn(page, t('passport:where.title'))
  expect(peopleIn(page)).toEqual(['18+.passport', '18+.passport'])
})

test('eight people are the most', async ({ page }) => {
  const people = Array.from({ length: MOST_PEOPLE }, () => aPerson())
  await page.goto(`${BOOK}/who?${answersQuery(...people.slice(1))}&edit=${MOST_PEOPLE}`)
  await isOn(page, t('passport:who.titleNext', { number: MOST_PEOPLE }))
  await expect(page.getByRole('button', { name: t('people:form.add') })).toHaveCount(0)
  for (const more of [0, 1]) {
    await page.goto(`${BOOK}/who?${answersQuery(...people, ...people.slice(0, more))}`)
    await expect(listed(page)).toHaveCount(MOST_PEOPLE)
    await expect(page.getByRole('main')).toContainText(t('people:list.full', { most: MOST_PEOPLE }))
    await expect(page.getByRole('link', { name: t('people:list.add') })).toHaveCount(0)
  }
  await verifyOnPage(page, t('passport:who.titleList'), { service: 'passport', step: 1 })
})

test('names that were typed stay when people are added and removed after a time was held', async ({
  page,
  portal,
}) => {
  const citizen = aCitizen(portal)
  const secret = await citizen.holdWithContact(OFFICES.large, {
    people: [aPerson(), aChild('comes-along', 'missing')],
    contact: { names: ['Kari Vik', 'Liv Vik'] },
  })
  const { id } = storedAppointment(portal, secret)
  await page.goto(`${BOOK}/${secret}/review`)
  await page.getByRole('link', { name: t('people:facts.changePeople') }).click()
  await page.getByRole('link', { name: t('people:list.add') }).click()
  await page.getByRole('radio', { name: t('passport:age.0-4') }).check()
  await page.getByRole('button', { name: t('passport:who.submit') }).click()
  // Most likely the guardians of the other child.
  const second = page.getByRole('group', { name: t('people:guardians.second') })
  await expect(second.getByRole('radio', { name: t('people:guardians.answer.missing') })).toBeChecked()
  await page.getByRole('button', { name: t('people:guardians.submit') }).click()
  await chooseTime(page, 2)
  await isOn(page, t('passport:contact.title'))
  const names = page.getByRole('textbox', { name: /^Navnet til person/ })
  await expect(names).toHaveCount(3)
  expect(await names.evaluateAll((fields) => fields.map((field) => field.getAttribute('value')))).toEqual([
    'Kari Vik',
    'Liv Vik',
    '',
  ])
  await names.last().fill('Per Vik')
  await page.getByRole('button', { name: t('passport:contact.submit') }).click()
  await isOn(page, t('passport:review.title'))
  expect(claimedTicks(portal, secret)).toBe(3 * PASSPORT)

  await page.getByRole('link', { name: t('people:facts.changePeople') }).click()
  await page.getByRole('link', { name: t('people:list.remove', { number: 2 }) }).click()
  await page.getByRole('link', { name: t('people:list.continue') }).click()
  await chooseTime(page, 1)
  await isOn(page, t('passport:contact.title'))
  expect(await names.evaluateAll((fields) => fields.map((field) => field.getAttribute('value')))).toEqual([
    'Kari Vik',
    'Per Vik',
  ])
  await page.getByRole('button', { name: t('passport:contact.submit') }).click()
  await isOn(page, t('passport:review.title'))
  await expect(page.getByRole('main').locator('ol.people strong')).toHaveText(['Kari Vik', 'Per Vik'])
  expect(claimedTicks(portal, secret)).toBe(2 * PASSPORT)
  await page.getByRole('button', { name: t('passport:review.submit') }).click()
  await isOn(page, t('appointments:receipt.title'))
  expect(storedAppointment(portal, secret)).toMatchObject({ id, status: 'confirmed' })
})

test('two devices book for two families, each with its own names', async ({ page, browser, portal }) => {
  const citizen = aCitizen(portal)
  const before = countAppointments(portal)
  const other = await browser.newPage({ baseURL: portal.url })
  const tabs = [
    { tab: page, people: [aPerson(), aPerson()], names: ['Kari Vik', 'Ola Vik'] },
    { tab: other, people: [aPerson(), aPerson(), aPerson()], names: ['Mari Li', 'Nils Li', 'Siv Li'] },
  ]
  for (const { tab, people } of tabs) await tab.goto(citizen.timePath(OFFICES.large, { people }))
  for (const [index, { tab }] of tabs.entries()) await chooseTime(tab, 4 * index)
  for (const { tab, names } of tabs) {
    for (const [index, name] of names.entries()) await tab.locator(`#name-${index + 1}`).fill(name)
    await tab.getByLabel(t('passport:contact.mobile')).fill(aMobile())
    await tab.getByRole('button', { name: t('passport:contact.submit') }).click()
  }
  for (const { tab } of tabs) await tab.getByRole('button', { name: t('passport:review.submit') }).click()
  for (const { tab, names } of tabs) {
    await isOn(tab, t('appointments:receipt.title'))
    await expect(tab.getByRole('main').locator('ol.people strong')).toHaveText(names)
  }
  expect(countAppointments(portal)).toBe(before + 2)
  await other.close()
})

function listed(page: Page) {
  return page.getByRole('region', { name: t('people:list.heading') }).locator('ol > li')
}

function peopleIn(page: Page): string[] {
  return new URL(page.url()).searchParams.getAll('person')
}
