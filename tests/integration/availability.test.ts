import assert from 'node:assert/strict'
import test, { before, beforeEach } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock } from '#app/server/clock.ts'
import { cancelAppointment } from '#app/use-cases/cancel-appointment.server.ts'
import { earliestTimes } from '#app/use-cases/earliest-times.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import { nearestTimes, officeTimes } from '#app/use-cases/office-times.server.ts'
import { loadAvailability } from '#app/use-cases/availability.server.ts'
import { firstBookableTick, type Portal } from '#app/use-cases/portal.server.ts'
import { openEngine, type Engine } from '#db/engine.ts'
import { onBothEngines, urlOf } from '#tests/support/both-engines.ts'
import { aNeed, anOffice, aPerson, tickOf } from '#tests/support/builders.ts'
import { aClockAt, type MovableClock } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal, type SmallOffice } from '#tests/support/small-country.ts'

/** Monday, eight in the morning in Norway. */
const MONDAY_MORNING = '2026-11-23T07:00:00Z'
const TUESDAY = '2026-11-24'
const NINE = tickOf('2026-11-24T09:00')

onBothEngines('The free times in memory', (openFresh) => {
  let engine: Engine
  let clock: MovableClock

  before(async () => {
    engine = await openFresh()
  })
  beforeEach(() => {
    clock = aClockAt(MONDAY_MORNING)
  })

  async function portalOf(...offices: SmallOffice[]): Promise<Portal> {
    await fillSmallCountry(engine, offices)
    return openTestPortal(engine, clock)
  }

  async function starts(portal: Portal, day = TUESDAY): Promise<number[]> {
    await portal.availability.freshen()
    return portal.availability.starts('sandvika', day, aNeed(2), { notBefore: 0 })
  }

  test('follow what another node has written within half a second', async () => {
    const realClock = systemClock(Temporal.Instant.from(MONDAY_MORNING))
    await fillSmallCountry(engine, [{}])
    const elsewhere = await openEngine(urlOf(engine))
    try {
      const [here, there] = [
        await openTestPortal(engine, realClock),
        await openTestPortal(elsewhere, realClock),
      ]
      assert.ok((await starts(here)).includes(NINE))
      const held = await holdTime(there, wish({ startTick: NINE }))
      await wait(500)
      assert.ok(!(await starts(here)).includes(NINE))
      assert.ok(held.ok)
      await cancelAppointment(there, held.secret)
      await wait(500)
      assert.ok((await starts(here)).includes(NINE))
    } finally {
      await elsewhere.close()
    }
  })

  test('follow what this node has written at once', async () => {
    const portal = await portalOf({})
    await holdTime(portal, wish({ startTick: NINE }))
    assert.ok(!(await starts(portal)).includes(NINE))
  })

  test('are read with what was claimed before the start', async () => {
    await holdTime(await portalOf({}), wish({ startTick: NINE }))
    assert.ok(!(await starts(await openTestPortal(engine, clock))).includes(NINE))
  })

  test('reach one day further after midnight and no longer hold yesterday', async () => {
    const portal = await portalOf({})
    const [first, last] = ['2026-11-23', '2027-05-22']
    assert.deepEqual([portal.availability.days()[0], portal.availability.days().at(-1)], [first, last])
    clock.moveTo('2026-11-23T22:59:59Z')
    await portal.availability.freshen()
    assert.equal(portal.availability.days()[0], first)
    clock.moveTo('2026-11-23T23:00:00Z')
    await portal.availability.freshen()
    assert.deepEqual(
      [portal.availability.days()[0], portal.availability.days().at(-1)],
      [TUESDAY, '2027-05-23'],
    )
  })

  test('offer the new last day after midnight, less what is taken on it', async () => {
    const portal = await portalOf({})
    clock.moveTo('2026-11-24T23:00:00Z')
    const newDay = '2027-05-24'
    const nine = tickOf(`${newDay}T09:00`)
    assert.ok((await starts(portal, newDay)).includes(nine))
    const held = await holdTime(portal, wish({ startTick: nine }))
    assert.ok(held.ok)
    assert.ok(!(await starts(portal, newDay)).includes(nine))
  })

  test('keep what is taken across midnight', async () => {
    const portal = await portalOf({})
    await holdTime(portal, wish({ startTick: NINE }))
    clock.moveTo('2026-11-23T07:05:00Z')
    await starts(portal)
    clock.moveTo('2026-11-23T23:00:00Z')
    assert.ok((await starts(portal)).includes(NINE), 'the hold has ended')
  })

  test('are read again after the database was away in between', async () => {
    await fillSmallCountry(engine, [{}])
    let isAway = false
    const read = new Proxy(engine.read, {
      get(target, name, receiver) {
        if (isAway && name === 'select') throw new Error('away')
        return Reflect.get(target, name, receiver)
      },
    })
    const portal = await openTestPortal({ ...engine, read }, clock)
    await holdTime(portal, wish({ startTick: NINE }))
    isAway = true
    await assert.rejects(portal.availability.freshen())
    isAway = false
    assert.ok(!(await starts(portal)).includes(NINE))
  })

  test('ask the database nothing more for a hold that ended on a day that has passed', async () => {
    await fillSmallCountry(engine, [{ opens: '00:00', closes: '24:00', weekdays: [1, 2] }])
    let reads = 0
    const read = new Proxy(engine.read, {
      get(target, name, receiver) {
        if (name === 'select') reads += 1
        return Reflect.get(target, name, receiver)
      },
    })
    clock.moveTo('2026-11-23T21:40:00Z')
    const portal = await openTestPortal({ ...engine, read }, clock)
    await holdTime(portal, wish({ startTick: tickOf('2026-11-23T23:50') }))
    await portal.availability.freshen()
    clock.moveTo('2026-11-23T23:30:00Z')
    await portal.availability.freshen()
    const before = reads
    await portal.availability.freshen()
    assert.equal(reads, before)
  })

  test('are not read a second time for what had changed before they were loaded', async () => {
    await holdTime(await portalOf({}), wish({ startTick: NINE }))
    let reads = 0
    const read = new Proxy(engine.read, {
      get(target, name, receiver) {
        if (name === 'select') reads += 1
        return Reflect.get(target, name, receiver)
      },
    })
    const portal = await openTestPortal({ ...engine, read }, clock)
    reads = 0
    await portal.availability.freshen()
    assert.equal(reads, 0)
  })

  test('of an office that closes today hold nothing within its notice', async () => {
    const portal = await portalOf({ closes: '15:00' })
    clock.moveTo('2026-11-23T12:50:00Z')
    assert.deepEqual(await todayFrom(portal), [tickOf('2026-11-23T14:50')])
    clock.moveTo('2026-11-23T12:50:01Z')
    assert.deepEqual(await todayFrom(portal), [])
  })

  test('of a bus stop lie on its dates only', async () => {
    const portal = await portalOf({ kind: 'bus-stop', onlyOn: ['2026-11-25', '2026-12-09'] })
    const open = portal.availability
      .days()
      .filter((day) => portal.availability.starts('sandvika', day, aNeed(2), { notBefore: 0 }).length > 0)
    assert.deepEqual(open, ['2026-11-25', '2026-12-09'])
  })

  test('of a seasonal place lie in its months only', async () => {
    const portal = await portalOf({ season: 'winter' })
    const months = new Set(
      portal.availability
        .days()
        .filter((day) => portal.availability.starts('sandvika', day, aNeed(2), { notBefore: 0 }).length > 0)
        .map((day) => Temporal.PlainDate.from(day).month),
    )
    assert.deepEqual([...months], [12, 1, 2, 3, 4])
  })

  test('can be loaded for an office without counters: it has none', async () => {
    const portal = await portalOf({ counters: 0 })
    const { catalogue } = portal
    const loaded = await loadAvailability({ engine, catalogue, clock, windowDays: 10 })
    assert.equal(loaded.earliest('sandvika', aNeed(1), [0]), null)
    assert.deepEqual(loaded.starts('sandvika', TUESDAY, aNeed(1), { notBefore: 0 }), [])
    assert.equal(loaded.plan('sandvika', NINE, aNeed(1)), null)
  })

  test('over all offices name the earliest anywhere, the earliest within reach and the nearest', async () => {
    const portal = await portalOf(
      { id: 'near', latitude: 60, longitude: 10, onlyOn: ['2026-11-27'] },
      { id: 'in-reach', latitude: 60.3, longitude: 10, onlyOn: ['2026-11-26'] },
      { id: 'far', latitude: 69, longitude: 18, onlyOn: ['2026-11-25'] },
      { id: 'coming', latitude: 60, longitude: 10, passport: 'coming', onlyOn: ['2026-11-24'] },
      { id: 'no-passports', latitude: 60, longitude: 10, passport: 'no', onlyOn: ['2026-11-24'] },
      { id: 'governor', kind: 'governor', onlyOn: ['2026-11-24'] },
    )
    const times = await earliestTimes(portal, { need: aNeed(2), from: { latitude: 60, longitude: 10 } })
    assert.deepEqual(
      [times.anywhere?.office.id, times.withinReach?.office.id, times.nearest?.office.id],
      ['far', 'in-reach', 'near'],
    )
    assert.deepEqual(
      times.offices.map(({ office }) => office.id),
      ['near', 'in-reach', 'far'],
    )
    assert.deepEqual(
      times.coming.map(({ office }) => office.id),
      ['coming'],
    )
  })

  test('show an office with nothing free among the others, without a time', async () => {
    const portal = await portalOf({ id: 'full', counters: 0 }, { id: 'sandvika' })
    const times = await earliestTimes(portal, { need: aNeed(2), from: null })
    assert.equal(times.offices.find(({ office }) => office.id === 'full')?.earliest, null)
    assert.equal(times.anywhere?.office.id, 'sandvika')
  })

  test('are shown in pages of three days that lead forth and back', async () => {
    const portal = await portalOf({})
    const page = async (from: string | null) => {
      const office = anOffice()
      return officeTimes(portal, { office, need: aNeed(2), own: [], from, onlyDay: null, near: null })
    }
    const first = await page(null)
    assert.deepEqual(
      first.days.map(({ day }) => day),
      ['2026-11-23', '2026-11-24', '2026-11-25'],
    )
    assert.deepEqual([first.previousFrom, first.nextFrom], [null, '2026-11-26'])
    const second = await page(first.nextFrom)
    assert.deepEqual(
      second.days.map(({ day }) => day),
      ['2026-11-26', '2026-11-27', '2026-11-30'],
    )
    assert.equal(second.previousFrom, '2026-11-23')
  })

  test('name nearer offices that have an earlier time than this one', async () => {
    const portal = await portalOf(
      { id: 'sandvika', onlyOn: ['2026-12-01'] },
      { id: 'earlier', onlyOn: ['2026-11-30'] },
      { id: 'later', onlyOn: ['2026-12-02'] },
    )
    const office = anOffice({ id: 'sandvika' })
    const times = await officeTimes(portal, {
      office,
      need: aNeed(2),
      own: [],
      from: null,
      onlyDay: null,
      near: null,
    })
    assert.deepEqual(
      times.earlierElsewhere.map((row) => row.office.id),
      ['earlier'],
    )
  })

  test('closest to a lost one come from both sides of it', async () => {
    const portal = await portalOf({})
    await holdTime(portal, wish({ startTick: NINE + 6 }))
    await portal.availability.freshen()
    const times = nearestTimes(portal, { officeId: 'sandvika', need: aNeed(2), own: [] }, NINE + 6)
    assert.deepEqual(
      times.map(({ tick }) => tick),
      [NINE + 2, NINE + 4, NINE + 8, NINE + 10],
    )
  })

  async function todayFrom(portal: Portal): Promise<number[]> {
    await portal.availability.freshen()
    return portal.availability.starts('sandvika', '2026-11-23', aNeed(2), {
      notBefore: firstBookableTick(portal),
    })
  }
})

function wish({ startTick }: { startTick: number }) {
  return {
    idempotencyKey: `page ${startTick}`,
    replaces: null,
    officeId: 'sandvika',
    startTick,
    changes: null,
    people: [aPerson()],
  }
}
