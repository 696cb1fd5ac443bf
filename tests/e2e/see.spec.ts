import { expect, type Locator, type Page } from '@playwright/test'
import { formatWeekday } from '#app/i18n/format-words.ts'
import { translator, type Translate } from '#app/i18n/i18n.ts'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { clickThrough } from './support/arrive.ts'
import { officeName } from './support/database.ts'
import { OFFICES } from './support/offices.ts'
import { verifyServedPage } from './support/served-page.ts'
import { test } from './support/test.ts'
import { verifyAxe, verifyOnPage } from './support/verify-on-page.ts'

// Everything here has to work as it is served, on the smallest of phones. Only axe needs script; the pages have none.
test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })

const t = translator('nb')
const LILLEHAMMER = 'post-2615'
const HERE = '2615 Lillehammer'
const EVENING = { hours: 'evening' }

type Parameters = Record<string, string | readonly string[]>

function pathOf(page: 'office' | 'time', parameters: Parameters, language: Language = 'nb'): string {
  const search = new URLSearchParams({ person: '18+.passport' })
  for (const [name, values] of Object.entries(parameters)) {
    for (const value of [values].flat()) search.append(name, value)
  }
  return `/${language}/passport/book/${page}?${search}`
}

const listPath = (more: Parameters, language?: Language) =>
  pathOf('office', { at: LILLEHAMMER, ...more }, language)
const timePath = (office: string, more: Parameters = {}, language?: Language) =>
  pathOf('time', { at: LILLEHAMMER, office, ...more }, language)

for (const language of LANGUAGES) {
  test.describe(`in ${language}`, () => {
    test.use({ javaScriptEnabled: true })
    const said = translator(language)
    const onList = {
      language,
      service: 'passport',
      step: 3,
      title: said('passport:office.pageTitle'),
    } as const
    const onTimes = { ...onList, step: 4, title: said('passport:when.pageTitle') } as const
    const nearHere = said('passport:office.titleNear', { place: HERE })

    test('the list is whole with its filter open, narrowed, and narrowed to nothing', async ({ page }) => {
      await page.goto(listPath({}, language))
      await openFilter(page, said)
      await verifyOnPage(page, nearHere, onList)
      await page.goto(listPath({ ...EVENING, within: '100', weekday: ['1', '3'] }, language))
      await verifyOnPage(page, nearHere, onList)
      await page.goto(listPath({ ...EVENING, within: '25', weekday: '6' }, language))
      await verifyOnPage(page, nearHere, onList)
    })

    test('the list of the whole country names the places that nobody knows about', async ({ page }) => {
      await page.goto(pathOf('office', { at: 'country', weekday: '6' }, language))
      await page.getByText(said('see:map.asText')).click()
      await verifyOnPage(page, said('passport:office.titleCountry'), onList)
    })

    test('the times are whole with the picture of the days, with and without a filter', async ({
      page,
      portal,
    }) => {
      const heading = said('passport:when.title', { office: officeName(portal, OFFICES.large) })
      await page.goto(timePath(OFFICES.large, {}, language))
      await verifyOnPage(page, heading, onTimes)
      await page.goto(timePath(OFFICES.large, { ...EVENING, weekday: ['2', '4'] }, language))
      await verifyOnPage(page, heading, onTimes)
    })

    test('the times of a bus stop are whole with the weeks of the bus', async ({ page, portal }) => {
      await page.goto(timePath(OFFICES.bus, {}, language))
      const heading = said('passport:when.titleBus', { office: officeName(portal, OFFICES.bus) })
      await verifyOnPage(page, heading, onTimes)
    })
  })
}

test('the filter, the narrowed list and the times have names and large targets', async ({ page }) => {
  await page.goto(listPath({ ...EVENING, within: '100' }))
  await openFilter(page, t)
  await verifyServedPage(page)
  await page.goto(timePath(OFFICES.large, EVENING))
  await verifyServedPage(page)
  await page.goto(timePath(OFFICES.bus))
  await verifyServedPage(page)
})

test('a person asks for evenings on two days, sees them in the list and at the office, and goes back', async ({
  page,
}) => {
  await page.goto(listPath({}))
  await openFilter(page, t)
  await mark(page.getByLabel(t('see:filter.within', { distance: '100 km' })))
  await mark(page.getByLabel(t('see:filter.evening', { time: '16.00' })))
  for (const weekday of [1, 3]) await mark(page.getByLabel(formatWeekday(weekday, 'nb', 'long')))
  await clickThrough(page.getByRole('button', { name: t('see:filter.submit') }))

  const rows = page.getByRole('region', { name: t('see:chosen.list') }).getByRole('link')
  await expect(page.getByText(t('see:chosen.fits', { count: await rows.count() }))).toBeVisible()
  for (const time of await rows.locator('time').all())
    await expectEvening(time.getAttribute('datetime'), [1, 3])

  await clickThrough(rows.filter({ hasText: 'Lillehammer' }))
  await expect(page.getByText(/^Viser bare kveldstid fra kl\. 16\.00, mandag og onsdag\.$/)).toBeVisible()
  const starts = page.getByRole('radio')
  expect(await starts.count()).toBeGreaterThan(0)
  for (const start of await starts.all()) {
    const tick = Number(await start.getAttribute('value'))
    await expectEvening(Temporal.Instant.fromEpochMilliseconds(tick * 300_000).toString(), [1, 3])
  }

  await page.getByRole('link', { name: t('common:back') }).click()
  await expect(page.getByRole('link', { name: /^Ta bort/ })).toHaveCount(4)
  await clickThrough(page.getByRole('link', { name: t('see:chosen.remove', { what: 'mandag og onsdag' }) }))
  const left = new URL(page.url()).searchParams
  expect([left.get('hours'), left.get('within'), left.has('weekday')]).toEqual(['evening', '100', false])
  await page.getByRole('link', { name: t('see:chosen.removeAll') }).click()
  await expect(page.getByRole('heading', { name: t('passport:office.all') })).toBeVisible()
})

