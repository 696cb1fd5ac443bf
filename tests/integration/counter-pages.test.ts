import assert from 'node:assert/strict'
import test, { after, before, describe } from 'node:test'
import { translator } from '#app/i18n/i18n.ts'
import { arrives, inQueue, startQueueDay, type QueueDay } from '#tests/e2e/support/queue-day.ts'
import { inDatabase } from '#tests/support/database-sums.ts'
import type { FetchBrowser } from '#tests/support/fetch-browser.ts'
import { logIn } from '#tests/support/log-in.ts'

// What the pages of the front desk say without a script, and where they lead.

const t = translator('nb')
const OFFICE = 'troms-tromso'

describe('The pages of a counter', () => {
  let day: QueueDay
  let staff: FetchBrowser

  before(async () => {
    day = await startQueueDay(async () => {})
    staff = await logIn(day.portal.url, { staff: 'staff-counter-tromso' })
    await does({ do: 'open', services: 'passport' }, '')
  })
  after(() => day.stop())

  async function page(path = '/nb/staff/queue'): Promise<string> {
    return (await staff.open(day.portal.url + path)).text()
  }

  function post(path: string, fields: Record<string, string>): Promise<Response> {
    return staff.request(day.portal.url + path, { method: 'POST', body: new URLSearchParams(fields) })
  }

  async function does(command: Record<string, string>, seen?: string): Promise<void> {
    const where = { office: OFFICE, counter: String(counterId()), seen: seen ?? whoIsHere() }
    const answer = await post('/nb/staff/queue', { ...where, ...command })
    assert.equal(answer.status, 302, await answer.text())
  }

  function counterId(): unknown {
    return inDatabase(day.portal.databaseUrl, (database) =>
      database.prepare('SELECT min(id) FROM resources WHERE office_id = ?').pluck().get(OFFICE),
    )
  }

  function whoIsHere(): string {
    const here = inDatabase(day.portal.databaseUrl, (database) =>
      database
        .prepare(`SELECT id || '.' || revision FROM tickets WHERE status IN ('called', 'serving')`)
        .pluck()
        .get(),
    )
    return here === undefined ? '' : String(here)
  }

  function comes(people = 1): Promise<number> {
    return inQueue(day.portal.databaseUrl, (queue) =>
      arrives(queue, 'passport', { officeId: OFFICE, people }),
    )
  }

  async function everybodyIsServed(): Promise<void> {
    while (inQueueNow() > 0) {
      if (whoIsHere() === '') await does({ do: 'next' })
      await does({ do: 'finish', outcome: 'solved' })
    }
  }

  function inQueueNow(): number {
    const open = `SELECT count(*) FROM tickets WHERE status IN ('waiting', 'called', 'serving')`
    return inDatabase(day.portal.databaseUrl, (database) => Number(database.prepare(open).pluck().get()))
  }

  /** Where a link with these words leads. */
  function linkOf(html: string, words: string): string | null {
    const [, attributes] = new RegExp(`<a ([^>]*)>${words.replace(/[()]/g, '\\$&')}</a>`).exec(html) ?? []
    return attributes ? (/href="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('&amp;', '&') ?? null) : null
  }

  test('a family that is split is told the new number, which can be printed while they stand there', async () => {
    await comes(3)
    await does({ do: 'next' })
    await does({ do: 'split', people: '2' })
    const desk = await page()
    const [label = '', other = ''] = ['A1', 'A2']
    assert.ok(
      desk.includes(t('staff-queue:undo.what', { what: t('staff-queue:done.split', { label, other }) })),
    )
    const slip = linkOf(desk, t('staff-queue:parted', { label: other }))
    assert.match(slip ?? '', new RegExp(`^/nb/staff/queue/arrive\\?office=${OFFICE}&given=\\d+$`))
    assert.ok((await page(slip ?? '')).includes(t('queue:arrive.given', { label: other })))
    await does({ do: 'note', note: 'See this' })
    assert.equal(linkOf(await page(), t('staff-queue:parted', { label: other })), slip)
    await does({ do: 'finish', outcome: 'solved' })
    assert.equal(linkOf(await page(), t('staff-queue:parted', { label: other })), null)
  })

  test('the slip that staff print is in the language of who gets it, the page in theirs', async () => {
    const form = { office: OFFICE, then: 'ticket', service: 'passport', people: '1', language: 'en' }
    const given = await post('/nb/staff/queue/arrive', { ...form, key: 'a-key-of-24-letters-here' })
    assert.equal(given.status, 302)
    const path = given.headers.get('Location') ?? ''
    const html = await page(path)
    const slipOf = (text: string) => /<section class="ticket-slip"[^]*?<\/section>/.exec(text)?.[0] ?? ''
    const slip = slipOf(html)
    assert.match(slip, /^<section class="ticket-slip" lang="en">/)
    for (const words of ['answer.follow', 'answer.called', 'service.passport'] as const)
      assert.ok(slip.includes(translator('en')(`queue:${words}`)), words)
    // All of it, with where its QR code leads.
    assert.equal(slipOf(await page(path.replace('/nb/', '/en/'))), slip)
    assert.ok(html.includes(t('queue:arrive.wait', { wait: '' }).replace(/\.$/, '')))
  })

  test('the next appointment is booked with what is known, also when the next one has been called', async () => {
    await everybodyIsServed()
    await comes(2)
    await comes()
    await does({ do: 'next' })
    const [label = ''] = /[A-Z]\d+(?=<\/h2>)/.exec(await page()) ?? []
    const onwards = async () => linkOf(await page(), t('staff-queue:onwards.book', { label }))
    assert.equal(await onwards(), null)
    await does({ do: 'finish', outcome: 'needs-appointment' })
    const path = (await onwards()) ?? ''
    assert.equal(path, `/nb/passport/book/who?office=${OFFICE}&ticket=${label}&group=2`)
    await does({ do: 'next' })
    await does({ do: 'start' })
    assert.equal(await onwards(), path)

    assert.ok((await page(path)).includes(t('passport:who.leadGroup', { count: 2 })))
    const first = await post(path, { age: '18+', document: 'passport' })
    const second = first.headers.get('Location') ?? ''
    assert.ok((await page(second)).includes(t('passport:who.titleNext', { number: 2 })))
    const both = await post(second, { age: '18+', document: 'id-card-travel' })
    assert.match(
      both.headers.get('Location') ?? '',
      new RegExp(`/time\\?person=.*&person=.*office=${OFFICE}`),
    )

    await does({ do: 'next' })
    assert.equal(await onwards(), null)
  })

  test('who cannot be booked for here is shown the way there is, in their language', async () => {
    await everybodyIsServed()
    await inQueue(day.portal.databaseUrl, (queue) =>
      arrives(queue, 'passport', { officeId: OFFICE, language: 'en' }),
    )
    await inQueue(day.portal.databaseUrl, (queue) =>
      arrives(queue, 'passport', { officeId: OFFICE, language: 'en' }),
    )
    const ends = async (outcome: string, words: 'book' | 'specialist') => {
      await does({ do: 'next' })
      const [label = ''] = /[A-Z]\d+(?=<\/h2>)/.exec(await page()) ?? []
      await does({ do: 'finish', outcome })
      return linkOf(await page(), t(`staff-queue:onwards.${words}`, { label }))
    }
    assert.match((await ends('document-missing', 'book')) ?? '', /^\/en\/passport\/book\/who\?/)
    assert.equal(await ends('needs-specialist', 'specialist'), '/en/services/talk-to-a-specialist')
  })
})
