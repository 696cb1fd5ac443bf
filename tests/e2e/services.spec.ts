import { expect, type Page } from '@playwright/test'
import { CONTENT } from '#db/queries/content.ts'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { adviceTitle } from '#app/server/content/advice-words.ts'
import { serviceTitle } from '#app/server/content/service-words.ts'
import { startPortal } from '#tests/support/portal.ts'
import { verifyServedPage } from './support/served-page.ts'
import { rawRequest } from './support/raw-request.ts'
import { test } from './support/own-portal.ts'
import { verifyOnPage } from './support/verify-on-page.ts'

type ContentPage = {
  path: string
  heading: (language: Language) => string
  isSensitive: boolean
  isService: boolean
}

const PAGES: readonly ContentPage[] = [
  ...CONTENT.services.map(({ id, isSensitive, neutralPath }) => ({
    ...{ path: `services/${neutralPath ?? id}`, isSensitive, isService: true },
    heading: (language: Language) => serviceTitle(id, language).title,
  })),
  ...CONTENT.advice.map(({ id, isSensitive, neutralPath }) => ({
    ...{ path: `advice/${neutralPath ?? id}`, isSensitive, isService: false },
    heading: (language: Language) => adviceTitle(id, language).title,
  })),
]

async function verifyContentPage(page: Page, content: ContentPage, language: Language): Promise<void> {
  const t = translator(language)
  await page.goto(`/${language}/${content.path}`)
  await verifyOnPage(page, content.heading(language), {
    language,
    title: content.isSensitive ? t('advice:neutralTitle') : content.heading(language),
    service: content.isService ? 'services' : 'none',
  })
  await expect(page.getByRole('link', { name: t('common:leave.link') })).toHaveCount(
    content.isSensitive ? 1 : 0,
  )
}

// Many pages in a row, all of them read by axe.
test.describe.configure({ timeout: 120_000 })

for (const language of LANGUAGES) {
  test(`the lists of services and advice, in ${language}`, async ({ page }) => {
    const t = translator(language)
    await page.goto(`/${language}/services`)
    await verifyOnPage(page, t('services:list.title'), { language })
    await page.goto(`/${language}/advice`)
    await verifyOnPage(page, t('advice:list.title'), { language })
  })

  test(`every page about a service and every advice, in ${language}`, async ({ page }) => {
    for (const content of PAGES) await verifyContentPage(page, content, language)
  })
}

test('from the list one comes to a service, on to its booking, and to advice with a way out', async ({
  page,
}) => {
  const t = translator('nb')
  await page.goto('/nb/services')
  await verifyServedPage(page)
  await page.getByRole('link', { name: serviceTitle('passport-and-id-card', 'nb').title }).click()
  await expect(page.getByText('840 kr')).toBeVisible()
  await verifyServedPage(page)
  await page.getByRole('link', { name: 'Bestill time', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('passport:who.title'))
  await page.goto('/nb/advice/support')
  await expect(page).toHaveURL(/\/nb\/advice\/page-\d+$/)
  await verifyServedPage(page, { modules: ['leave-quickly'] })
  await expect(page.getByRole('link', { name: t('common:leave.link') })).toHaveAttribute('href', '/leave')
})

test('what somebody read about is kept by no browser, and an unknown page is not found', async ({
  portal,
}) => {
  for (const path of ['services/help-for-victims', 'advice/support']) {
    const named = await rawRequest(`${portal.url}/nb/${path}`)
    expect([named.status, named.headers['cache-control']]).toEqual([302, 'no-store'])
    const { location = '' } = named.headers
    expect(location).toMatch(/^\/nb\/(services|advice)\/page-\d+$/)
    const answer = await rawRequest(`${portal.url}${location}`)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.body).toContain(`<title>${translator('nb')('advice:neutralTitle')} –`)
  }
  for (const path of ['services/nowhere', 'advice/nowhere', 'services/constructor']) {
    expect((await rawRequest(`${portal.url}/nb/${path}`)).status).toBe(404)
  }
})

test('from the day after its review a page says that it may be old, and staff find it in their list', async ({
  page,
  folder,
}) => {
  const t = translator('nb')
  folder.fill()
  const later = await startPortal({ dataDir: folder.path, clockStart: '2027-01-05T07:00:00Z' })
  const { title } = serviceTitle('passport-and-id-card', 'nb')
  await page.goto(`${later.url}/nb/services/passport-and-id-card`)
  await expect(page.getByText(t('services:review.late', { day: '4. januar 2027' }))).toBeVisible()
  await verifyOnPage(page, title, { service: 'services' })
  await page.goto(`${later.url}/nb/staff/content`)
  await page.getByRole('button', { name: 'Astrid Austavind' }).click()
  const late = page.getByRole('region', { name: t('staff:content.late') })
  await expect(late.getByRole('link', { name: title, exact: true })).toBeVisible()
  await verifyOnPage(page, t('staff:content.title'), { service: 'staff' })
  await later.stop()
})
