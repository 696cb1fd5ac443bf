import { expect, type BrowserContext, type Page } from '@playwright/test'
import { inGroups } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { showNext } from '#app/routes/queue/shown-answer.ts'
import { tickAt } from '#app/domain/time/tick.ts'
import type { CheckInRefusal } from '#app/domain/queue/may-check-in.ts'
import { CLOCK_START } from '#tests/support/demo-database.ts'
import type { TestPortal } from '#tests/support/portal.ts'
import { aCitizen } from './support/citizen.ts'
import {
  inDatabase,
  letAppointmentBegin,
  officeName,
  openCounters,
  storedCheckInCode,
  storedReference,
} from './support/database.ts'
import { OFFICES } from './support/offices.ts'
import { scan } from './support/scan.ts'
import { verifyServedPage } from './support/served-page.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

const t = translator('nb')
/** Opens as the portal's clock starts. */
const OFFICE = OFFICES.large
const START = `/nb/queue/${OFFICE}`
const WALL = { modules: ['kiosk-reset', 'scan-code'], targetPx: 64 }
const ANSWER = { ...WALL, modules: [...WALL.modules, 'print-page'] }
const NOW = tickAt(Temporal.Instant.from(CLOCK_START))

/** A tablet on a wall, upright. */
const UPRIGHT = { width: 1080, height: 1920 }

async function appointmentNow(portal: TestPortal): Promise<string> {
  const secret = await aCitizen(portal).book(OFFICE)
  letAppointmentBegin(portal, secret)
  return secret
}

test.describe('A screen on a wall, without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: UPRIGHT })

  test('who has an appointment checks in, and "back" shows the next person nothing', async ({
    page,
    portal,
  }) => {
    const code = storedCheckInCode(portal, await appointmentNow(portal))
    const submit = page.getByRole('button', { name: t('queue:checkIn.submit') })
    const field = page.getByLabel(t('queue:checkIn.code'))
    await page.goto(START)
    await verifyServedPage(page, WALL)
    await page.getByRole('link', { name: t('queue:start.booked') }).click()
    await isOn(page, t('queue:checkIn.title'))
    await verifyServedPage(page, WALL)
    await submit.click()
    await verifyServedPage(page, { ...WALL, failed: true })
    await field.fill('aaa aaa aa')
    await submit.click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(t('validation:code.unknown'))
    await expect(field).toHaveValue('aaa aaa aa')

    await field.fill(inGroups(code).toLowerCase())
    await submit.click()
    await expect(page.locator('.ticket-label')).toHaveText(/^A\d+$/)
    const label = (await page.locator('.ticket-label').textContent()) ?? ''
    await verifyServedPage(page, ANSWER)
    expect(page.url()).toBe(`${portal.url}${START}/answer`)
    expect(await page.content()).not.toContain('Nordmann')

    await page.getByRole('link', { name: t('queue:answer.done') }).click()
    const welcome = t('queue:start.title', { office: officeName(portal, OFFICE) })
    await isOn(page, welcome)
    await page.goBack()
    await expect(page.getByRole('alert').filter({ hasText: t('queue:start.gone') })).toBeVisible()
    await isOn(page, welcome)
    expect(await page.content()).not.toContain(label)
  })

  test('who has none sees the wait and other ways before taking a ticket', async ({ page, portal }) => {
    openCounters(portal, OFFICE, ['passport'])
    await page.goto(START)
    await page.getByRole('link', { name: t('queue:start.walkIn') }).click()
    await isOn(page, t('queue:take.title'))
    await verifyServedPage(page, WALL)
    await page.getByRole('link', { name: t('queue:service.passport'), exact: true }).click()
    await isOn(page, t('queue:service.passport'))
    await verifyServedPage(page, WALL)
    await expect(page.locator('.queue-wait')).toContainText(/\d+ minutter/)
    await expect(page.getByRole('img', { name: t('queue:instead.qr') })).toBeVisible()
    await page.getByLabel(t('queue:take.persons', { count: 3 })).check()
    await page.getByLabel(t('queue:need.hearing')).check()
    await page.getByRole('button', { name: t('queue:take.submit') }).click()
    await expect(page.locator('.ticket-label')).toHaveText(/^A\d+$/)
    await verifyServedPage(page, ANSWER)
    const label = (await page.locator('.ticket-label').textContent()) ?? ''
    expect(ticketOf(portal, Number(label.slice(1)))).toEqual({
      ...{ language: 'nb', people: 3, needs: '["hearing"]' },
    })
    // A reload asks for nothing to be sent again.
    await page.reload()
    await expect(page.locator('.ticket-label')).toHaveText(label)
  })
})

