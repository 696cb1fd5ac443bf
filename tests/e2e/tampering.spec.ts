import { expect } from '@playwright/test'
import { translator } from '#app/i18n/i18n.ts'
import { aCitizen, answersQuery } from './support/citizen.ts'
import { countAppointments } from './support/database.ts'
import { OFFICES } from './support/offices.ts'
import { rawRequest } from './support/raw-request.ts'
import { test } from './support/test.ts'
import { isOn, verifyOnPage } from './support/verify-on-page.ts'

const t = translator('nb')
const BOOK = '/nb/passport/book'
const PERSON = answersQuery()
const SECRET = 'a'.repeat(22)

/** An address that makes no sense, and the step it leads to: the first that has no answer. */
const TAMPERED = [
  ['where?', 'who'],
  ['where?person=200.passport', 'who'],
  ['where?person=18%2B.driving-licence', 'who'],
  ['where?person=18%2B', 'who'],
  ['where?person=', 'who'],
  ['where?person=5-9.passport', 'guardians'],
  ['where?person=5-9.passport..comes-along', 'guardians'],
  ['where?person=5-9.passport..comes-along_perhaps', 'guardians'],
  [`time?${PERSON}&person=0-4.passport..sole_sole&office=${OFFICES.small}`, 'guardians'],
  ['guardians?person=5-9', 'who'],
  [`guardians?${PERSON}`, 'where'],
  ['office?', 'who'],
  [`office?${PERSON}`, 'where'],
  [`office?${PERSON}&at=nowhere`, 'where'],
  [`office?${PERSON}&at=position-north,south`, 'where'],
  [`office?${PERSON}&at=post-0000`, 'where'],
  ['time?', 'who'],
  [`time?${PERSON}`, 'where'],
  [`time?${PERSON}&at=country&office=nowhere`, 'office'],
  [`time?${PERSON}&at=country&office=finnmark-kautokeino`, 'office'],
  [`time?${PERSON}&at=country&office=svalbard-sysselmesteren-pa-svalbard`, 'office'],
] as const

/** What is left out when it makes no sense, so that the page itself is shown. */
const IGNORED = [
  `who?person=200.passport.everything&hold=short`,
  `where?${PERSON}.everything&typed=${'x'.repeat(500)}`,
  `where?${PERSON}&typed=%00%01`,
  `where?${PERSON}&person=__proto__.constructor&person=..._.`,
  `where?${Array.from({ length: 200 }, () => PERSON).join('&')}`,
  `who?${PERSON}&edit=9`,
  `who?${PERSON}&edit=-1`,
  `guardians?${PERSON}&person=5-9.passport&each=maybe`,
  `time?${PERSON}&office=${OFFICES.small}&change=short`,
  `office?${PERSON}&at=position-99,999`,
  `office?${PERSON}&at=country&all=yes&all=no`,
  `time?${PERSON}&office=${OFFICES.small}&from=2026-02-30`,
  `time?${PERSON}&office=${OFFICES.small}&from=9999-12-31`,
  `time?${PERSON}&office=${OFFICES.small}&from=0000-01-01`,
  `time?${PERSON}&office=${OFFICES.small}&day=yesterday`,
  `time?${PERSON}&office=${OFFICES.small}&day=1999-01-01`,
  `time?${PERSON}&office=${OFFICES.small}&hold=${SECRET}`,
  `time?${PERSON}&office=${OFFICES.small}&hold=../../etc`,
  `time?${PERSON}&office=${OFFICES.small}&lost=abc&why=because`,
  `time?${PERSON}&office=${OFFICES.small}&lost=9999999`,
  `time?${PERSON}&office=${OFFICES.small}&lost=99999999&why=slot-passed`,
  `time?${PERSON}&office=${OFFICES.small}&lost=0000000`,
  `time?${PERSON}&office=${OFFICES.small}&at=nowhere`,
] as const

