import assert from 'node:assert/strict'
import test, { after, before, describe } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { aCitizen } from '#tests/e2e/support/citizen.ts'
import { OFFICES } from '#tests/e2e/support/offices.ts'
import { rawRequest } from '#tests/e2e/support/raw-request.ts'
import { logIn } from '#tests/support/log-in.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'

// What holds for every answer of the portal, and what must never stand in one (docs/asvs.md).

describe('Whatever the portal answers', () => {
  let portal: TestPortal
  before(async () => {
    portal = await startPortal({ env: { LOG_LEVEL: 'info' } })
  })
  after(() => portal.stop())

  const asked: [
    what: string,
    path: string,
    how: { method?: string; headers?: Record<string, string> },
    status: number,
  ][] = [
    ['a page', '/nb', {}, 200],
    ['a page that is not there', '/nb/nowhere', {}, 404],
    ['an address that nobody has', '/nowhere', {}, 404],
    ['a way on', '/', {}, 302],
    ['data', '/nb/passport/places.json?typed=Os', {}, 200],
    ['a file', '/favicon.svg', {}, 200],
    ['a file that is not there', '/assets/nothing.js', {}, 404],
    ['a sign of life', '/healthz', {}, 200],
    ['a sign of being ready', '/readyz', {}, 200],
    ['a method that we do not take', '/nb', { method: 'TRACE' }, 405],
    [
      'a form from elsewhere',
      '/nb/passport/book/who',
      { method: 'POST', headers: { Origin: 'https://evil.example' } },
      403,
    ],
    ['a broken address', '/nb/%', {}, 400],
    ['the login', '/nb/login', {}, 302],
    ['a page of staff without a login', '/nb/staff', {}, 302],
  ]
  for (const [what, path, how, status] of asked) {
    test(`it lies in no frame, says what it is and no more, and tells no other site: ${what}`, async () => {
      const answer = await rawRequest(portal.url + path, how)
      const header = (name: string) => String(answer.headers[name] ?? '')
      assert.equal(answer.status, status)
      for (const directive of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"]) {
        assert.ok(header('content-security-policy').includes(directive), directive)
      }
      assert.equal(header('x-content-type-options'), 'nosniff')
      assert.equal(header('referrer-policy'), 'same-origin')
      assert.equal(header('access-control-allow-origin'), '')
      assert.equal(header('x-powered-by') + header('server'), '')
      if (/^text\//.test(header('content-type'))) assert.match(header('content-type'), /charset=utf-8/i)
      if (answer.body !== '') assert.notEqual(header('content-type'), '')
    })
  }

  test('no way out of the folder of files leads to another file', async () => {
    for (const path of [
      '/../package.json',
      '/assets/../../../package.json',
      '/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/assets/..%5c..%5cpackage.json',
      '/assets/....//....//package.json',
      '/.git/config',
      '/.env',
      '/package.json',
      '/server.ts',
      '/assets/',
      '/nb/demo/messages/..%2f..%2fportal.db',
    ]) {
      const { status, body } = await rawRequest(portal.url + path, {})
      assert.ok(status >= 400 && status < 500, `${status} ${path}`)
      assert.doesNotMatch(body, /forste-kontakt"|\[core\]|Index of/, path)
    }
  })

  test('a page that failed says nothing of the code, the query or what was typed', async () => {
    const hold = await aCitizen(portal).hold(OFFICES.large)
    const database = new Database(portal.databaseUrl.slice('file:'.length))
    database.exec('ALTER TABLE appointment_people RENAME COLUMN name TO name_elsewhere')
    const answer = await rawRequest(`${portal.url}/nb/passport/book/${hold}/contact`, {})
    database.exec('ALTER TABLE appointment_people RENAME COLUMN name_elsewhere TO name')
    database.close()
    assert.equal(answer.status, 500)
    assert.doesNotMatch(answer.body, /select |SqliteError|no such column|at \w+ \(|node_modules|\.ts:\d+/i)
  })

  test('what somebody wrote of themselves never stands in an address', async () => {
    const citizen = aCitizen(portal)
    const hold = await citizen.hold(OFFICES.large)
    const fields = {
      ...{
        'name-1': 'Canarynordmann',
        email: 'canary@example.org',
        mobile: '40000000',
        messageLanguage: 'nb',
      },
    }
    for (const [path, more] of [
      [`/nb/passport/book/${hold}/contact`, fields],
      [`/nb/passport/book/${hold}/review`, {}],
      ['/nb/appointments', { reach: fields.email, email: fields.email, contact: fields.email }],
    ] as const) {
      const { status, headers } = await citizen.post(path, more)
      assert.ok(status < 500, path)
      assert.doesNotMatch(headers.get('Location') ?? '', /canary|40000000/i, path)
    }
  })

  test('files that it hands out have names of ours', async () => {
    const secret = await aCitizen(portal).book(OFFICES.large)
    const { headers } = await fetch(`${portal.url}/nb/appointments/${secret}/calendar.ics?filename=evil.exe`)
    assert.equal(headers.get('Content-Disposition'), 'attachment; filename="appointment.ics"')
  })

  test('who is refused for lack of a role is in the log, with what and when and not who', async () => {
    const staff = await logIn(portal.url, { staff: 'staff-counter-baerum' })
    const refused = await staff.request(`${portal.url}/nb/staff/roles`)
    assert.equal(refused.status, 403)
    const id = refused.headers.get('X-Request-Id')
    // The line is written when the answer has gone out, which is about when it arrives.
    const find = () =>
      portal
        .log()
        .split('\n')
        .find((some) => some.includes(`"id":"${id}"`))
    for (let times = 0; times < 100 && !find(); times += 1) await wait(20)
    const line = find()
    const { time, route, status, method } = JSON.parse(line ?? '{}')
    assert.deepEqual([route, status, method], ['/:language/staff/roles', 403, 'GET'])
    assert.match(time, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    assert.doesNotMatch(line ?? '', /baerum/)
  })
})
