import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import test, { after, before, describe } from 'node:test'
import Database from 'better-sqlite3'
import { translator } from '#app/i18n/i18n.ts'
import { fetchBrowser } from '#tests/support/fetch-browser.ts'
import { freePort } from '#tests/support/free-port.ts'
import { choose, logIn, toChooser } from '#tests/support/log-in.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'

const ADULT = { citizen: 'adult' }
const COUNTER = { staff: 'staff-counter-baerum' }
const SESSION = 'forste-kontakt-citizen'

describe('The login, attacked over HTTP with a real provider', () => {
  let portal: TestPortal
  before(async () => {
    portal = await startPortal()
  })
  after(() => portal.stop())

  function countSessions(): number {
    const database = new Database(portal.databaseUrl.slice('file:'.length), { readonly: true })
    try {
      return Number(database.prepare('SELECT count(*) FROM sessions').pluck().get())
    } finally {
      database.close()
    }
  }

  function countRefused(): number {
    const database = new Database(portal.databaseUrl.slice('file:'.length), { readonly: true })
    try {
      const count = (table: string) =>
        Number(database.prepare(`SELECT count(*) FROM ${table} WHERE action = 'login-refused'`).pluck().get())
      return count('audit_waiting') + count('audit_entries')
    } finally {
      database.close()
    }
  }

  async function failsWith(browser: ReturnType<typeof fetchBrowser>, address: string, why: string) {
    const before = countSessions()
    const answer = await browser.open(address)
    assert.equal(new URL(answer.finalUrl).searchParams.get('why'), why, answer.finalUrl)
    assert.ok(answer.status < 500)
    assert.equal(countSessions(), before)
  }

  test('Threat 12: the answer of the provider is used once; a hundred more times it opens nothing', async () => {
    const browser = fetchBrowser()
    const callback = await choose(browser, await toChooser(browser, `${portal.url}/nb/me`), ADULT)
    assert.equal(new URL((await browser.open(callback)).finalUrl).pathname, '/nb/me')
    for (let time = 0; time < 100; time += 1) await failsWith(browser, callback, 'unknown-attempt')
  })

  test('Threat 12: the answer opens nothing in another browser', async () => {
    const victim = fetchBrowser()
    const attacker = fetchBrowser()
    const callback = await choose(attacker, await toChooser(attacker, `${portal.url}/nb/me`), ADULT)
    await failsWith(victim, callback, 'unknown-attempt')
    await toChooser(victim, `${portal.url}/nb/me`)
    await failsWith(victim, callback, 'unknown-attempt')
  })

  test('Threat 12: an answer of one provider is none at the door of the other', async () => {
    for (const [who, begin, other] of [
      [ADULT, '/nb/me', '/login/staff/callback'],
      [COUNTER, '/nb/staff', '/login/citizen/callback'],
    ] as const) {
      const browser = fetchBrowser()
      const callback = new URL(await choose(browser, await toChooser(browser, portal.url + begin), who))
      callback.pathname = other
      await failsWith(browser, callback.href, 'unknown-attempt')
    }
  })

  test('Threat 12: an answer whose issuer, code or state was changed is refused', async () => {
    for (const change of [
      { iss: 'http://127.0.0.1:1/citizen' },
      { code: 'another' },
      { code: '' },
      { error: 'server_error' },
    ]) {
      const browser = fetchBrowser()
      const callback = new URL(await choose(browser, await toChooser(browser, `${portal.url}/nb/me`), ADULT))
      for (const [name, value] of Object.entries(change)) callback.searchParams.set(name, value)
      await failsWith(browser, callback.href, 'refused')
    }
    const browser = fetchBrowser()
    const callback = new URL(await choose(browser, await toChooser(browser, `${portal.url}/nb/me`), ADULT))
    callback.searchParams.set('state', 'x'.repeat(43))
    await failsWith(browser, callback.href, 'unknown-attempt')
  })

  test('Threat 12: a lower level than was asked for is refused', async () => {
    const browser = fetchBrowser()
    const begun = await browser.request(`${portal.url}/nb/login?level=high&to=/nb/me`)
    const asked = new URL(begun.headers.get('Location') ?? '')
    asked.searchParams.set('acr_values', 'idporten-loa-substantial')
    const callback = await choose(browser, await toChooser(browser, asked.href), ADULT)
    await failsWith(browser, callback, 'level-too-low')
    assert.ok(countRefused() > 0)
  })

  test('Threat 12: a cookie that was planted before the login is worth nothing after it', async () => {
    const planted = 'p'.repeat(43)
    const browser = fetchBrowser()
    browser.setCookie(SESSION, planted)
    await logIn(portal.url, ADULT, browser)
    assert.notEqual(browser.cookie(SESSION), planted)
    const attacker = fetchBrowser()
    attacker.setCookie(SESSION, planted)
    assert.equal((await attacker.request(`${portal.url}/nb/me`)).status, 302)
  })

  test('Threat 12: after a step-up the id of before opens nothing', async () => {
    const browser = await logIn(portal.url, ADULT)
    const before = browser.cookie(SESSION) ?? ''
    const chooser = await toChooser(browser, `${portal.url}/nb/me/data.json`)
    // Not to the file itself, which would leave the provider's page on the screen.
    const back = await browser.open(await choose(browser, chooser, ADULT))
    assert.equal(back.finalUrl, `${portal.url}/nb/me?data=ready`)
    assert.ok((await back.text()).includes(translator('nb')('me:stored.ready')))
    const data = await browser.open(`${portal.url}/nb/me/data.json`)
    assert.equal(data.headers.get('Content-Type'), 'application/json; charset=utf-8')
    assert.notEqual(browser.cookie(SESSION), before)
    const old = fetchBrowser()
    old.setCookie(SESSION, before)
    assert.equal((await old.request(`${portal.url}/nb/me`)).status, 302)
  })

  test('Threat 13: who has logged out has no session any more, here or everywhere', async () => {
    const [phone, desk] = [await logIn(portal.url, ADULT), await logIn(portal.url, ADULT)]
    const cookies = [phone, desk].map((browser) => browser.cookie(SESSION) ?? '')
    const out = await phone.request(`${portal.url}/nb/logout`, {
      ...{ method: 'POST', body: new URLSearchParams({ everywhere: 'yes' }) },
    })
    // What lies in the browser goes too: a page that Back would show.
    assert.equal(out.headers.get('Clear-Site-Data'), '"cache", "storage"')
    for (const cookie of cookies) {
      const old = fetchBrowser()
      old.setCookie(SESSION, cookie)
      assert.equal((await old.request(`${portal.url}/nb/me`)).status, 302)
    }
  })

  test('Threat 13: a link to the logout logs nobody out', async () => {
    const browser = await logIn(portal.url, ADULT)
    await browser.request(`${portal.url}/nb/logout`)
    assert.equal((await browser.request(`${portal.url}/nb/me`)).status, 200)
  })

  test('Threat 11: whatever the address says, one comes back to a page of the portal', async () => {
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', '/nb/..//evil.example']) {
      const browser = fetchBrowser()
      const begin = `${portal.url}/nb/login?${new URLSearchParams({ to })}`
      const callback = await choose(browser, await toChooser(browser, begin), ADULT)
      const landed = await browser.open(callback)
      assert.equal(landed.finalUrl, `${portal.url}/nb/me`)
    }
  })

  test('Threat 2: a role that is taken away is gone at the next request', async () => {
    const browser = await logIn(portal.url, COUNTER)
    const page = () => browser.request(`${portal.url}/nb/staff`)
    assert.equal((await page()).status, 200)
    const database = new Database(portal.databaseUrl.slice('file:'.length))
    database.prepare("UPDATE staff SET is_active = 0 WHERE subject = 'staff-counter-baerum'").run()
    database.close()
    assert.equal((await page()).status, 302)
  })
})

