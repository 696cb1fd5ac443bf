import assert from 'node:assert/strict'
import test, { after, before, describe } from 'node:test'
import { translator } from '#app/i18n/i18n.ts'
import { aCitizen } from '#tests/e2e/support/citizen.ts'
import { letAppointmentBegin, storedReference } from '#tests/e2e/support/database.ts'
import { startQueueDay, TEN_O_CLOCK, type QueueDay } from '#tests/e2e/support/queue-day.ts'
import type { FetchBrowser } from '#tests/support/fetch-browser.ts'
import { logIn } from '#tests/support/log-in.ts'

// What the pages of staff say beside the counter, without a script.

const t = translator('nb')
const OFFICE = 'oslo-baerum'

describe('The pages of the back office', () => {
  let day: QueueDay
  let counter: FetchBrowser

  before(async () => {
    day = await startQueueDay(async () => {})
    counter = await logIn(day.portal.url, { staff: 'staff-counter-baerum' })
  })
  after(() => day.stop())

  async function page(browser: FetchBrowser, path: string): Promise<string> {
    return (await browser.open(day.portal.url + path)).text()
  }

  function send(browser: FetchBrowser, path: string, fields: Record<string, string>): Promise<Response> {
    return browser.request(day.portal.url + path, { method: 'POST', body: new URLSearchParams(fields) })
  }

  test('who manages a district is offered the offices that have a queue, and no others', async () => {
    const manager = await logIn(day.portal.url, { staff: 'staff-district-oslo' })
    const choice = await page(manager, '/nb/staff/queue')
    assert.ok(!choice.includes(t('staff-queue:choose.none')))
    assert.ok(choice.includes(t('staff-queue:choose.counter')))
    assert.ok(!choice.includes('value="oslo-asker"'))
    const overview = await page(manager, '/nb/staff/queue/overview')
    assert.ok(overview.includes(t('queue-office:overview.onlyCounters')))
  })

  test("another office's day is said not to be theirs, the same as one that is nowhere", async () => {
    const own = t('staff:appointments.notTheirs', { office: 'Bærum politistasjon' })
    for (const office of ['troms-tromso', 'nowhere']) {
      const html = await page(counter, `/nb/staff/appointments?office=${office}`)
      assert.ok(html.includes(own), office)
      assert.ok(!html.includes('Tromsø'), office)
      assert.ok(!html.includes(t('staff:appointments.none')), office)
    }
    assert.ok(!(await page(counter, `/nb/staff/appointments?office=${OFFICE}`)).includes(own))
  })

  test('who has come is checked in from their row, or from the opened appointment, without a reference', async () => {
    const path = '/nb/staff/appointments'
    const first = await appointmentNow()
    const second = await appointmentNow()
    assert.ok((await page(counter, path)).includes(`name="arrived" value="${first}"`))
    const arrived = await send(counter, path, { arrived: first })
    assert.match(arrived.headers.get('Location') ?? '', /^\/nb\/staff\/queue\/arrive\?.*given=\d+$/)
    const after = await page(counter, path)
    assert.ok(!after.includes(`name="arrived" value="${first}"`))
    assert.ok(after.includes(t('staff-queue:progress.checked-in')))
    const reason = 'asked-by-the-person'
    const opened = await (await send(counter, `${path}/${second}`, { reason })).text()
    assert.ok(opened.includes('value="arrived"'))
    assert.equal((await send(counter, `${path}/${second}`, { reason, then: 'arrived' })).status, 302)
    const elsewhere = await logIn(day.portal.url, { staff: 'staff-counter-tromso' })
    const refused = await send(elsewhere, path, { arrived: first })
    assert.equal(refused.status, 404)
  })

  /** The reference of an appointment of this moment. */
  async function appointmentNow(): Promise<string> {
    const secret = await aCitizen(day.portal).book(OFFICE)
    letAppointmentBegin(day.portal, secret, TEN_O_CLOCK)
    return storedReference(day.portal, secret)
  }

  test('a code that was not written is said to be missing, and not unknown', async () => {
    const html = await (await send(counter, '/nb/staff/queue/arrive', { office: OFFICE, code: ' ' })).text()
    assert.ok(html.includes(t('validation:codeOrReference.required')))
    assert.ok(!html.includes(t('validation:codeOrReference.unknown')))
  })

  test('a reference that nobody has, and none at all, are said before a reason is asked for', async () => {
    const search = async (reference: string) =>
      (await send(counter, '/nb/staff/appointments', { reference })).text()
    assert.ok((await search('K7M4PX9T2')).includes(t('validation:reference.unknown')))
    assert.ok((await search('')).includes(t('validation:reference.required')))
    const opened = await counter.open(day.portal.url + '/nb/staff/appointments/K7M4PX9T2')
    assert.equal(opened.status, 404)
  })
})
