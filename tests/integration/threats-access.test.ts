import assert from 'node:assert/strict'
import test, { after, before, describe } from 'node:test'
import { aCitizen } from '#tests/e2e/support/citizen.ts'
import { translator } from '#app/i18n/i18n.ts'
import { OFFICES } from '#tests/e2e/support/offices.ts'
import { inDatabase, sumsOf } from '#tests/support/database-sums.ts'
import type { FetchBrowser } from '#tests/support/fetch-browser.ts'
import { cookieOf, logIn } from '#tests/support/log-in.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'

// What the table of authorisation.test.ts cannot say: what is asked for beside the address, and what changes meanwhile.

const t = translator('nb')

const EMAIL = 'owner.canary@example.org'
const REASON = 'asked-by-the-person'
/** What staff do for somebody on the pages of citizens, as the audit names it. */
const WRITTEN_FOR = [
  'appointment-booked-for',
  'reminders-stopped-for',
  'appointment-cancelled-for',
  'appointment-restored-for',
]
const READ_AND_CANCEL: Record<string, string>[] = [{ reason: REASON }, { reason: REASON, then: 'cancel' }]

describe('Who is logged in, and reaches for what is another’s', () => {
  let portal: TestPortal
  let secret: string
  let booked: { id: number; reference: string; tick: number }
  let tromso: FetchBrowser
  let baerum: FetchBrowser
  let administrator: FetchBrowser

  before(async () => {
    portal = await startPortal()
    const cookie = await cookieOf(portal.url, { citizen: 'adult' })
    const contact = { names: ['Vilje Fjellrype'], email: EMAIL }
    secret = await aCitizen(portal, 'nb', { cookie }).book(OFFICES.large, { contact })
    const row = inDatabase(portal.databaseUrl, (database) =>
      database
        .prepare<[string], typeof booked>(
          'SELECT id, reference, start_tick AS tick FROM appointments WHERE email = ?',
        )
        .get(EMAIL),
    )
    assert.ok(row)
    booked = row
    tromso = await logIn(portal.url, { staff: 'staff-counter-tromso' })
    baerum = await logIn(portal.url, { staff: 'staff-counter-baerum' })
    administrator = await logIn(portal.url, { staff: 'staff-administrator' })
  })
  after(() => portal.stop())

  function send(browser: FetchBrowser, path: string, fields: Record<string, string>): Promise<Response> {
    return browser.request(portal.url + path, { method: 'POST', body: new URLSearchParams(fields) })
  }

  async function changesNothing(work: () => Promise<void>): Promise<void> {
    const before = sumsOf(portal.databaseUrl)
    await work()
    assert.deepEqual(sumsOf(portal.databaseUrl), before)
  }

  function staffId(subject: string): string {
    const id = inDatabase(portal.databaseUrl, (database) =>
      database.prepare('SELECT id FROM staff WHERE subject = ?').pluck().get(subject),
    )
    return String(id)
  }

  test('Threat 1: no field that is added to one’s own form reaches another’s appointment', async () => {
    const other = await logIn(portal.url, { citizen: 'sixteen' })
    const own = { email: 'thief@example.org', mobile: '', messageLanguage: 'nb' }
    const additions: Record<string, string>[] = [
      { secret },
      { id: String(booked.id), appointmentId: String(booked.id) },
      { personKey: 'x', owner: 'x', keys: 'x' },
      { reference: booked.reference },
    ]
    for (const added of additions) {
      await changesNothing(async () => {
        const query = new URLSearchParams(added)
        assert.equal((await send(other, `/nb/me/contact?${query}`, { ...own, ...added })).status, 302)
      })
    }
  })

  test('Threat 1: a session of staff is none of a citizen, nor the other way round', async () => {
    const citizen = (await cookieOf(portal.url, { citizen: 'adult' })).split('=')[1]
    const staff = (await cookieOf(portal.url, { staff: 'staff-counter-baerum' })).split('=')[1]
    for (const [path, cookie] of [
      ['/nb/me', `forste-kontakt-citizen=${staff}`],
      ['/nb/staff', `forste-kontakt-staff=${citizen}`],
    ]) {
      const headers = { Cookie: cookie ?? '' }
      assert.equal((await fetch(`${portal.url}${path}`, { headers, redirect: 'manual' })).status, 302)
    }
  })

  /** How often the audit tells of an action. */
  function written(action: string): number {
    return inDatabase(portal.databaseUrl, (database) =>
      ['audit_waiting', 'audit_entries'].reduce((sum, table) => {
        const found = database.prepare(`SELECT count(*) FROM ${table} WHERE action = ?`).pluck()
        return sum + Number(found.get(action))
      }, 0),
    )
  }

  test('Threat 1: whichever loaders a request asks for, it gets none of a page that it may not see', async () => {
    const lists = [
      'root',
      'routes/language',
      'routes/me/me',
      'root,routes/me/me',
      'routes/staff/roles',
      '',
      ',',
    ]
    for (const path of ['/nb/me', '/nb/me/data.json', '/nb/staff/roles', '/nb/staff/appointments']) {
      for (const list of lists) {
        const answer = await fetch(`${portal.url}${path}.data?_routes=${list}`, { redirect: 'manual' })
        const text = await answer.text()
        assert.ok(answer.status < 400)
        assert.doesNotMatch(text, /Fjellrype|Tellemarka|oslo-baerum|register|members/, `${path} ${list}`)
      }
    }
  })

  test('who books on the pages of citizens as staff is told that it is written down, and it is', async () => {
    const booksAs = async (who: Parameters<typeof cookieOf>[1]) => {
      const cookie = await cookieOf(portal.url, who)
      const citizen = aCitizen(portal, 'nb', cookie ? { cookie } : {})
      const held = await citizen.hold(OFFICES.large)
      await citizen.giveContact(held)
      const page = await (await citizen.get(`/nb/passport/book/${held}/review`)).text()
      await citizen.confirm(held)
      const isTold = page.includes(t('staff:helping.writtenDown'))
      // From the first step, with whom it is for, and without what is for citizens alone.
      const first = await (await citizen.get('/nb/passport/book/who?ticket=A12')).text()
      const receipt = await (await citizen.get(`/nb/passport/book/${held}/receipt`)).text()
      assert.equal(first.includes('A12,'), isTold)
      assert.equal(first.includes('class="helping"'), isTold)
      assert.equal(receipt.includes('class="helping"'), isTold)
      assert.equal(receipt.includes(t('guide:gotThere.title')), !isTold)
      const link = `/nb/appointments/${held}`
      const asksToCancel = await (await citizen.get(`${link}/cancel`)).text()
      assert.equal(asksToCancel.includes(t('staff:helping.writtenDown')), isTold)
      await citizen.post(`${link}/reminders`, {})
      await citizen.post(`${link}/cancel`, {})
      await citizen.post(link, {})
      return { isTold, written: WRITTEN_FOR.map(written) }
    }
    assert.deepEqual(await booksAs({}), { isTold: false, written: [0, 0, 0, 0] })
    assert.deepEqual(await booksAs({ citizen: 'adult' }), { isTold: false, written: [0, 0, 0, 0] })
    assert.deepEqual(await booksAs({ staff: 'staff-administrator' }), {
      isTold: false,
      written: [0, 0, 0, 0],
    })
    assert.deepEqual(await booksAs({ staff: 'staff-counter-tromso' }), {
      isTold: true,
      written: [1, 1, 1, 1],
    })
  })

  test('how to reach somebody is changed only where there is an appointment to change it for', async () => {
    const mayChange = async (citizen: string) => {
      const browser = await logIn(portal.url, { citizen })
      return /href="\/nb\/me\/contact"/.test(await (await browser.request(`${portal.url}/nb/me`)).text())
    }
    assert.deepEqual([await mayChange('adult'), await mayChange('sixteen')], [true, false])
  })

  test('Threat 2: an office that is named in the address is not thereby one’s own', async () => {
    const day = Temporal.Instant.fromEpochMilliseconds(booked.tick * 300_000)
      .toZonedDateTimeISO('Europe/Oslo')
      .toPlainDate()
    const searches = [
      `office=${OFFICES.large}`,
      `office=${OFFICES.large}&office=troms-tromso`,
      `office=troms-tromso&office=${OFFICES.large}`,
      `office=${OFFICES.large}&district=oslo&scope=country&unit=oslo`,
      'office=',
      'office=%25',
      `office=troms-tromso' OR '1'='1`,
    ]
    for (const search of searches) {
      for (const path of ['/nb/staff/appointments', '/nb/staff/appointments.data']) {
        const answer = await tromso.request(`${portal.url}${path}?day=${day}&${search}`)
        assert.equal(answer.status, 200)
        assert.ok(!(await answer.text()).includes(booked.reference), search)
      }
    }
    const own = await baerum.request(`${portal.url}/nb/staff/appointments?day=${day}&office=${OFFICES.large}`)
    assert.ok((await own.text()).includes(booked.reference))
  })

  test('Threat 2: a reference of another office is answered as one that nobody has', async () => {
    const answerOf = async (reference: string, fields: Record<string, string>) => {
      const answer = await send(tromso, `/nb/staff/appointments/${reference}`, fields)
      const text = (await answer.text()).replaceAll(reference, '').replace(/[A-Z2-9]{4}(-[A-Z2-9]{4}){2}/, '')
      return [answer.status, text]
    }
    await changesNothing(async () => {
      for (const fields of READ_AND_CANCEL) {
        const [status] = await answerOf('ZZZZZZZZ', fields)
        assert.equal(status, 404)
        assert.deepEqual(await answerOf(booked.reference, fields), await answerOf('ZZZZZZZZ', fields))
      }
    })
  })

  test('Threat 2: what is written into a form says nothing of who one is', async () => {
    const posing = { staff: staffId('staff-counter-baerum'), role: 'administrator', unit: OFFICES.large }
    await changesNothing(async () => {
      const fields = { reason: REASON, then: 'cancel', office: OFFICES.large, scope: 'country', ...posing }
      const path = `/nb/staff/appointments/${booked.reference}?office=${OFFICES.large}`
      assert.equal((await send(tromso, path, fields)).status, 404)
      for (const browser of [tromso, baerum]) {
        assert.equal((await send(browser, '/nb/staff/roles', { ...posing, then: 'give' })).status, 403)
      }
    })
  })

  test('Threat 2: a role is given only where there is such a place, to somebody who is there', async () => {
    const right = { staff: staffId('staff-analyst'), role: 'counter', unit: OFFICES.large, then: 'give' }
    const all: Record<string, string>[] = [
      { unit: 'nowhere' },
      { unit: 'oslo' },
      { unit: '' },
      { role: 'superuser' },
      { role: 'administrator' },
      { staff: '999999' },
      { staff: '1 OR 1=1' },
      { then: 'both' },
      { isActive: 'true' },
    ]
    await changesNothing(async () => {
      for (const wrong of all) {
        const answer = await send(administrator, '/nb/staff/roles', { ...right, ...wrong })
        assert.equal(answer.status, 400, JSON.stringify(wrong))
      }
    })
  })

  test('Threat 2: a role that is taken away in the middle of a session is refused at the next request', async () => {
    const path = `/nb/staff/appointments/${booked.reference}`
    assert.equal((await send(baerum, path, { reason: REASON })).status, 200)
    inDatabase(portal.databaseUrl, (database) =>
      database.prepare('DELETE FROM staff_roles WHERE staff_id = ?').run(staffId('staff-counter-baerum')),
    )
    await changesNothing(async () => {
      for (const fields of READ_AND_CANCEL) {
        assert.equal((await send(baerum, path, fields)).status, 403)
      }
      for (const page of [path, `${path}.data`, '/nb/staff/appointments', '/nb/staff/appointments.data']) {
        assert.equal((await baerum.request(portal.url + page)).status, 403, page)
      }
      assert.equal((await baerum.request(`${portal.url}/nb/staff`)).status, 200)
    })
  })

  test('Threat 2: a role that is given counts at the next request, and reaches as far as it was given', async () => {
    const path = `/nb/staff/appointments/${booked.reference}`
    const give = { staff: staffId('staff-counter-tromso'), role: 'counter', unit: OFFICES.large }
    assert.equal((await send(tromso, path, { reason: REASON })).status, 404)
    assert.equal((await send(administrator, '/nb/staff/roles', { ...give, then: 'give' })).status, 302)
    assert.equal((await send(tromso, path, { reason: REASON })).status, 200)
    assert.equal((await send(administrator, '/nb/staff/roles', { ...give, then: 'take' })).status, 302)
    assert.equal((await send(tromso, path, { reason: REASON })).status, 404)
    assert.equal((await tromso.request(`${portal.url}/nb/staff/roles`)).status, 403)
  })

  test('Threat 2: the last administrator cannot take that from themselves', async () => {
    await changesNothing(async () => {
      const own = { staff: staffId('staff-administrator'), role: 'administrator', unit: '', then: 'take' }
      const answer = await send(administrator, '/nb/staff/roles', own)
      assert.equal(answer.status, 400)
      assert.match(await answer.text(), /Dette er den siste administratoren/)
    })
  })

  test('Threat 23: staff who press "cancel" twenty times at once are all told that it is done', async () => {
    const manager = await logIn(portal.url, { staff: 'staff-manager-baerum' })
    const before = written('appointment-cancelled-for')
    const path = `/nb/staff/appointments/${booked.reference}`
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send(manager, path, { reason: REASON, then: 'cancel' })),
    )
    for (const answer of answers) {
      assert.equal(answer.status, 200)
      assert.match(await answer.text(), /Timen er avbestilt/)
    }
    const messages = inDatabase(portal.databaseUrl, (database) =>
      database
        .prepare(`SELECT count(*) FROM messages WHERE appointment_id = ? AND kind = 'cancelled'`)
        .pluck()
        .get(booked.id),
    )
    assert.deepEqual(
      { written: written('appointment-cancelled-for') - before, messages },
      { written: 1, messages: 1 },
    )
  })
})