test('Threat 28: while the provider is away one reads so, with a marked 503, and nothing breaks', async () => {
  const dead = await freePort()
  const portal = await startPortal({
    env: { CITIZEN_ISSUER: `http://127.0.0.1:${dead}/citizen`, REGISTER_URL: `http://127.0.0.1:${dead}/` },
  })
  try {
    const answer = await fetchBrowser().open(`${portal.url}/nb/me`)
    assert.deepEqual([answer.status, answer.headers.get('Retry-After')], [503, '60'])
    assert.match(await answer.text(), /Innloggingstjenesten svarer ikke nå/)
    assert.equal((await fetch(`${portal.url}/nb/passport`)).status, 200)
  } finally {
    await portal.stop()
  }
})

/** Passes connections on to another port until it is shut. */
async function aDoorTo(port: number) {
  const open = new Set<Socket>()
  const door = createServer((visitor) => {
    const inside = connect(port, '127.0.0.1')
    for (const socket of [visitor, inside]) {
      open.add(socket)
      socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket))
    }
    visitor.pipe(inside).pipe(visitor)
  })
  const own = await freePort()
  door.listen(own, '127.0.0.1')
  await once(door, 'listening')
  return {
    url: `http://127.0.0.1:${own}`,
    async shut() {
      if (!door.listening) return
      for (const socket of open) socket.destroy()
      door.close()
      await once(door, 'close')
    },
  }
}

test('Threat 28: sessions live on while the provider is away, and a login that is under way is told', async () => {
  const providerPort = await freePort()
  const door = await aDoorTo(providerPort)
  const portal = await startPortal({
    env: { CITIZEN_ISSUER: `${door.url}/citizen`, TEST_PROVIDER_PORT: String(providerPort) },
  })
  try {
    const inside = await logIn(portal.url, ADULT)
    const under = fetchBrowser()
    const callback = await choose(under, await toChooser(under, `${portal.url}/nb/me`), ADULT)
    await door.shut()
    assert.equal((await inside.request(`${portal.url}/nb/me`)).status, 200)
    const answer = await under.open(callback)
    assert.equal(answer.status, 503)
    assert.match(await answer.text(), /Innloggingstjenesten svarer ikke nå/)
    const out = await inside.request(`${portal.url}/nb/logout`, {
      method: 'POST',
      body: new URLSearchParams(),
    })
    assert.equal(out.status, 302)
    assert.equal((await inside.request(`${portal.url}/nb/me`)).status, 302)
  } finally {
    // A door that is left open keeps this process from ending, also when the test has failed.
    await door.shut()
    await portal.stop()
  }
})
