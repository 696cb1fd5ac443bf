import assert from 'node:assert/strict'
import test, { after, before, describe } from 'node:test'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { cachePolicy } from '#app/server/http-headers.ts'
import { drip } from '#tests/chaos/drip.ts'
import { guess } from '#tests/chaos/guess.ts'
import { aCitizen } from '#tests/e2e/support/citizen.ts'
import { OFFICES } from '#tests/e2e/support/offices.ts'
import { rawRequest } from '#tests/e2e/support/raw-request.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { servedRoutes } from '#tests/support/served-routes.ts'

// By the numbers of security.md. Those that need a browser are in tests/e2e/threats.spec.ts.

const GUESSES = 4_000
const DRIPPING = 300
const FORM = 'application/x-www-form-urlencoded'
const routes = await servedRoutes()

test(`Threat 5: of ${GUESSES} guesses of a link none hits, and soon all are refused, but not a neighbour's link`, async () => {
  const { wrong, statuses } = await guess({ requests: GUESSES })
  assert.deepEqual(wrong, [])
  assert.ok((statuses.get(404) ?? 0) <= 100, 'the limit is reached')
  assert.ok((statuses.get(429) ?? 0) > GUESSES / 2)
})

test(`Threat 10: ${DRIPPING} dripping sockets keep nobody waiting and are told 408`, async () => {
  const { wrong, p99 } = await drip({ sockets: DRIPPING })
  assert.deepEqual(wrong, [])
  assert.ok(p99 < 1_000)
})