test('the times of an office can all be shown again', async ({ page }) => {
  await page.goto(timePath(OFFICES.large, { ...EVENING, within: '50' }))
  await clickThrough(page.getByRole('link', { name: t('see:chosen.showAll') }))
  await expect(page.getByRole('radio', { name: /^(0\d|1[0-5])\.\d\d/ }).first()).toBeVisible()
  expect(new URL(page.url()).searchParams.get('within')).toBe('50')
})

test('an office without times that fit says so and shows where there are some', async ({ page }) => {
  await page.goto(timePath('innlandet-lillehammer', { ...EVENING, weekday: '1' }))
  await expect(page.getByText('Ingen kveldstimer på mandag.')).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  for (const time of await page.locator('main time').all()) {
    await expectEvening(time.getAttribute('datetime'), [1])
  }
})

test('when nothing fits the page says what one would find by asking for less', async ({ page }) => {
  await page.goto(listPath({ ...EVENING, within: '25', weekday: '6' }))
  const nothing = page.getByRole('region', { name: 'Ingen kveldstimer på lørdag innen 25 km' })
  await expect(nothing.getByText(/^Den tidligste er lørdag .+, \d+ km unna\.$/)).toBeVisible()
  const farther = nothing.getByRole('link', { name: t('see:none.without.distance') })
  const places = Number(/(\d+) sted/.exec((await farther.textContent()) ?? '')?.[1])
  await clickThrough(farther)
  await expect(page.getByText(t('see:chosen.fits', { count: places }))).toBeVisible()
  expect(new URL(page.url()).searchParams.has('within')).toBe(false)
})

test('a filter that makes no sense is none', async ({ page }) => {
  await page.goto(listPath({ hours: 'night', within: '26', weekday: ['0', '8', 'x'] }))
  await expect(page.getByText(t('see:chosen.title'))).toHaveCount(0)
  await expect(page.getByRole('heading', { name: t('passport:office.all') })).toBeVisible()
})

test('an office whose hours are made up says that they are not known, and stands apart from those that fit', async ({
  page,
}) => {
  await page.goto(pathOf('office', { at: 'country', weekday: '6', all: '1' }))
  const apart = page.getByRole('region', { name: t('see:unknown.weekdays') }).getByRole('link')
  await expect(apart).toHaveCount(18)
  await expect(apart.filter({ hasText: t('see:unknown.hours') })).toHaveCount(18)
  const fitting = page.getByRole('region', { name: t('see:chosen.list') }).getByRole('link')
  await expect(fitting.filter({ hasText: t('see:unknown.hours') })).toHaveCount(0)
  await page.goto(timePath(OFFICES.withoutAddress))
  await expect(page.getByText(t('see:unknown.office'))).toBeVisible()
})

test('a distance to a place of which only the town is known is about right', async ({ page }) => {
  await page.goto(listPath({ all: '1' }))
  const rows = page.getByRole('region', { name: t('passport:office.all') }).getByRole('link')
  await expect(rows.filter({ hasText: 'Koppang' })).toContainText('omtrent 59 km')
  await expect(rows.filter({ hasText: 'Hamar' })).not.toContainText('omtrent')
})

test('each day of the picture that has times leads to as many as it says', async ({ page }) => {
  await page.goto(timePath(OFFICES.small))
  const picture = page.getByRole('region', { name: t('see:fill.title') })
  await expect(picture.getByRole('listitem')).toHaveCount(14)
  await expect(picture.getByRole('listitem').filter({ hasText: /lørdag .+: stengt/ })).toHaveCount(2)
  const day = picture.getByRole('link').first()
  const words = (await day.textContent()) ?? ''
  const [, name = '', free = ''] = /(\p{L}+ \d+\. \p{L}+): (\d+) ledige? av \d+ timer/u.exec(words) ?? []
  await clickThrough(day)
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(Number(free))
  await expect(picture.locator('[aria-current=date]')).toContainText(name)
})

