import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before, describe } from 'node:test'
import { and, count, eq, ne, or, sql, sum } from 'drizzle-orm'
import { openIntervals } from '#app/domain/scheduling/open-intervals.ts'
import { holidayOn } from '#app/domain/time/holidays.ts'
import { openEngine, type Engine } from '#db/engine.ts'
import { planSeed, type Plan } from '#db/seed/plan/plan.ts'
import { readData } from '#db/seed/read-data.ts'
import { seed } from '#db/seed/seed.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'

const TODAY = Temporal.PlainDate.from('2026-11-22')
const NOW_SECONDS = 1_795_330_800
const FEW_CLAIMS = { size: 'national' as const, today: TODAY, nowSeconds: NOW_SECONDS, claims: 10_000 }

describe('the seed of the demonstration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seed-'))
  let engine: Engine

  before(async () => {
    engine = await openEngine(`file:${join(folder, 'portal.db')}`)
    await engine.migrate()
    await seed({ engine, size: 'demo', today: TODAY, nowSeconds: NOW_SECONDS })
  })
  after(async () => {
    await engine.close()
    rmSync(folder, { recursive: true })
  })

  test('every claim lies in the open hours of its counter, and so on no holiday and no planning day', async () => {
    const { read, tables } = engine
    const claimed = new Map<number, number[]>()
    for (const { resourceId, tick } of await read.select().from(tables.claims)) {
      const ticks = claimed.get(resourceId) ?? []
      ticks.push(tick)
      claimed.set(resourceId, ticks)
    }
    for (const [resourceId, open] of await openTicksByResource(engine)) {
      const outside = (claimed.get(resourceId) ?? []).filter((tick) => !open.has(tick))
      assert.deepEqual(outside, [], `resource ${resourceId}`)
      claimed.delete(resourceId)
    }
    assert.deepEqual([...claimed.keys()], [], 'claims of resources that do not exist')
  })

  test('every claim belongs to the person whose time it is, and every person has all their claims', async () => {
    const { read, tables } = engine
    const { claims: owned, appointmentPeople: people, appointments } = tables
    const [stray] = await read
      .select({ number: count() })
      .from(owned)
      .leftJoin(
        people,
        and(
          eq(people.appointmentId, owned.appointmentId),
          eq(people.resourceId, owned.resourceId),
          sql`${owned.tick} >= ${people.startTick}`,
          sql`${owned.tick} < ${people.startTick} + ${people.ticks}`,
        ),
      )
      .where(sql`${people.appointmentId} is null`)
    assert.equal(stray?.number, 0)
    const [claimed] = await read.select({ number: count() }).from(owned)
    const [wanted] = await read.select({ number: sum(people.ticks) }).from(people)
    assert.equal(claimed?.number, Number(wanted?.number))
    const [mismatched] = await read
      .select({ number: count() })
      .from(appointments)
      .leftJoin(people, eq(people.appointmentId, appointments.id))
      .leftJoin(tables.resources, eq(tables.resources.id, people.resourceId))
      .where(
        or(
          sql`${people.appointmentId} is null`,
          ne(people.startTick, appointments.startTick),
          ne(tables.resources.officeId, appointments.officeId),
          ne(appointments.status, 'confirmed'),
        ),
      )
    assert.equal(mismatched?.number, 0)
  })

  test('somewhere there is a free time on the first open day', async () => {
    const first = Temporal.PlainDate.from('2026-11-23')
    const open = await openTicksByResource(engine, [first])
    const { read, tables } = engine
    const taken = await read.select().from(tables.claims)
    const free = new Set([...open].flatMap(([id, ticks]) => [...ticks].map((tick) => `${id} ${tick}`)))
    const openTicks = free.size
    for (const { resourceId, tick } of taken) free.delete(`${resourceId} ${tick}`)
    assert.ok(free.size > 0 && free.size < openTicks)
  })
})

