import { expect } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { aChild, aPerson, tickOf } from '#tests/support/builders.ts'
import { chooseTime } from './support/choose-time.ts'
import { aCitizen } from './support/citizen.ts'
import { letAppointmentBegin, letAppointmentPass, storedAppointment } from './support/database.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/test.ts'
import { verifyAxe } from './support/verify-on-page.ts'

const t = translator('nb')

test('while an appointment is going on, its page shows the code and nothing to change', async ({
  page,
  portal,
}) => {
  const secret = await aCitizen(portal).book(OFFICES.small)
  letAppointmentBegin(portal, secret)
  await page.goto(`/nb/appointments/${secret}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('appointments:see.title'))
  await expect(page.getByText(t('appointments:pass.checkIn'))).toBeVisible()
  await expect(page.getByRole('link', { name: t('appointments:see.cancel') })).toHaveCount(0)
  await expect(page.getByRole('link', { name: t('people:change.time') })).toHaveCount(0)
  await verifyAxe(page)
  letAppointmentPass(portal, secret)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('appointments:see.pastTitle'))
})

test('a consent that lapses before a late appointment is told on its page, with a way to change the answer', async ({
  page,
  portal,
}) => {
  const people = [aPerson(), aChild('comes-along', 'has-consented')]
  const citizen = aCitizen(portal)
  const path = `${citizen.timePath(OFFICES.large, { people })}&from=2027-03-15`
  await page.goto(path)
  await chooseTime(page, 0)
  const secret = /book\/([\w-]{22})\//.exec(page.url())?.[1] ?? ''
  expect(storedAppointment(portal, secret).start_tick).toBeGreaterThan(tickOf('2027-03-14T00:00'))
  await citizen.giveContact(secret, { names: ['Kari Vik', 'Liv Vik'] })
  await page.goto(`/nb/passport/book/${secret}/review`)
  await expect(page.getByRole('heading', { name: t('people:consent.lapses') })).toBeVisible()
  await expect(
    page.getByText('Samtykke gjelder i 3 måneder. Timen for Liv Vik er senere enn det.'),
  ).toBeVisible()
  await citizen.confirm(secret)
  await page.goto(`/nb/appointments/${secret}`)
  await expect(page.getByRole('heading', { name: t('people:consent.lapses') })).toBeVisible()
  await verifyAxe(page)
  await page.getByRole('link', { name: t('people:consent.change') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('people:guardians.title', { count: 1 }))
})
