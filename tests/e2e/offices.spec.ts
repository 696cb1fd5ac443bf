import { expect } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { verifyServedPage } from './support/served-page.ts'
import { OFFICES } from './support/offices.ts'
import { officeName } from './support/database.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

const MODULES = ['place-suggestions', 'use-position']

test.describe.configure({ timeout: 120_000 })

for (const language of LANGUAGES) {
  const t = translator(language)
  test(`every page of offices, the politikontakt and the open data in ${language}`, async ({
    page,
    portal,
  }) => {
    const at = (path: string) => page.goto(`/${language}${path}`)
    await at('/offices')
    await verifyOnPage(page, t('offices:find.title'), { language })
    await at('/offices?at=municipality-1856&service=passport&open=now')
    await verifyOnPage(page, t('offices:find.title'), { language })
    const large = officeName(portal, OFFICES.large)
    await at(`/offices/${OFFICES.large}`)
    await verifyOnPage(page, large, { language })
    await at(`/offices/${OFFICES.bus}`)
    const bus = t('offices:name.bus-stop', { place: officeName(portal, OFFICES.bus) })
    await verifyOnPage(page, bus, { language })
    await at('/offices/service-centre-1857')
    await verifyOnPage(page, t('offices:name.service-centre', { place: 'Værøy' }), { language })

    await at('/contact?typed=Herøy')
    await verifyOnPage(page, t('contact:find.title'), { language })
    await at('/contact/5610')
    const contact = t('contact:page.title', { municipality: 'Kárášjohka – Karasjok' })
    await verifyOnPage(page, contact, { language })
    await page.getByLabel(t('contact:form.words')).fill('Hei')
    await page.getByRole('button', { name: t('contact:form.submit') }).click()
    await verifyOnPage(page, contact, { language, failed: true })
    await page.getByLabel(t('contact:form.name')).fill('Kari Nordmann')
    await page.getByLabel(t('passport:contact.email'), { exact: true }).fill('kari@example.org')
    await page.getByRole('button', { name: t('contact:form.submit') }).click()
    await verifyOnPage(page, t('contact:sent.title'), { language })

    await at('/open-data')
    await verifyOnPage(page, t('openData:title'), { language })
  })
}

test.describe('without a script, on a small phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  const t = translator('nb')

  test('one finds an office from a place, also by a Sámi name, and sees what is not known', async ({
    page,
  }) => {
    await page.goto('/nb/offices')
    await verifyServedPage(page, { modules: MODULES })
    await page.getByRole('textbox').fill('90')
    await page.getByRole('button', { name: t('offices:find.submit') }).click()
    await verifyServedPage(page, { failed: true, modules: MODULES })
    await page.getByRole('textbox').fill('Guovdageaidnu')
    await page.getByRole('radio', { name: t('offices:service.report') }).check()
    await page.getByRole('button', { name: t('offices:find.submit') }).click()
    await expect(
      page.getByRole('heading', { name: t('offices:found.near', { place: 'Guovdageaidnu – Kautokeino' }) }),
    ).toBeVisible()
    await verifyServedPage(page, { modules: MODULES })
    await expect(page.getByRole('link', { name: /Kautokeino politistasjon/ }).first()).toBeVisible()
    await page
      .getByRole('link', { name: /Kautokeino politistasjon/ })
      .first()
      .click()
    await expect(page.getByText(t('offices:facts.accessUnknown'))).toBeVisible()
    await verifyServedPage(page)
  })

  test('one writes to the politikontakt of a municipality, and nothing that was typed is lost', async ({
    page,
  }) => {
    await page.goto('/nb/contact')
    await verifyServedPage(page, { modules: ['place-suggestions'] })
    await page.getByRole('textbox').fill('1337')
    await page.getByRole('button', { name: t('contact:find.submit') }).click()
    await isOn(page, t('contact:page.title', { municipality: 'Bærum' }))
    await verifyServedPage(page)
    await page.getByLabel(t('contact:form.words')).fill('To linjer\nmed uro.')
    await page.getByRole('button', { name: t('contact:form.submit') }).click()
    await verifyServedPage(page, { failed: true })
    await expect(page.getByLabel(t('contact:form.words'))).toHaveValue('To linjer\nmed uro.')
    await page.getByLabel(t('contact:form.name')).fill('Kari Nordmann')
    await page.getByLabel(t('passport:contact.mobile')).fill('400 00 000')
    await page.getByRole('button', { name: t('contact:form.submit') }).click()
    await isOn(page, t('contact:sent.title'))
    await verifyServedPage(page)
    await expect(page.getByRole('main')).not.toContainText('uro')
  })
})
