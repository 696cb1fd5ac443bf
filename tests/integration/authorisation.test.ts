import assert from 'node:assert/strict'
import test, { after, before, describe } from 'node:test'
import { aCitizen } from '#tests/e2e/support/citizen.ts'
import { OFFICES } from '#tests/e2e/support/offices.ts'
import {
  ACTORS,
  MATRIX,
  STAFF_OF_THE_OFFICE,
  type Actor,
  type Entry,
} from '#tests/support/authorisation-matrix.ts'
import { aChild } from '#tests/support/builders.ts'
import { inDatabase, sumsOf } from '#tests/support/database-sums.ts'
import { expectedPage, expectedRefusal, mayShowOwner, type Expected } from '#tests/support/expected-answer.ts'
import { cookieOf } from '#tests/support/log-in.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { servedRoutes, type ServedRoute } from '#tests/support/served-routes.ts'
import { aVisitorAddress } from '#tests/support/visitor-address.ts'

// Threats 1 and 2 of security.md: every route of the built portal × every actor × every way to ask.

const routes = await servedRoutes()
const NOBODYS = { secret: 'u'.repeat(22), reference: 'ZZZZZZZZ', number: '999999' }
const OWNER = { name: 'Vilje Fjellrype', email: 'canary.owner@example.org' }
const GUARDIAN = { name: 'Sindre Bekkeblom', child: 'Odd-Ŧor', email: 'canary.guardian@example.org' }
const AT_ONCE = 12
/** The same for everybody, whoever is logged in: kept for an hour. */
const SUGGESTIONS = '/:language/passport/places.json'

test('Threat 1: a route that is not in the table of who may what is found out', () => {
  const missing = routes.filter(({ pattern }) => !MATRIX[pattern]).map(({ pattern }) => pattern)
  const add = `Nobody has said who may open ${missing.join(' and ')}: add it to MATRIX in tests/support/authorisation-matrix.ts.`
  assert.deepEqual(missing, [], add)
  const gone = Object.keys(MATRIX).filter((pattern) => !routes.some((route) => route.pattern === pattern))
  const remove = `There is no route ${gone.join(' and ')}: remove it from MATRIX in tests/support/authorisation-matrix.ts.`
  assert.deepEqual(gone, [], remove)
  const unsaid = routes.filter(
    ({ pattern, hasAction }) => hasAction !== (MATRIX[pattern]?.change !== undefined),
  )
  const say = `MATRIX must have "change" exactly where a route has an action: ${unsaid.map(({ pattern }) => pattern).join(' and ')}.`
  assert.deepEqual(unsaid, [], say)
})

type Owned = { secret: string; reference: string; checkInCode: string; day: string }
type Asked = { route: ServedRoute; entry: Entry; actor: Actor; isTheirs: boolean }

