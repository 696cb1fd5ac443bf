import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { inGroups } from '#app/i18n/format.ts'
import { changeMessage } from './support/change-message.ts'
import { aCitizen } from './support/citizen.ts'
import { inDatabase, storedReference } from './support/database.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

const t = translator('nb')
const OFFICE = 'oslo-gronland'

async function logIn(page: Page, name: string): Promise<void> {
  await page.goto('/nb/staff')
  await page.getByRole('button', { name }).click()
  await isOn(page, t('staff:title'))
}

test('a district manager reads and cancels an appointment, with a reason that is written down', async ({
  page,
  portal,
}) => {
  const secret = await aCitizen(portal).book(OFFICE)
  const reference = storedReference(portal, secret)
  await logIn(page, 'Dag Drivhus')
  await verifyOnPage(page, t('staff:title'), { service: 'staff' })
  await page.getByRole('link', { name: t('staff:appointments.title') }).click()
  await isOn(page, t('staff:appointments.title'))
  await page.getByLabel(t('staff:appointments.reference')).fill(inGroups(reference).toLowerCase())
  await page.getByRole('button', { name: t('staff:appointments.find') }).click()
  await verifyOnPage(page, t('staff:appointment.title'), { service: 'staff' })
  await expect(page.getByText('Kari Nordmann')).toHaveCount(0)

  await page.getByRole('button', { name: t('staff:appointment.open') }).click()
  await verifyOnPage(page, t('staff:appointment.title'), { service: 'staff', failed: true })
  await page.getByLabel(t('staff:reason.asked-by-the-person')).check()
  await page.getByRole('button', { name: t('staff:appointment.open') }).click()
  await expect(page.getByText('Kari Nordmann')).toBeVisible()
  await verifyOnPage(page, t('staff:appointment.title'), { service: 'staff' })
  await page.getByRole('button', { name: t('staff:appointment.contact') }).click()
  await page.getByLabel(t('passport:contact.email')).fill('')
  await page.getByRole('button', { name: t('staff:appointment.saveContact') }).click()
  await verifyOnPage(page, t('staff:appointment.title'), { service: 'staff', failed: true })
  await page.getByLabel(t('passport:contact.email')).fill('kari.rettet@example.org')
  await page.getByRole('button', { name: t('staff:appointment.saveContact') }).click()
  await expect(page.getByRole('alert')).toHaveText(t('staff:appointment.contactSaved'))
  await expect(page.getByText('kari.rettet@example.org')).toBeVisible()

  await page.getByRole('button', { name: t('staff:appointment.cancel') }).click()
  await expect(page.getByText(t('staff:appointment.sure'))).toBeVisible()
  await verifyOnPage(page, t('staff:appointment.title'), { service: 'staff' })
  await page.getByRole('button', { name: t('staff:appointment.cancelSure') }).click()
  await expect(page.getByRole('alert')).toHaveText(t('staff:appointment.done'))
  await page.getByRole('button', { name: t('staff:appointment.restore') }).click()
  await expect(page.getByRole('alert')).toHaveText(t('staff:appointment.restored'))

  await expect
    .poll(() => auditActions(portal.databaseUrl))
    .toEqual(
      expect.arrayContaining([
        'appointment-read',
        'appointment-contact-corrected-for',
        'appointment-cancelled-for',
        'appointment-restored-for',
      ]),
    )
})

function auditActions(databaseUrl: string): unknown[] {
  return inDatabase({ databaseUrl }, (database) => {
    const actions = (table: string) => database.prepare(`SELECT action FROM ${table}`).pluck().all()
    return [...actions('audit_waiting'), ...actions('audit_entries')]
  })
}

test('an office that lies outside of the scope shows nothing, whatever the address says', async ({
  page,
  portal,
}) => {
  const secret = await aCitizen(portal).book(OFFICE)
  const reference = storedReference(portal, secret)
  await logIn(page, 'Nils Nordlys')
  await page.goto(`/nb/staff/appointments?office=${OFFICE}&day=2026-11-24`)
  await expect(
    page.getByText(t('staff:appointments.notTheirs', { office: 'Tromsø politistasjon' })),
  ).toBeVisible()
  await expect(page.getByText(inGroups(reference))).toHaveCount(0)
  await page.goto(`/nb/staff/appointments/${reference}`)
  await isOn(page, t('errors:notFound.title'))
})