test.describe('A screen on a wall, looked at', () => {
  test.use({ viewport: UPRIGHT })

  for (const language of LANGUAGES) {
    test(`its pages are whole (${language})`, async ({ page, portal }) => {
      const texts = translator(language)
      const check = { language, shell: 'wall', service: 'queue' } as const
      openCounters(portal, OFFICE, ['passport'])
      await page.goto(START)
      await page
        .getByRole('main')
        .getByRole('link', { name: texts('common:languageName') })
        .click()
      const welcome = texts('queue:start.title', { office: officeName(portal, OFFICE) })
      await verifyOnPage(page, welcome, { language, shell: 'wall' })
      await page.getByRole('link', { name: texts('queue:start.booked') }).click()
      await verifyOnPage(page, texts('queue:checkIn.title'), check)
      if (language === 'nb') {
        await page.getByRole('button', { name: texts('queue:checkIn.submit') }).click()
        await verifyOnPage(page, texts('queue:checkIn.title'), { ...check, failed: true })
      }
      await page.goto(`/${language}/queue/${OFFICE}/ticket`)
      await verifyOnPage(page, texts('queue:take.title'), check)
      await page.getByRole('link', { name: texts('queue:service.passport'), exact: true }).click()
      await verifyOnPage(page, texts('queue:service.passport'), check)
      await page.getByRole('button', { name: texts('queue:take.submit') }).click()
      await expect(page.locator('.ticket-label')).toHaveText(/^A\d+$/)
      const heading = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
      await verifyOnPage(page, heading, check)
    })
  }

  test('a closed office says when it opens, and of a service that nobody takes that its wait is not known', async ({
    page,
  }) => {
    const check = { shell: 'wall', service: 'queue' } as const
    await page.goto(`/nb/queue/${OFFICES.small}/ticket?service=passport`)
    await verifyOnPage(page, t('queue:service.passport'), check)
    await expect(page.getByRole('main')).toContainText(t('queue:closed.title'))
    await expect(page.getByRole('button', { name: t('queue:take.submit') })).toHaveCount(0)
    await page.goto(`${START}/ticket?service=firearms`)
    await verifyOnPage(page, t('queue:service.firearms'), check)
    await expect(page.getByRole('main')).toContainText(t('queue:take.unknown'))
  })

  const office = OFFICES.small
  const REFUSALS: [keyof typeof TITLES, CheckInRefusal][] = [
    ['tooEarly', { reason: 'too-early', startTick: NOW + 30, opensAt: (NOW + 18) * 300 }],
    ['tooLate', { reason: 'too-late', startTick: NOW - 12 }],
    ['otherOffice', { reason: 'other-office', startTick: NOW + 30, officeId: office }],
    ['otherDay', { reason: 'other-day', startTick: NOW + 288 }],
    ['cancelled', { reason: 'cancelled' }],
    ['visitOver', { reason: 'visit-over' }],
  ]
  for (const [words, refusal] of REFUSALS) {
    test(`why somebody is not checked in is said with what to do: ${words}`, async ({
      page,
      context,
      portal,
    }) => {
      for (const language of words === 'otherDay' ? LANGUAGES : (['nb'] as const)) {
        await showRefusal(context, portal, refusal)
        await page.goto(`/${language}/queue/${OFFICE}/answer`)
        await verifyOnPage(page, translator(language)(TITLES[words]), {
          ...{ language, shell: 'wall', service: 'queue' },
        })
      }
      const main = page.getByRole('main')
      if (words === 'otherOffice') await expect(main).toContainText(officeName(portal, office))
      if (words === 'tooEarly') await expect(main).toContainText('09.30')
      if (words === 'tooLate') {
        await expect(main.getByRole('heading', { name: t('queue:instead.title') })).toBeVisible()
        await page.getByRole('link', { name: t('queue:checkIn.takeTicket') }).click()
        await isOn(page, t('queue:take.title'))
      }
    })
  }
})