describe('The portal, asked by everybody for everything', () => {
  let portal: TestPortal
  const cookies = new Map<string, string>()
  let owned: Owned
  let guarded: Owned

  before(async () => {
    portal = await startPortal()
    await Promise.all(ACTORS.map(async (actor) => cookies.set(actor.name, await cookieOf(portal.url, actor))))
    owned = await booked('the owner', OFFICES.large, { names: [OWNER.name], email: OWNER.email })
    guarded = await booked('a guardian', OFFICES.small, {
      ...{ names: [`${GUARDIAN.child} O’Bekkeblom`], email: GUARDIAN.email },
      people: [aChild()],
    })
  })
  after(() => portal.stop())

  async function booked(
    actor: string,
    office: string,
    { people, ...contact }: { names: string[]; email: string; people?: ReturnType<typeof aChild>[] },
  ): Promise<Owned> {
    const citizen = aCitizen(portal, 'nb', { cookie: cookies.get(actor) ?? '' })
    const secret = await citizen.book(office, { contact, ...(people ? { people } : {}) })
    const row = inDatabase(portal.databaseUrl, (database) =>
      database
        .prepare<[], { reference: string; checkInCode: string; tick: number }>(
          `SELECT reference, check_in_code AS checkInCode, start_tick AS tick FROM appointments
           WHERE email = '${contact.email}'`,
        )
        .get(),
    )
    assert.ok(row)
    const start = Temporal.Instant.fromEpochMilliseconds(row.tick * 300_000)
    const day = start.toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString()
    return { secret, reference: row.reference, checkInCode: row.checkInCode, day }
  }

  function ask(actor: Actor, path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(portal.url + path, {
      ...init,
      redirect: 'manual',
      headers: {
        'X-Forwarded-For': aVisitorAddress(),
        ...(init.method === 'POST' ? { Origin: portal.url } : {}),
        Cookie: cookies.get(actor.name) ?? '',
      },
    })
  }

  function pathsOf({ route, entry, isTheirs }: Asked) {
    const path = route.path(isTheirs ? { ...NOBODYS, ...owned } : NOBODYS)
    const query = entry.query?.replace('{day}', owned.day) ?? ''
    const data = path === '/' ? '/_root.data' : `${path}.data`
    const leaf = new URLSearchParams(query)
    leaf.set('_routes', route.id)
    return { document: `${path}?${query}`, data: `${data}?${query}`, leaf: `${data}?${leaf}` }
  }

  /** The answer is the promised one, and says nothing of what is another's. */
  async function check(answer: Response, expected: Expected, { route, actor, entry }: Asked, way: string) {
    const isData = new URL(answer.url).pathname.endsWith('.data')
    const status = isData && expected.status === 302 ? 202 : expected.status
    const text = await answer.text()
    const told = `${actor.name}: ${way} ${answer.url}`
    assert.equal(answer.status, status, told)
    if (expected.where && !isData) assert.match(answer.headers.get('Location') ?? '', expected.where, told)
    if (expected.where && isData) {
      const path = /"(\/nb[^"]*)"/.exec(text)?.[1] ?? ''
      assert.match(path, expected.where, told)
    }
    if (way === 'GET' && (actor.citizen || actor.staff) && route.pattern !== SUGGESTIONS) {
      assert.equal(answer.headers.get('Cache-Control'), 'no-store', told)
    }
    const asked = decodeURIComponent(answer.url)
    const others = [
      ...(mayShowOwner(entry, actor)
        ? []
        : [OWNER.name, OWNER.email, owned.secret, owned.reference, owned.checkInCode]),
      ...(actor.citizen === 'parent' || entry.see === 'demonstration'
        ? []
        : [GUARDIAN.name, GUARDIAN.child, GUARDIAN.email, guarded.secret, guarded.reference]),
    ]
    const shown = others.filter((canary) => !asked.includes(canary) && text.includes(canary))
    assert.deepEqual(shown, [], `${told} tells of another`)
  }

  async function tryPages(asked: Asked): Promise<void> {
    const { route, actor, entry, isTheirs } = asked
    const expected = expectedPage(entry, actor, { isTheirs })
    const { document, data, leaf } = pathsOf(asked)
    await check(await ask(actor, document), expected, asked, 'GET')
    await check(await ask(actor, data), expected, asked, 'GET')
    // No address leads to the outermost "not found": what stands at the top is a language that we do not have.
    if (route.pattern !== '/*') await check(await ask(actor, leaf), expected, asked, 'GET')
    await check(await ask(actor, document, { method: 'HEAD' }), expected, asked, 'HEAD')
  }

  async function tryForms(asked: Asked): Promise<void> {
    const { actor, entry, isTheirs } = asked
    const { document, data } = pathsOf(asked)
    const send = async (path: string, form: Record<string, string>, expected: Expected) =>
      check(
        await ask(actor, path, { method: 'POST', body: new URLSearchParams(form) }),
        expected,
        asked,
        'POST',
      )
    for (const path of [document, data]) {
      if (!entry.change) {
        await send(path, {}, { status: 405 })
        continue
      }
      const refused = expectedRefusal(entry.change, actor, { isTheirs })
      if (refused) await send(path, entry.form ?? {}, refused)
      else if (entry.emptyForm) await send(path, {}, { status: entry.emptyForm })
    }
    if (!isTheirs) return
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      await check(await ask(actor, document, { method }), { status: 405 }, asked, method)
    }
  }

  test('Threat 1: the owner sees what is theirs, and a guardian what is booked for the child', async () => {
    const pageOf = async (citizen: string, level?: 'high') => {
      const actor = ACTORS.find((one) => one.citizen === citizen && one.level === level)
      assert.ok(actor)
      return (await ask(actor, `/nb/me${level ? '/data.json' : ''}`)).text()
    }
    const mine = await pageOf('adult')
    for (const own of [OWNER.name, owned.secret]) assert.ok(mine.includes(own), own)
    const data = await pageOf('adult', 'high')
    for (const own of [OWNER.name, OWNER.email, owned.reference]) assert.ok(data.includes(own), own)
    const childs = await pageOf('parent')
    for (const own of [GUARDIAN.child, guarded.secret]) assert.ok(childs.includes(own), own)
  })

  test('Threat 2: those at the office see the appointment in its day', async () => {
    for (const subject of STAFF_OF_THE_OFFICE) {
      const actor = ACTORS.find(({ staff }) => staff === subject)
      assert.ok(actor)
      const page = await ask(actor, `/nb/staff/appointments?office=${OFFICES.large}&day=${owned.day}`)
      assert.ok((await page.text()).includes(owned.reference), subject)
    }
  })

  // Those that end a session come last.
  const isLast = ({ pattern }: ServedRoute) => pattern.endsWith('/logout')
  for (const route of [...routes].sort((a, b) => Number(isLast(a)) - Number(isLast(b)))) {
    const entry = MATRIX[route.pattern]
    if (!entry) continue
    test(`Threat 1: ${route.pattern} answers each as the table says`, async () => {
      const before = sumsOf(portal.databaseUrl)
      const objects = /:(secret|reference|number)/.test(route.pattern) ? [true, false] : [true]
      const all = objects.flatMap((isTheirs) => ACTORS.map((actor) => ({ route, entry, actor, isTheirs })))
      for (let from = 0; from < all.length; from += AT_ONCE) {
        await Promise.all(
          all.slice(from, from + AT_ONCE).map(async (asked) => {
            await tryPages(asked)
            await tryForms(asked)
          }),
        )
      }
      assert.deepEqual(sumsOf(portal.databaseUrl), before, 'nothing has changed')
    })
  }
})
