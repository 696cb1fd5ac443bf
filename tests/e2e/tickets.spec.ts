import { expect, type Locator } from '@playwright/test'
import { finish, markNoShow, startServing } from '#app/domain/queue/actions/serve.ts'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'
import { verifyServedPage } from './support/served-page.ts'
import { QUEUE_OFFICES } from './support/queue-offices.ts'
import { test } from './support/test.ts'

const t = translator('nb')
const service = 'tickets'

/** Bokmål is looked at in light colours, nynorsk in dark ones, English as a browser comes. */
const COLOURS = { nb: 'light', nn: 'dark', en: 'no-preference' } as const

for (const language of LANGUAGES) {
  test.describe(`in ${language}`, () => {
    test.use({ colorScheme: COLOURS[language] })
    const said = translator(language)
    const office = QUEUE_OFFICES.ticket[language]

    test('the page of a ticket: waiting, a form that lacks something, called', async ({ page, hand }) => {
      await hand.openCounters(office)
      await hand.take(office)
      const secret = await hand.take(office, { language, needs: ['interpreter'] })
      await page.goto(`/${language}/tickets/${secret}`)
      const first = said('tickets:waiting.next')
      // Who needs help goes first.
      await verifyOnPage(page, first, { language, service })
      await page.getByRole('checkbox', { name: said('queue:need.interpreter') }).uncheck()
      await page.getByRole('button', { name: said('tickets:help.submit') }).click()
      await expect(page.getByRole('alert').getByRole('link')).toHaveText(
        said('validation:helpNeeds.required'),
      )
      await verifyOnPage(page, first, { language, service, failed: true })

      await hand.announceDelay(office, 20)
      await hand.callNext(office)
      const called = said('tickets:called.title', { counter: 1 })
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(called)
      await page.goto(`/${language}/tickets/${secret}`)
      await verifyOnPage(page, called, { language, service })
    })
  })
}

test('each state of a ticket says what it means and what can be done', async ({ page, hand }) => {
  test.setTimeout(90_000)
  const office = QUEUE_OFFICES.states
  await hand.openCounters(office)
  const secret = await hand.take(office)
  const path = `/nb/tickets/${secret}`
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const told = page.getByRole('alert').filter({ hasText: /\p{L}/u })

  await page.goto(path)
  await press(t('tickets:sayLate.submit'))
  await expect(told).toContainText(t('tickets:told.late'))
  await verifyOnPage(page, t('tickets:late.title'), { service })
  await press(t('tickets:back.submit'))
  await expect(told).toContainText(t('tickets:told.back'))
  await isOn(page, t('tickets:waiting.next'))

  await page.getByRole('checkbox', { name: t('queue:need.hearing') }).check()
  await press(t('tickets:help.submit'))
  await expect(told).toContainText(t('tickets:told.help'))
  await expect(page.getByText(/Vi har sagt fra at du trenger hjelp: hjelp til å høre\./)).toBeVisible()
  await verifyOnPage(page, t('tickets:waiting.next'), { service })
  await press(t('tickets:help.remove'))
  await expect(told).toContainText(t('tickets:told.no-help'))

  await press(t('tickets:leave.submit'))
  await expect(page.getByText(t('tickets:left.undo'))).toBeVisible()
  await verifyOnPage(page, t('tickets:left.title'), { service })
  await press(t('tickets:back.undo'))
  await isOn(page, t('tickets:waiting.next'))

  await hand.callNext(office)
  await isOn(page, t('tickets:called.title', { counter: 1 }))
  await hand.act(office, 1, markNoShow)
  await isOn(page, t('tickets:no-show.title'))
  await verifyOnPage(page, t('tickets:no-show.title'), { service })

  const another = await hand.take(office)
  await page.goto(`/nb/tickets/${another}`)
  await hand.callNext(office)
  await hand.act(office, 1, startServing)
  await isOn(page, t('tickets:serving.title', { counter: 1 }))
  await verifyOnPage(page, t('tickets:serving.title', { counter: 1 }), { service })
  await hand.act(office, 1, (state, counter) => finish(state, counter, 'solved'))
  await isOn(page, t('tickets:finished.title'))
  await verifyOnPage(page, t('tickets:finished.title'), { service })

  const parked = await hand.take(office)
  await page.goto(`/nb/tickets/${parked}`)
  await hand.setNewest(office, { status: 'parked', parkReason: 'fetches-document' })
  await isOn(page, t('tickets:parked.title'))
  await verifyOnPage(page, t('tickets:parked.title'), { service })
  await hand.setNewest(office, { status: 'closed' })
  await isOn(page, t('tickets:closed.title'))
  await verifyOnPage(page, t('tickets:closed.title'), { service })
  await hand.setNewest(office, { day: '2026-11-20' })
  await page.reload()
  await verifyOnPage(page, t('tickets:over.title'), { service })

  const unknown = await page.goto(`/nb/tickets/${'u'.repeat(22)}`)
  expect(unknown?.status()).toBe(404)
  await verifyOnPage(page, t('errors:unknownTicket.title'))
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })

  test('one can do everything, and turn on that the page comes again by itself', async ({ page, hand }) => {
    const office = QUEUE_OFFICES.withoutScript
    await hand.openCounters(office)
    const secret = await hand.take(office)
    await page.goto(`/nb/tickets/${secret}`)
    await verifyServedPage(page, { modules: ['ticket-live'] })
    await expect(page.getByRole('button', { name: t('tickets:sound.on') })).toHaveCount(0)
    expect(await page.locator('meta[http-equiv]').count()).toBe(0)

    const follow = async (name: string) => {
      const answering = page.waitForResponse((response) => response.url().includes('/tickets/'))
      await page.getByRole('link', { name, exact: true }).click()
      return (await answering).headerValue('Refresh')
    }
    expect(await follow(t('tickets:refreshOn'))).toBe('30')
    expect(await follow(t('tickets:refresh'))).toBe('30')
    expect(await follow(t('tickets:refreshOff'))).toBeNull()

    await page.getByRole('button', { name: t('tickets:leave.submit') }).click()
    await isOn(page, t('tickets:left.title'))
    await verifyServedPage(page, { modules: ['ticket-live'] })
    await page.getByRole('button', { name: t('tickets:back.undo') }).click()
    await isOn(page, t('tickets:waiting.next'))
  })
})