onBothEngines('a seed of few claims', (openFresh) => {
  let engine: Engine

  before(async () => {
    engine = await openFresh()
    await seed({ engine, ...FEW_CLAIMS })
  })

  test('is stored as it was planned, so alike in both engines', async () => {
    assert.deepEqual(await fingerprint(engine), fingerprintOf(planSeed({ data: readData(), ...FEW_CLAIMS })))
  })

  test('a second seed replaces the first, and caches are told', async () => {
    const { read, tables } = engine
    const before = await fingerprint(engine)
    await seed({ engine, ...FEW_CLAIMS })
    assert.deepEqual(await fingerprint(engine), before)
    assert.equal((await read.select().from(tables.seedings)).length, 1)
    const versions = await read.selectDistinct({ version: tables.officeDays.version }).from(tables.officeDays)
    assert.deepEqual(versions, [{ version: 2 }])
    const [days] = await read.select({ number: count() }).from(tables.officeDays)
    assert.equal(days?.number, (79 + 49) * 181)
  })

  test('an appointment that follows gets an id of its own', async () => {
    const { tables } = engine
    const [row] = await engine.write((tx) =>
      tx
        .insert(tables.appointments)
        .values({
          idempotencyKey: 'k',
          secretHash: 's',
          keyId: 'test',
          status: 'held',
          service: 'passport',
          officeId: 'oslo-gronland',
          startTick: 1,
          createdAt: 1,
          heldSince: 1,
          withoutContact: false,
          sequence: 0,
        })
        .returning({ id: tables.appointments.id }),
    )
    const [newest] = await engine.read
      .select({ id: sql<number>`max(${tables.appointments.id})`.mapWith(Number) })
      .from(tables.appointments)
    assert.equal(row?.id, newest?.id)
  })
})

/** Counts and sums that a row too many, too few or another one would change. */
function fingerprintOf(plan: Plan) {
  const rows = [...plan.appointments()].map((row, index) => ({ ...row, id: index + 1 }))
  const ticks = rows.flatMap((row) => Array.from({ length: row.ticks }, (_, step) => row.startTick + step))
  return {
    claims: [ticks.length, total(ticks), total(rows.map((row) => row.id * row.ticks))],
    appointments: [rows.length, total(rows.map(({ id }) => id))],
    people: [total(rows.map(({ ticks }) => ticks)), total(rows.map(({ resourceId }) => resourceId))],
    rows: [
      plan.counters.length,
      total(plan.counters.map(({ openings }) => openings.length)),
      total(plan.counters.map(({ datedOpenings }) => datedOpenings.length)),
      plan.offices.length,
    ],
  }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

async function fingerprint({ read, tables }: Engine) {
  const { claims, appointments, appointmentPeople, resources, openings, datedOpenings, offices } = tables
  const [claimed] = await read
    .select({ number: count(), ticks: sum(claims.tick), owners: sum(claims.appointmentId) })
    .from(claims)
  const [ids] = await read.select({ number: count(), sum: sum(appointments.id) }).from(appointments)
  const [people] = await read
    .select({ ticks: sum(appointmentPeople.ticks), resources: sum(appointmentPeople.resourceId) })
    .from(appointmentPeople)
  const [counters] = await read.select({ number: count() }).from(resources)
  const [weekly] = await read.select({ number: count() }).from(openings)
  const [dated] = await read.select({ number: count() }).from(datedOpenings)
  const [places] = await read.select({ number: count() }).from(offices)
  return {
    claims: [claimed?.number, Number(claimed?.ticks), Number(claimed?.owners)],
    appointments: [ids?.number, Number(ids?.sum)],
    people: [Number(people?.ticks), Number(people?.resources)],
    rows: [counters?.number, weekly?.number, dated?.number, places?.number],
  }
}

async function openTicksByResource(
  { read, tables }: Engine,
  days = Array.from({ length: 181 }, (_, ahead) => TODAY.add({ days: ahead })),
): Promise<Map<number, Set<number>>> {
  const closures = new Set(
    (await read.select().from(tables.closures)).map(({ officeId, day }) => `${officeId} ${day}`),
  )
  const openings = Map.groupBy(await read.select().from(tables.openings), ({ resourceId }) => resourceId)
  const dated = Map.groupBy(await read.select().from(tables.datedOpenings), ({ resourceId }) => resourceId)
  const open = new Map<number, Set<number>>()
  for (const { id, officeId } of await read.select().from(tables.resources)) {
    const ticks = new Set<number>()
    for (const day of days) {
      const intervals = openIntervals({
        day,
        openings: openings.get(id) ?? [],
        datedOpenings: dated.get(id) ?? [],
        isClosed: holidayOn(day) !== null || closures.has(`${officeId} ${day}`),
      })
      for (const { start, end } of intervals) for (let tick = start; tick < end; tick += 1) ticks.add(tick)
    }
    open.set(id, ticks)
  }
  return open
}
