import assert from 'node:assert/strict'
import test, { after, before, describe } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { type z } from 'zod'
import { exampleAddress } from '#app/routes/api/example-address.ts'
import { EarliestTimes, OfficeDetails, Offices, Problem } from '#app/routes/api/open-data-schemas.ts'
import { API, RESOURCES } from '#app/routes/api/resources.ts'
import { aCitizen } from '#tests/e2e/support/citizen.ts'
import { OFFICES } from '#tests/e2e/support/offices.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { aVisitorAddress } from '#tests/support/visitor-address.ts'

/** A change is told of within this long (issue 6). */
const SEEN_SECONDS = 5

describe('The open data', () => {
  let portal: TestPortal
  before(async () => {
    // On a Monday at ten: some offices are open, some are not.
    portal = await startPortal({ clockStart: '2026-11-23T07:00:00Z' })
  })
  after(() => portal.stop())

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(portal.url + path, { method, headers: { 'X-Forwarded-For': aVisitorAddress(), ...headers } })
  async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    const answer = await ask(API + path)
    const text = await answer.text()
    assert.equal(answer.status, 200, text)
    return schema.parse(JSON.parse(text))
  }

  for (const { path, answer: schema, examples } of RESOURCES) {
    for (const example of examples) {
      test(`answers the example "${example.summary}" of ${path} as it is described`, async () => {
        const answer = await ask(exampleAddress(API, path, example))
        assert.equal(answer.status, 200)
        assert.match(answer.headers.get('Content-Type') ?? '', /^application\/json/)
        assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*')
        assert.match(answer.headers.get('Cache-Control') ?? '', /^public, max-age=\d+$/)
        assert.equal(answer.headers.get('Set-Cookie'), null)
        schema.parse(await answer.json())
      })
    }
  }

  test('gives a described 4xx to a question that makes no sense', async () => {
    const wrong: [path: string, status: number, type: string][] = [
      ['/nothing', 404, 'not-found'],
      ['/offices/nowhere', 404, 'unknown-office'],
      ['/offices/oslo-baerum?x=1', 400, 'wrong-question'],
      ['/offices?office=a&office=b', 400, 'wrong-question'],
      ['/offices?limit=0', 400, 'wrong-question'],
      ['/offices?place=Xyzzyplugh', 400, 'unknown-place'],
      ['/offices?latitude=60', 400, 'wrong-place'],
      ['/offices?latitude=&longitude=', 400, 'wrong-question'],
      ['/opening-hours?day=2099-01-05', 400, 'unknown-day'],
      ['/offices/oslo-baerum/opening-hours?from=2020-01-06', 400, 'unknown-day'],
      ['/earliest-times?place=Vik', 400, 'ambiguous-place'],
      ['/earliest-times?people=9', 400, 'wrong-question'],
      ['/offices/oslo-baerum/opening-hours?from=2026-02-30', 400, 'wrong-question'],
      ['/services/nothing', 404, 'unknown-service'],
      [`/offices?place=${'a'.repeat(9_000)}`, 414, 'address'],
    ]
    for (const [path, status, type] of wrong) {
      const answer = await ask(API + path)
      assert.equal(answer.status, status, path)
      assert.match(answer.headers.get('Content-Type') ?? '', /^application\/problem\+json/, path)
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*', path)
      const problem = Problem.parse(await answer.json())
      assert.equal(problem.status, status)
      assert.equal(problem.type, `${API}/problems/${type}`)
    }
    for (const method of ['POST', 'DELETE']) {
      const answer = await ask(`${API}/offices`, { Origin: portal.url }, method)
      assert.equal(answer.status, 405)
      assert.match(answer.headers.get('Allow') ?? '', /GET/)
    }
  })

  test('says only that nothing has changed to whoever has the answer already', async () => {
    const path = `${API}/offices/oslo-baerum/opening-hours?from=2026-12-24`
    const first = await ask(path)
    const etag = first.headers.get('ETag') ?? ''
    assert.match(etag, /^"[\w-]{22}"$/)
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await ask(path, { 'If-None-Match': tag })
      assert.equal(again.status, 304)
      assert.equal(await again.text(), '')
    }
    assert.equal((await ask(path, { 'If-None-Match': '"other"' })).status, 200)
    const head = await ask(path, {}, 'HEAD')
    assert.equal(head.headers.get('ETag'), etag)
    assert.equal(await head.text(), '')
  })

  test('may be read by pages of other sites, also when they ask first', async () => {
    const asked = await ask(`${API}/offices`, { Origin: 'https://other.example' }, 'OPTIONS')
    assert.equal(asked.status, 204)
    assert.equal(asked.headers.get('Access-Control-Allow-Methods'), 'GET, HEAD')
    assert.equal((await ask('/nb')).headers.get('Access-Control-Allow-Origin'), null)
  })

  test('tells of a time that was taken within seconds', async () => {
    const earliest = async () =>
      (await read('/earliest-times?place=municipality-5520&limit=1', EarliestTimes)).times[0]?.earliest
    const before = await earliest()
    assert.ok(before)
    await aCitizen(portal).book(OFFICES.small)
    const booked = performance.now()
    while ((await earliest()) === before && performance.now() - booked < SEEN_SECONDS * 1_000) await wait(100)
    assert.notEqual(await earliest(), before)
  })

  test('agrees with the pages: the same facts of every place, and the same places in the same order', async () => {
    const { fits } = await read('/offices?limit=500', Offices)
    assert.ok(fits.length > 280)
    const places = ['post-9008', 'post-1337', 'municipality-1856', 'municipality-5610', 'post-5003']
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fits.map(({ id }) => id)),
        fc.constantFrom(...places),
        fc.constantFrom('passport', 'report', 'immigration', null),
        fc.boolean(),
        async (id, place, service, openNow) => {
          await sameOffice(id)
          const wish = new URLSearchParams({
            ...(service ? { service } : {}),
            ...(openNow ? { open: 'now' } : {}),
          })
          const data = await read(`/offices?place=${place}&limit=10&${wish}`, Offices)
          const page = await pageOf(`/nb/offices?at=${place}&${wish}`)
          const listed = [...page.matchAll(/class="row-link" href="\/nb\/offices\/([\w-]+)"/g)].map(
            ([, id]) => id,
          )
          const expected = [...data.fits, ...data.unknown.slice(0, 5)].map((office) => office.id)
          assert.deepEqual(listed, expected)
        },
      ),
      { numRuns: 25 },
    )

    async function sameOffice(id: string): Promise<void> {
      const data = await read(`/offices/${id}`, OfficeDetails)
      const page = await pageOf(`/nb/offices/${id}`)
      const has = (text: string) => assert.ok(page.includes(text), `${id}: ${text}`)
      has(data.name)
      if (data.address) has(data.address.street)
      if (data.municipality) has(data.municipality.name)
      if (data.district) has(data.district.name)
      if (data.phone) has(data.phone)
      if (data.earliest && data.kind !== 'governor') has(`dateTime="${data.earliest.replace(':00+', '+')}"`)
      for (const { name } of data.nearestFor) has(name)
      const days = data.kind === 'bus-stop' ? data.busDays.slice(0, 8) : data.week
      for (const { from, to } of days.flatMap(({ open }) => open)) {
        has(`${from.replace(':', '.')}–${to.replace(':', '.')}`)
      }
    }
    async function pageOf(path: string): Promise<string> {
      const answer = await ask(path)
      assert.equal(answer.status, 200)
      return (await answer.text()).replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
    }
  })
})