const TITLES = {
  tooEarly: 'queue:refused.tooEarly.title',
  tooLate: 'queue:refused.tooLate.title',
  otherOffice: 'queue:refused.otherOffice.title',
  otherDay: 'queue:refused.otherDay.title',
  cancelled: 'queue:refused.cancelled.title',
  visitOver: 'queue:refused.visitOver.title',
} as const

async function showRefusal(context: BrowserContext, portal: TestPortal, refusal: CheckInRefusal) {
  const cookie = showNext({ kind: 'refused', officeId: OFFICE, refusal }, { mode: 'demo' })
  const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
  await context.addCookies([{ name, value, url: portal.url }])
}

function ticketOf(portal: TestPortal, number: number): unknown {
  return inDatabase(portal, (database) =>
    database
      .prepare('SELECT language, people, needs FROM tickets WHERE number = ? ORDER BY day DESC')
      .get(number),
  )
}

test.describe('A screen on a wall', () => {
  test.use({ viewport: UPRIGHT })

  test('hears a scanner wherever focus is, prints on 80 mm, and has forgotten it when somebody goes back', async ({
    page,
    portal,
  }) => {
    const code = storedCheckInCode(portal, await appointmentNow(portal))
    await page.goto(`${START}/ticket?service=passport`)
    // Somebody has touched a choice before they held up their code.
    await page.getByRole('radio').first().check()
    // The link of the receipt, as a German layout has it.
    await scan(page, `httpÖ--x-nb-queue-${OFFICE}-check/in_code´${code.replaceAll('Y', 'Z')}`)
    await expect(page.locator('.ticket-label')).toHaveText(/^A\d+$/)
    await page.getByRole('link', { name: t('queue:answer.print') }).click()
    await expect(page.locator('#print-now')).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('banner')).toBeHidden()
    await expect(page.getByRole('link', { name: t('queue:answer.done') })).toBeHidden()
    const box = await page.locator('.ticket-slip').boundingBox()
    expect((box?.width ?? 0) / 96).toBeCloseTo(72 / 25.4, 1)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('link', { name: t('queue:answer.done') }).click()
    await isOn(page, t('queue:start.title', { office: officeName(portal, OFFICE) }))
    await page.goBack()
    await expect(page.getByRole('alert').filter({ hasText: t('queue:start.gone') })).toBeVisible()
    await expect(page.locator('.ticket-label')).toHaveCount(0)
  })

  test('begins anew when nobody touches it, after a warning that any touch takes away', async ({ page }) => {
    await page.clock.install()
    await page.goto(START)
    await page.goto(`/en/queue/${OFFICE}/ticket?service=passport`)
    const english = translator('en')
    const stay = page.getByRole('button', { name: english('queue:reset.stay') })
    await page.clock.fastForward(40_000)
    await expect(stay).toBeHidden()
    await page.clock.fastForward(20_000)
    await verifyOnPage(page, english('queue:service.passport'), {
      ...{ language: 'en', shell: 'wall', service: 'queue' },
    })
    await stay.click()
    await expect(stay).toBeHidden()
    await page.clock.fastForward(60_000)
    await expect(stay).toBeVisible()
    await page.clock.fastForward(30_000)
    // In the language in which the screen was set up.
    await expect(page).toHaveURL(START)
  })
})