test('the administrator sees which pages are to be looked over', async ({ page }) => {
  await logIn(page, 'Astrid Austavind')
  await page.getByRole('link', { name: t('staff:content.title') }).click()
  await expect(page.getByText(t('staff:content.noneLate'))).toBeVisible()
  await expect(page.getByRole('table').getByRole('link', { name: 'Politiattest' })).toBeVisible()
  for (const language of ['nb', 'nn', 'en'] as const) {
    await page.goto(`/${language}/staff/content`)
    await verifyOnPage(page, translator(language)('staff:content.title'), { language, service: 'staff' })
  }
})

test('the administrator gives a role and takes it away', async ({ page }) => {
  await logIn(page, 'Astrid Austavind')
  await page.getByRole('link', { name: t('staff:roles.title') }).click()
  await verifyOnPage(page, t('staff:roles.title'), { service: 'staff' })
  await page.getByLabel(t('staff:roles.name')).selectOption({ label: 'Lars Lupin' })
  await page.getByLabel(t('staff:roles.role')).selectOption('counter')
  await page.getByLabel(t('staff:roles.unit')).selectOption('oslo')
  await page.getByRole('button', { name: t('staff:roles.give') }).click()
  await verifyOnPage(page, t('staff:roles.title'), { service: 'staff', failed: true })
  await page.getByLabel(t('staff:roles.name')).selectOption({ label: 'Lars Lupin' })
  await page.getByLabel(t('staff:roles.role')).selectOption('counter')
  await page.getByLabel(t('staff:roles.unit')).selectOption({ label: 'Asker politistasjon' })
  await page.getByRole('button', { name: t('staff:roles.give') }).click()
  await expect(page.getByRole('alert')).toHaveText(t('staff:roles.given'))
  // Every role has its column in view.
  const last = page.getByRole('columnheader', { name: t('staff:role.administrator') })
  await expect(last).toBeInViewport({ ratio: 1 })
  const row = page.getByRole('row', { name: /^Lars Lupin/ })
  await expect(row).toContainText('Skranke, Asker politistasjon')
  await row.getByRole('button', { name: /Skranke/ }).click()
  await expect(row).not.toContainText('Asker')
})

test('who may not see a page reads that, and where to go', async ({ page }) => {
  await logIn(page, 'Frida Fjordgløtt')
  await expect(page.getByText(t('staff:workbench.nothing'))).toBeVisible()
  for (const path of ['appointments', 'roles', 'undelivered', 'limits', 'content']) {
    await page.goto(`/nb/staff/${path}`)
    await isOn(page, t('errors:noAccess.title'))
  }
  await verifyOnPage(page, t('errors:noAccess.title'))
})

test('staff pages are whole in all languages, without messages and with one that was given up', async ({
  page,
  portal,
}) => {
  test.slow()
  await logIn(page, 'Dag Drivhus')
  await page.goto('/nb/staff/undelivered')
  await verifyOnPage(page, t('staff:undelivered.title'), { service: 'staff' })
  const secret = await aCitizen(portal).book(OFFICE)
  const reference = storedReference(portal, secret)
  // The one that every appointment has; a reminder has only who has booked long enough ahead.
  await changeMessage(portal, { reference, kind: 'confirmed' }, { status: 'dead', failure: '550' })
  for (const language of ['nb', 'nn', 'en'] as const) {
    const texts = translator(language)
    await page.goto(`/${language}/staff/undelivered`)
    await verifyOnPage(page, texts('staff:undelivered.title'), { language, service: 'staff' })
    await page.goto(`/${language}/staff/limits`)
    await verifyOnPage(page, texts('staff:limits.title'), { language, service: 'staff' })
    await page.goto(`/${language}/staff/roles`)
    await verifyOnPage(page, texts('staff:roles.title'), { language, service: 'staff' })
    await page.goto(`/${language}/staff/appointments`)
    await verifyOnPage(page, texts('staff:appointments.title'), { language, service: 'staff' })
  }
  await page.goto('/nb/staff/undelivered')
  await page
    .getByRole('button', { name: t('staff:undelivered.resend') })
    .first()
    .click()
  await expect(page.getByRole('alert')).toHaveText(t('staff:undelivered.again'))
})

test('an analyst sees the rules of the guide as a tree and as a table, and how it is used', async ({
  page,
}) => {
  await logIn(page, 'Lars Lupin')
  await page.getByRole('link', { name: t('staff:guide.title') }).click()
  await verifyOnPage(page, t('staff:guide.title'), { service: 'staff' })
  await page.getByLabel(t('staff:guide.table')).selectOption({ label: t('channels:need.violence.title') })
  await page.getByRole('button', { name: t('staff:guide.show') }).click()
  await verifyOnPage(page, t('staff:guide.title'), { service: 'staff' })
  await expect(page.getByText(t('channels:outcome.talk-violence.title')).first()).toBeVisible()
  await expect(page.getByRole('table').first()).toBeVisible()
})