test('a page that is open is told of each change, and nothing moves under the finger', async ({
  page,
  hand,
}) => {
  const office = QUEUE_OFFICES.live
  await hand.openCounters(office, [1, 2])
  await hand.take(office)
  const secret = await hand.take(office)
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(`/nb/tickets/${secret}`)
  await isOn(page, t('tickets:waiting.ahead', { count: 1 }))
  const need = page.getByRole('checkbox', { name: t('queue:need.hearing') })
  await need.focus()
  await need.check()
  const before = await topOf(need)
  const alert = page.locator('[data-live-alert]')
  await expect(alert).toHaveText('')

  await hand.callNext(office, 1)
  await isOn(page, t('tickets:waiting.next'))
  await expect(page).toHaveTitle(new RegExp(t('tickets:waiting.next')))
  await expect(need).toBeFocused()
  await expect(need).toBeChecked()

  await hand.callNext(office, 2)
  await isOn(page, t('tickets:called.title', { counter: 2 }))
  await expect(alert).toHaveText(new RegExp(`^${t('tickets:called.title', { counter: 2 })}\\.`))
  await expect(need).toBeFocused()
  // Parts above have gone, so it is not the page that stands still but what is looked at.
  expect(Math.abs((await topOf(need)) - before)).toBeLessThanOrEqual(2)
  await expect(alert).toBeInViewport()
})

test('a page that is never told anything says from when it is', async ({ page, hand }) => {
  const secret = await hand.take(QUEUE_OFFICES.live)
  await page.route('**/live', (route) => route.abort())
  await page.goto(`/nb/tickets/${secret}`)
  await expect(page.locator('[data-live-stale]')).toHaveText(/ \d\d\.\d\d\. /)
})

test('sound is turned on by a press, and a call sounds and shakes', async ({ page, hand }) => {
  const office = QUEUE_OFFICES.sound
  await hand.openCounters(office)
  const secret = await hand.take(office)
  await page.addInitScript(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function startHeard(when) {
      heard.push('tone')
      start.call(this, when)
    }
    Object.defineProperty(navigator, 'vibrate', { value: () => heard.push('shake') })
  })
  const heard = () => page.evaluate<string[]>('window.heard.splice(0)')
  await page.goto(`/nb/tickets/${secret}`)
  const button = page.getByRole('button', { name: t('tickets:sound.on') })
  await button.click()
  const off = page.getByRole('button', { name: t('tickets:sound.off') })
  await expect(off).toHaveAttribute('aria-pressed', 'true')
  expect(await heard()).toEqual(['tone', 'tone', 'tone', 'shake'])

  await hand.callNext(office)
  await isOn(page, t('tickets:called.title', { counter: 1 }))
  expect(await heard()).toEqual(['tone', 'tone', 'tone', 'shake'])
})

async function topOf(element: Locator): Promise<number> {
  return (await element.boundingBox())?.y ?? NaN
}