test('a day without free times says so, and shows the next that have some', async ({ page }) => {
  // A Sunday: nothing is open.
  await page.goto(timePath(OFFICES.large, { day: '2026-11-29' }))
  await expect(page.getByText('Ingen ledige timer søndag 29. november. Her er de neste.')).toBeVisible()
  expect(await page.getByRole('radio').count()).toBeGreaterThan(0)
})

test('where no time that fits is near, that is said of those that fit only', async ({ page }) => {
  await page.goto(listPath({ ...EVENING, weekday: '6' }))
  await expect(
    page.getByText('Ingen kveldstimer på lørdag innen 50 km. Under ser du de nærmeste.'),
  ).toBeVisible()
})

test('the weeks of a bus lead to the times at its other stops', async ({ page, portal }) => {
  await page.goto(timePath(OFFICES.bus))
  const strip = page.getByRole('region', { name: t('see:bus.title') })
  await expect(strip.getByText(t('see:bus.here'))).toHaveCount(1)
  await expect(strip.getByText(t('see:bus.made'))).toBeVisible()
  const here = officeName(portal, OFFICES.bus)
  const other = strip.getByRole('link').filter({ hasNotText: here }).last()
  const name = (await other.textContent()) ?? ''
  await clickThrough(other)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('passport:when.titleBus', { office: name }),
  )
  expect(new URL(page.url()).searchParams.get('day')).toMatch(/^\d{4}-\d\d-\d\d$/)
})

test('a bus stop in the list says where its bus is', async ({ page }) => {
  await page.goto(listPath({}))
  const stop = page.getByRole('link').filter({ hasText: 'Koppang' })
  await expect(stop).toContainText(/Bussen denne uken: .+\. Neste uke: .+\./)
})

test('the map has the numbers of the rows, none over another, and says in words where each lies', async ({
  page,
}) => {
  await page.goto(listPath({ at: 'post-1337' }))
  const map = page.getByRole('img', { name: t('passport:map.label', { count: 10 }) })
  const rows = page.getByRole('region', { name: t('passport:office.all') }).locator('.map-number')
  expect((await map.locator('text').allTextContents()).toSorted()).toEqual(
    (await rows.allTextContents()).toSorted(),
  )
  await page.getByText(t('see:map.asText')).click()
  const words = page.locator('.map ol li')
  await expect(words).toHaveCount(10)
  await expect(words.last()).toHaveText(
    /: (omtrent )?\d+ km mot (nord|sør|øst|vest|nordøst|nordvest|sørøst|sørvest)$/,
  )
  expect(await coveredNumbers(page)).toEqual([])
  expect(await smallestNumber(page)).toBeGreaterThanOrEqual(11)
})

test.describe('with colours of one’s own', () => {
  test.use({ javaScriptEnabled: true, forcedColors: 'active' })

  test('the pictures stay whole, and a bar is told from its room', async ({ page }) => {
    for (const path of [listPath(EVENING), timePath(OFFICES.large), timePath(OFFICES.bus)]) {
      await page.goto(path)
      await verifyAxe(page)
    }
    const [taken, room] = await page.evaluate(() =>
      ['.bar-taken', '.bar-room'].map((bar) => {
        const element = document.querySelector(bar)
        return element && getComputedStyle(element).fill
      }),
    )
    expect(taken).not.toBe(room)
  })
})

/** Opens the filter. Seen on a very slow machine: a click that came while the page was still being laid out opened nothing. */
async function openFilter(page: Page, said: Translate): Promise<void> {
  const submit = page.getByRole('button', { name: said('see:filter.submit') })
  await expect(async () => {
    if (!(await submit.isVisible())) await page.getByText(said('see:filter.summary')).click()
    await expect(submit).toBeVisible({ timeout: 1_000 })
  }).toPass()
}

/** By its key: a press with the mouse misses, rarely, where the page has just grown and no script can tell. */
async function mark(choice: Locator): Promise<void> {
  await choice.press('Space')
  await expect(choice).toBeChecked()
}

async function expectEvening(moment: string | null | Promise<string | null>, weekdays: number[]) {
  const clock = Temporal.Instant.from((await moment) ?? '').toZonedDateTimeISO('Europe/Oslo')
  expect(clock.hour, clock.toString()).toBeGreaterThanOrEqual(16)
  expect(weekdays).toContain(clock.dayOfWeek)
}

/** Numbers of the map that lie under another mark. */
function coveredNumbers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const marks = [...document.querySelectorAll('.map-office')].map((mark) => mark.getBoundingClientRect())
    return marks.flatMap((one, index) =>
      marks.slice(index + 1).flatMap((other) => {
        const apart = Math.hypot(one.x - other.x, one.y - other.y)
        return apart < one.width * 0.95 ? [`${index}: ${apart} of ${one.width}`] : []
      }),
    )
  })
}

/** The height of the numbers of the map, in CSS pixels. */
function smallestNumber(page: Page): Promise<number> {
  return page.evaluate(() => {
    const picture = document.querySelector('.map svg')
    const number = picture?.querySelector('text')
    if (!(picture instanceof SVGSVGElement) || !number) return 0
    const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width
    return parseFloat(getComputedStyle(number).fontSize) * scale
  })
}