for (const [address, step] of TAMPERED) {
  test(`a tampered address leads to the first open step: ${address}`, async ({ page }) => {
    const answer = await page.goto(`${BOOK}/${address}`)
    expect(answer?.status()).toBe(200)
    expect(new URL(page.url()).pathname).toBe(`${BOOK}/${step}`)
  })
}

test('parts of an address that make no sense are left out', async ({ portal }) => {
  const citizen = aCitizen(portal)
  const answers = await Promise.all(
    IGNORED.map(async (path) => ({ path, status: (await citizen.get(`${BOOK}/${path}`)).status })),
  )
  const refused = answers.filter(({ status }) => status !== 200 && status !== 302 && status !== 400)
  expect(refused).toEqual([])
})

test('nothing that is posted to a step makes the portal fail', async ({ portal }) => {
  const citizen = aCitizen(portal)
  const before = countAppointments(portal)
  const { key, starts } = await citizen.timePage(OFFICES.small)
  const time = citizen.timePath(OFFICES.small)
  const posts: [string, Record<string, string>, number][] = [
    [`${BOOK}/who`, { age: '200', document: 'all' }, 400],
    [`${BOOK}/who`, { age: '18+', document: 'passport', need: 'everything' }, 302],
    [`${BOOK}/who?${PERSON}&edit=1000000`, { age: '18+', document: 'passport', then: 'everything' }, 302],
    [`${BOOK}/guardians?person=5-9.passport`, { first: 'grandmother', second: 'sole' }, 400],
    [`${BOOK}/where`, {}, 302],
    [`${BOOK}/where?${PERSON}`, { place: '\u0000' }, 400],
    [time, {}, 400],
    [time, { key, start: 'soon' }, 400],
    [time, { key, start: '1e300' }, 400],
    [time, { key: 'short', start: String(starts[0]) }, 400],
    [time, { key, start: '-1' }, 302],
    [time, { key, start: '99999999' }, 302],
    [time, { key, start: String(Number.MAX_SAFE_INTEGER) }, 302],
  ]
  for (const [path, fields, status] of posts) {
    expect((await citizen.post(path, fields)).status, JSON.stringify(fields)).toBe(status)
  }
  expect(countAppointments(portal) - before, 'nothing is held').toBe(0)
})

test('a link that opens nothing is an honest 404, wherever it is used', async ({ page, portal }) => {
  const citizen = aCitizen(portal)
  for (const path of [
    `/nb/appointments/${SECRET}`,
    `${BOOK}/${SECRET}/contact`,
    `${BOOK}/${SECRET}/receipt`,
  ]) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await isOn(page, t('errors:unknownAppointment.title'))
  }
  for (const path of [
    `/nb/appointments/${SECRET}`,
    `/nb/appointments/${SECRET}/cancel`,
    `${BOOK}/${SECRET}/review`,
    `${BOOK}/${SECRET}/more-time`,
  ]) {
    expect((await citizen.post(path, {})).status, path).toBe(404)
  }
  expect((await citizen.get(`/nb/appointments/${SECRET}/calendar.ics`)).status).toBe(404)
})

test('a link is not opened by its reference, its id or a part of it', async ({ portal }) => {
  const citizen = aCitizen(portal)
  const secret = await citizen.book(OFFICES.large)
  for (const guess of [secret.slice(0, 21), `${secret}a`, secret.toUpperCase(), '1']) {
    expect((await citizen.get(`/nb/appointments/${guess}`)).status, guess).toBe(404)
  }
})

test('a form that another site sends is turned away', async ({ portal }) => {
  const secret = await aCitizen(portal).holdWithContact(OFFICES.large)
  const path = `${portal.url}${BOOK}/${secret}/review`
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '0' }
  const foreign = [
    { ...form, Origin: 'https://example.com' },
    { ...form, Origin: 'null' },
    { ...form, Origin: portal.url, 'Sec-Fetch-Site': 'cross-site' },
    { ...form, Origin: portal.url, 'Sec-Fetch-Site': 'same-site' },
    { ...form, Origin: 'https://example.com', 'X-Forwarded-Host': 'example.com' },
    form,
  ]
  for (const headers of foreign) {
    const answer = await rawRequest(path, { method: 'POST', headers })
    expect(answer.status, JSON.stringify(headers)).toBe(403)
    expect(answer.body).toContain(t('errors:foreignPost.title'))
  }
})