describe('A portal that is attacked', () => {
  let portal: TestPortal
  let secret: string
  before(async () => {
    portal = await startPortal({ env: { LOG_LEVEL: 'debug' } })
    secret = await aCitizen(portal).book(OFFICES.large)
  })
  after(() => portal.stop())

  test('Threat 6: there are forms to attack', () => {
    assert.ok(routes.filter(({ hasAction }) => hasAction).length >= 10)
  })

  for (const route of routes.filter(({ hasAction }) => hasAction)) {
    for (const suffix of ['', '.data']) {
      test(`Threat 6: a form from elsewhere is refused: ${route.pattern}${suffix}`, async () => {
        const form = { 'Content-Type': FORM, 'Content-Length': '0' }
        const foreign: Record<string, string>[] = [
          { Origin: 'https://evil.example' },
          { Origin: 'null' },
          {},
          { Origin: portal.url, 'Sec-Fetch-Site': 'cross-site' },
          { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' },
        ]
        for (const headers of foreign) {
          const url = portal.url + route.path({ secret }) + suffix
          const { status } = await rawRequest(url, { method: 'POST', headers: { ...form, ...headers } })
          assert.equal(status, 403, JSON.stringify(headers))
        }
      })
    }
  }

  // What is not below a language is below one that we do not have.
  for (const route of routes.filter(({ pattern }) => pattern !== '/*')) {
    test(`Threat 15: nobody keeps what is personal: ${route.pattern}`, async () => {
      for (const suffix of ['', '.data']) {
        for (const path of [route.path({ secret }), route.path()].map((some) => some + suffix)) {
          const { headers, status } = await fetch(portal.url + path, { redirect: 'manual' })
          assert.ok(status < 500, path)
          assert.equal(headers.get('Cache-Control'), cachePolicy(route.pattern, { bringsLogin: false }), path)
          assert.equal(headers.get('Referrer-Policy'), 'same-origin')
        }
      }
    })
  }

  test('Threat 15: wherever the links of the front page lead, a page is public by its route or kept nowhere', async () => {
    const waiting = ['/nb', `/nb/appointments/${secret}`]
    const seen = new Set(waiting)
    for (let path = waiting.shift(); path && seen.size < 150; path = waiting.shift()) {
      const answer = await fetch(portal.url + path, { redirect: 'manual' })
      assert.ok(answer.status < 400, `${answer.status} ${path}`)
      // The way to the login leaves the portal.
      const leadsTo = answer.headers.get('Location')
      if (leadsTo?.startsWith('/') && !seen.has(leadsTo)) {
        seen.add(leadsTo)
        waiting.push(leadsTo)
      }
      const kept = answer.headers.get('Cache-Control') ?? ''
      const isPersonal = /\/(book|me|staff|login|demo)\b/.test(path) || path.includes(secret)
      if (isPersonal) assert.equal(kept, 'no-store', path)
      for (const [, href = ''] of (await answer.text()).matchAll(
        / href="(\/(?!assets|enhancements)[^"#]*)/g,
      )) {
        const next = href.replaceAll('&amp;', '&')
        if (!seen.has(next) && !/\.\w+$/.test(next)) {
          seen.add(next)
          waiting.push(next)
        }
      }
    }
    assert.ok(seen.size > 30)
  })

  test('Threat 16: any text is stored and shown as it is, and changes nothing else', async () => {
    const citizen = aCitizen(portal)
    const hold = await citizen.hold(OFFICES.large)
    const texts = fc.oneof(
      fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
      fc.constantFrom(
        "'; DROP TABLE appointments; --",
        "' OR '1'='1",
        '"; SELECT 1',
        '__proto__',
        '\\',
        '%',
        '$1',
        '?',
      ),
    )
    const rowsBefore = appointments(portal)
    await fc.assert(
      fc.asyncProperty(texts, async (name) => {
        const path = `/nb/passport/book/${hold}/contact`
        const fields = { 'name-1': name, email: 'kari@example.org', mobile: '', messageLanguage: 'nb' }
        const { status } = await citizen.post(path, fields)
        assert.ok(status === 302 || status === 400, `${status}`)
        for (const query of [
          `person=${encodeURIComponent(name)}&at=${encodeURIComponent(name)}`,
          `typed=${encodeURIComponent(name)}`,
        ]) {
          assert.ok((await citizen.get(`/nb/passport/book/where?${query}`)).status < 400)
        }
        const found = await citizen.get(`/nb/appointments/${encodeURIComponent(name)}`)
        assert.ok(found.status < 500)
      }),
      { numRuns: 60 },
    )
    assert.equal(appointments(portal), rowsBefore)
    const stored = "Robert'); DROP TABLE appointments;--"
    await citizen.giveContact(hold, { names: [stored] })
    const review = await (await citizen.get(`/nb/passport/book/${hold}/review`)).text()
    assert.ok(review.includes('Robert&#x27;); DROP TABLE appointments;--'))
  })

  test('Threat 16: keys of the prototype are fields like any other', async () => {
    const citizen = aCitizen(portal)
    const polluting = {
      ['__proto__']: 'polluted',
      'constructor.prototype.polluted': 'yes',
      '__proto__[age]': '18+',
      '__proto__.age': '18+',
    }
    for (const route of routes.filter(({ hasAction }) => hasAction)) {
      const query = new URLSearchParams(polluting)
      const { status } = await citizen.post(`${route.path()}?${query}`, polluting)
      assert.ok(status < 500, `${route.pattern}: ${status}`)
    }
    // What was posted answers nothing for those who come after.
    assert.equal((await citizen.post('/nb/passport/book/who', { document: 'passport' })).status, 400)
  })

  test('Threat 8: nothing that anybody typed is in the log, also when a query fails, and no line is broken', async () => {
    const canary = { number: '13897248022', mail: 'canary.nordmann@example.org', word: 'Canarynordmann' }
    const broken = `${canary.word}\r\n{"level":"fatal","msg":"forged"}`
    const all = `${canary.number} ${canary.mail} ${broken}`
    const citizen = aCitizen(portal)
    const send = async () => {
      for (const route of routes) {
        const written = encodeURIComponent(all)
        const query = ['person', 'at', 'typed', 'hold', 'change', 'told', canary.word].map(
          (name) => `${name}=${written}`,
        )
        const address = `${route.path({ secret: encodeURIComponent(canary.mail), '*': written })}?${query.join('&')}`
        const headers = {
          Cookie: `language=${canary.mail}; session=${canary.number}`,
          'User-Agent': `${canary.word} ${canary.mail}`,
          Referer: `https://example.org/${canary.number}`,
          'Accept-Language': canary.word,
          'X-Request-Id': canary.number,
          'X-Forwarded-For': canary.word,
        }
        await rawRequest(portal.url + address, { headers })
        await rawRequest(`${portal.url}${route.path({ secret })}?${query.join('&')}`, { headers })
        const fields = [
          'age',
          'document',
          'place',
          'start',
          'key',
          'name-1',
          'email',
          'mobile',
          'then',
          'change',
        ]
        await citizen.post(
          `${route.path({ secret })}?${query.join('&')}`,
          Object.fromEntries(fields.map((name) => [name, all])),
        )
      }
    }
    await send()
    const hold = await citizen.hold(OFFICES.anotherSmall)
    change(portal, 'ALTER TABLE appointment_people RENAME COLUMN name TO name_elsewhere')
    await send()
    const fields = { 'name-1': canary.word, email: canary.mail, mobile: '', messageLanguage: 'nb' }
    const { status } = await citizen.post(`/nb/passport/book/${hold}/contact`, fields)
    assert.equal(status, 500, 'a query failed')
    change(portal, 'ALTER TABLE appointment_people RENAME COLUMN name_elsewhere TO name')

    const log = portal.log()
    for (const trace of Object.values(canary)) assert.ok(!log.includes(trace), `the log holds ${trace}`)
    assert.doesNotMatch(log, /forged|@example/)
    assert.ok(!log.includes(secret) && !log.includes(hold), 'the log holds a secret')
    // What is said at the start: by us, and by the test provider's library.
    const start = /^(Listening on|Ready|Test logins|Metrics on|oidc-provider (NOTICE|WARNING))/
    const lines = log.split('\n').filter((line) => line !== '' && !start.test(line))
    const parsed = lines.map((line) => JSON.parse(line))
    assert.ok(parsed.filter(({ msg }) => msg === 'request').length > 100)
    assert.ok(parsed.some(({ level, error }) => level === 'error' && error.stack.length > 0))
    const names = new Set(parsed.flatMap((line) => Object.keys(line)))
    const allowed = [
      'level',
      'time',
      'msg',
      'id',
      'method',
      'route',
      'status',
      'milliseconds',
      'bytes',
      'language',
      'from',
      'refused',
      'isCutOff',
      'error',
    ]
    assert.deepEqual(
      [...names].filter((name) => !allowed.includes(name)),
      [],
    )
  })

  test('Threat 8: a page that failed gives the reference by which it is found in the log', async () => {
    const hold = await aCitizen(portal).hold(OFFICES.anotherSmall)
    change(portal, 'ALTER TABLE appointment_people RENAME COLUMN name TO name_elsewhere')
    const answer = await fetch(`${portal.url}/nb/passport/book/${hold}/contact`)
    change(portal, 'ALTER TABLE appointment_people RENAME COLUMN name_elsewhere TO name')
    const id = answer.headers.get('X-Request-Id') ?? ''
    assert.match(id, /^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
    assert.ok((await answer.text()).includes(id))
    assert.equal(answer.status, 500)
    assert.ok(portal.log().includes(`"id":"${id}"`))
  })
})

function appointments({ databaseUrl }: TestPortal): unknown {
  return inDatabase(databaseUrl, (database) =>
    database.prepare('SELECT count(*) FROM appointments').pluck().get(),
  )
}

function change({ databaseUrl }: TestPortal, sql: string): void {
  inDatabase(databaseUrl, (database) => database.exec(sql))
}

function inDatabase<T>(databaseUrl: string, work: (database: Database.Database) => T): T {
  const database = new Database(databaseUrl.slice('file:'.length), { timeout: 5_000 })
  try {
    return work(database)
  } finally {
    database.close()
  }
}