test.describe('A phone', () => {
  const AGENT = 'Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537 Chrome/140.0.0.0 Mobile Safari/537'
  test.use({ viewport: { width: 360, height: 740 }, userAgent: AGENT })

  test('the page of the appointment says on its day that one can say "I am here", and then where to wait', async ({
    page,
    portal,
  }) => {
    const secret = await appointmentNow(portal)
    const citizen = aCitizen(portal)
    await page.goto(`/nb/appointments/${secret}`)
    await verifyOnPage(page, t('appointments:see.title'), { service: 'appointments' })
    const form = page.locator('form', { has: page.getByRole('button', { name: t('queue:checkIn.submit') }) })
    const path = (await form.getAttribute('action')) ?? ''
    const answer = await citizen.post(path, { code: await form.locator('[name=code]').inputValue() })
    expect(answer.headers.get('Location')).toMatch(/^\/nb\/tickets\/[\w-]{22}$/)
    await page.reload()
    await expect(page.getByRole('link', { name: t('queue:present.follow') })).toHaveAttribute(
      'href',
      answer.headers.get('Location') ?? '',
    )
  })

  test('the link of a receipt asks first, and looking at it changes nothing', async ({ page, portal }) => {
    const code = storedCheckInCode(portal, await appointmentNow(portal))
    const before = ticketCount(portal)
    for (const language of LANGUAGES) {
      const texts = translator(language)
      await page.goto(`/${language}/queue/${OFFICE}/check-in?code=${code}`)
      const heading = texts('queue:checkIn.here', { office: officeName(portal, OFFICE) })
      await verifyOnPage(page, heading, { language, service: 'queue' })
    }
    expect(ticketCount(portal)).toBe(before)
    await page.getByRole('button', { name: translator('en')('queue:checkIn.submit') }).click()
    await expect(page).toHaveURL(/\/en\/tickets\/[\w-]{22}$/)
    expect(ticketCount(portal)).toBe(before + 1)
  })

  test('a phone that comes by the short address finds its office', async ({ page, portal }) => {
    for (const language of LANGUAGES) {
      await page.goto(`/${language}/queue`)
      await verifyOnPage(page, translator(language)('queue:offices.title'), { language, service: 'queue' })
    }
    await page.goto('/ko')
    await page.getByText('Oslo politidistrikt').click()
    await page.getByRole('link', { name: officeName(portal, OFFICE) }).click()
    // Whatever it is that they hold: only a tablet on a wall is somebody else's as well.
    await expect(page).toHaveURL(/\?screen=own$/)
    // The language is remembered.
    const welcome = translator('en')('queue:start.title', { office: officeName(portal, OFFICE) })
    await verifyOnPage(page, welcome, { language: 'en' })
  })
})

function ticketCount(portal: TestPortal): number {
  return inDatabase(portal, (database) =>
    Number(database.prepare('SELECT count(*) FROM tickets').pluck().get()),
  )
}

async function logIn(page: Page): Promise<void> {
  await page.goto('/nb/staff/queue/arrive')
  await page.getByRole('button', { name: 'Berit Bjørkelund' }).click()
  await isOn(page, t('queue:arrive.title'))
}

test('staff receive somebody by reference and somebody without an appointment', async ({ page, portal }) => {
  const reference = storedReference(portal, await appointmentNow(portal))
  const tomorrow = storedReference(portal, await aCitizen(portal).book(OFFICE))
  await logIn(page)
  for (const language of ['nn', 'en', 'nb'] satisfies Language[]) {
    await page.goto(`/${language}/staff/queue/arrive`)
    await verifyOnPage(page, translator(language)('queue:arrive.title'), { language, service: 'staff' })
  }
  const field = page.getByLabel(t('queue:arrive.code'))
  const checkIn = page.getByRole('button', { name: t('queue:arrive.checkIn') })
  await field.fill('AAA AAA AAA')
  await checkIn.click()
  await verifyOnPage(page, t('queue:arrive.title'), { service: 'staff', failed: true })
  await field.fill(tomorrow)
  await checkIn.click()
  await expect(page.getByRole('alert')).toContainText(/kl\. \d\d\.\d\d/)
  await field.fill(inGroups(reference).toLowerCase())
  await checkIn.click()
  await expect(page.getByRole('alert')).toHaveText(/^Nummeret er A\d+\./)
  await verifyOnPage(page, t('queue:arrive.title'), { service: 'staff' })
  await page.getByLabel(t('queue:arrive.service')).selectOption('report')
  await page.getByLabel(t('queue:need.interpreter')).check()
  await page.getByRole('button', { name: t('queue:arrive.give') }).click()
  await expect(page.getByRole('alert')).toHaveText(/^Nummeret er H\d+\./)
  await expect(page.getByRole('button', { name: t('queue:arrive.print') })).toBeVisible()
  await page.getByRole('link', { name: t('queue:arrive.book') }).click()
  await isOn(page, t('passport:who.title'))
})