test('the page for a form from another site is a whole page', async ({ page, portal }) => {
  const answer = await rawRequest(`${portal.url}/nn/passport/book/who`, {
    method: 'POST',
    headers: { Origin: 'https://example.com' },
  })
  await page.route('**/nn/from-elsewhere', (route) =>
    route.fulfill({ contentType: 'text/html', body: answer.body }),
  )
  await page.goto('/nn/from-elsewhere')
  await verifyOnPage(page, translator('nn')('errors:foreignPost.title'), { language: 'nn', shell: false })
})

test('what no browser sends gets a plain refusal', async ({ portal }) => {
  const form = { Origin: portal.url, 'Content-Type': 'application/x-www-form-urlencoded' }
  const ask = async (path: string, method: string, headers: Record<string, string>, body = '') =>
    (await rawRequest(portal.url + path, { method, headers, body })).status
  expect(await ask(`${BOOK}/who`, 'PUT', form)).toBe(405)
  expect(await ask(`${BOOK}/who`, 'DELETE', form)).toBe(405)
  expect(await ask(`${BOOK}/who`, 'POST', { ...form, 'Content-Type': 'application/json' }, '{}')).toBe(415)
  expect(await ask(`${BOOK}/who`, 'POST', { ...form, 'Content-Length': '70000' }, 'x'.repeat(70_000))).toBe(
    413,
  )
  expect(await ask('/nb/%', 'GET', {})).toBe(400)
  expect(await ask('/nb/%00', 'GET', {})).toBeLessThan(500)
  expect(await ask('/nb', 'GET', { Host: 'not a host' })).toBe(400)
  expect(await ask(BOOK, 'POST', { ...form, 'Content-Length': '0' })).toBeLessThan(500)
  expect(await ask('/nb', 'POST', { ...form, 'Content-Length': '0' })).toBeLessThan(500)
  expect(await ask('/nb/about-data', 'POST', { ...form, 'Content-Length': '0' })).toBeLessThan(500)
})

test('headers keep a page to itself', async ({ portal }) => {
  const citizen = aCitizen(portal)
  const secret = await citizen.book(OFFICES.large)
  const personal = [
    `/nb/appointments/${secret}`,
    `${BOOK}/${secret}/receipt`,
    `${BOOK}/who`,
    `/nb/appointments/${SECRET}`,
    // What is not known to be the same for everybody counts as personal.
    '/nb/nowhere',
  ]
  for (const path of ['/nb', ...personal]) {
    const { headers } = await citizen.get(path)
    const policy = headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('X-Powered-By')).toBeNull()
    expect(headers.get('Cache-Control'), path).toBe(
      personal.includes(path) ? 'no-store' : 'private, no-cache',
    )
  }
})

test('only the suggestions of places may be kept, and only by the browser', async ({ portal }) => {
  const { headers } = await aCitizen(portal).get('/nb/passport/places.json?typed=Tro')
  expect(headers.get('Cache-Control')).toBe('private, max-age=3600')
})

test('styles and modules are kept for ever under a name that changes with them', async ({ page }) => {
  const kept: (string | null)[] = []
  page.on('response', (response) => {
    if (/^\/(assets|enhancements)\//.test(new URL(response.url()).pathname)) {
      kept.push(response.headers()['cache-control'] ?? null)
    }
  })
  await page.goto(`${BOOK}/where?${PERSON}`)
  expect(kept.length).toBeGreaterThan(1)
  expect(new Set(kept)).toEqual(new Set(['public, max-age=31536000, immutable']))
})
