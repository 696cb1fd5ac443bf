import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { clickThrough } from './support/arrive.ts'
import { readCalendar } from './support/calendar.ts'
import { aCitizen } from './support/citizen.ts'
import { storedAppointment } from './support/database.ts'
import { OFFICES } from './support/offices.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

test.describe.configure({ timeout: 180_000 })

/** Follows the list of the demonstration until a message to an address has come; opens it. */
async function openMessage(page: Page, subject: string, address: string, language: Language): Promise<void> {
  const link = page.getByRole('link').filter({ hasText: subject }).filter({ hasText: address })
  await expect(async () => {
    await page.goto(`/${language}/demo/messages`)
    await expect(link.first()).toBeVisible({ timeout: 200 })
  }).toPass({ timeout: 60_000 })
  await clickThrough(link.first())
}

for (const language of LANGUAGES) tellsPeople(language, verifyOnPage)

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  // axe is JavaScript itself.
  tellsPeople('nb', isOn)
})

function tellsPeople(language: Language, verify: typeof verifyOnPage): void {
  const t = translator(language)
  const messagePage = t('messages:demo.one')

  test(`what is booked is told, its link opens it, and what is cancelled is told too (${language})`, async ({
    page,
    portal,
  }) => {
    const email = `told-${language}-${verify === isOn ? 'unscripted' : 'checked'}@example.org`
    const secret = await aCitizen(portal, language).book(OFFICES.large, { contact: { email } })
    await page.goto(`/${language}/passport/book/${secret}/receipt`)
    await expect(page.getByRole('main')).toContainText(t('appointments:receipt.sent.email', { to: email }))
    await page.getByRole('link', { name: t('messages:demo.see') }).click()
    await verify(page, t('messages:demo.title'), { language })

    await openMessage(page, t('messages:subject.confirmed'), email, language)
    await verify(page, messagePage, { language })
    await expect(page.getByRole('main')).toContainText(t('messages:body.confirmed'))
    const invitation = await calendarOf(page, t('messages:demo.calendar'))
    expect(invitation.method).toBe('REQUEST')

    await page.getByRole('main').getByRole('link', { name: secret }).click()
    await isOn(page, t('appointments:see.title'))
    await page.getByRole('link', { name: t('appointments:see.cancel') }).click()
    await isOn(page, t('appointments:cancel.title'))
    expect(storedAppointment(portal, secret).status, 'looking changes nothing').toBe('confirmed')
    await page.getByRole('button', { name: t('appointments:cancel.submit') }).click()
    await isOn(page, t('appointments:see.cancelledTitle'))

    await openMessage(page, t('messages:subject.cancelled'), email, language)
    await verify(page, messagePage, { language })
    const cancellation = await calendarOf(page, t('messages:demo.calendar'))
    expect(cancellation.method).toBe('CANCEL')
    expect(cancellation.uid).toBe(invitation.uid)
    expect(cancellation.sequence).toBeGreaterThan(invitation.sequence)
  })

  test(`who has lost the link gets it again, and nobody else learns anything (${language})`, async ({
    page,
    portal,
  }) => {
    const check = { language, service: 'appointments' } as const
    const title = t('appointments:lost.title')
    const last = verify === isOn ? 4 : 1 + LANGUAGES.indexOf(language)
    const mobile = `400 00 10${last}`
    const secret = await aCitizen(portal, language).book(OFFICES.large, { contact: { email: '', mobile } })
    const emailField = page.getByRole('textbox', { name: t('appointments:lost.email'), exact: true })
    const mobileField = page.getByRole('textbox', { name: t('appointments:lost.mobile') })
    const send = page.getByRole('button', { name: t('appointments:lost.submit') })

    await page.goto(`/${language}/appointments`)
    await isOn(page, title)
    await send.click()
    await verify(page, title, { ...check, failed: true })
    await page.getByRole('link', { name: t('validation:lost.required') }).click()
    await expect(emailField).toBeFocused()

    await emailField.fill('nobody@example.org')
    await mobileField.fill('12')
    await clickThrough(send)
    await verify(page, title, { ...check, failed: true })
    await expect(emailField).toHaveValue('nobody@example.org')

    await mobileField.fill('')
    await clickThrough(send)
    await verify(page, title, check)
    const toNobody = await page.getByRole('alert').textContent()
    await page.goto(`/${language}/appointments`)
    await mobileField.fill(`+47 ${mobile}`)
    await clickThrough(send)
    await verify(page, title, check)
    await expect(page.getByRole('alert')).toContainText(t('appointments:lost.sentBody'))
    expect(await page.getByRole('alert').textContent(), 'the same answer').toBe(toNobody)

    const [beginning = ''] = t('messages:sms.link', { time: '{{' }).split(' {{')
    await openMessage(page, beginning, `+47${mobile.replaceAll(' ', '')}`, language)
    await verify(page, t('messages:demo.one'), { language })
    await page.getByRole('main').getByRole('link', { name: secret }).click()
    await isOn(page, t('appointments:see.title'))
  })
}

test('a message that does not exist is not found', async ({ portal }) => {
  for (const number of ['0', '999999999', 'x', '1.5', '..%2F..%2Fkeys', '0/calendar.ics', '0/letter.pdf']) {
    expect((await aCitizen(portal).get(`/nb/demo/messages/${number}`)).status, number).toBe(404)
  }
})

async function calendarOf(page: Page, link: string) {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  return readCalendar(readFileSync(await (await downloading).path(), 'utf8'))
}
