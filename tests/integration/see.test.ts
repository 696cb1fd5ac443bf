import assert from 'node:assert/strict'
import test, { before } from 'node:test'
import { NO_FILTER, type SearchFilter } from '#app/domain/scheduling/search-filter.ts'
import { OSLO, tickToInstant } from '#app/domain/time/tick.ts'
import { busTour, nextVisit } from '#app/use-cases/bus-tour.server.ts'
import { filteredTimes } from '#app/use-cases/filtered-times.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import { officeFortnight } from '#app/use-cases/office-fortnight.server.ts'
import { nearestTimes, officeTimes } from '#app/use-cases/office-times.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import type { Engine } from '#db/engine.ts'
import { allOffices } from '#db/queries/catalogue.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aNeed, anOffice, aPerson, tickOf } from '#tests/support/builders.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal, type SmallOffice } from '#tests/support/small-country.ts'

/** Monday, eight in the morning in Norway. */
const MONDAY_MORNING = '2026-11-23T07:00:00Z'
const HERE = { latitude: 60, longitude: 10 }

const DAYTIME = { id: 'daytime', latitude: 60.1, longitude: 10 }
const LATE = { id: 'late', latitude: 60.3, longitude: 10, closes: '18:00' }
const FAR_AND_LATE = { id: 'far', latitude: 62, longitude: 10, closes: '20:00', weekdays: [2, 6] }
const ASSUMED = { id: 'assumed', latitude: 60.2, longitude: 10, hoursBasis: 'assumed' } as const

onBothEngines('What a person sees', (openFresh) => {
  let engine: Engine

  before(async () => {
    engine = await openFresh()
  })

  async function portalOf(...offices: SmallOffice[]): Promise<Portal> {
    await fillSmallCountry(engine, offices)
    return openTestPortal(engine, aClockAt(MONDAY_MORNING))
  }

  function search(portal: Portal, filter: Partial<SearchFilter>, from: typeof HERE | null = HERE) {
    return filteredTimes(portal, { need: aNeed(2), from, filter: { ...NO_FILTER, ...filter } })
  }

  test('of an office is stored where its hours are from, and of a stop which bus comes', async () => {
    await fillSmallCountry(engine, [
      { id: 'a', hoursBasis: 'assumed' },
      { id: 'b', kind: 'bus-stop', hoursBasis: 'demonstration', bus: 'north' },
    ])
    const offices = await allOffices(engine)
    assert.deepEqual(
      offices.map(({ hoursBasis, bus }) => [hoursBasis, bus]),
      [
        ['assumed', null],
        ['demonstration', 'north'],
      ],
    )
  })

  test('without a filter is every place, as before', async () => {
    const portal = await portalOf(DAYTIME, LATE, ASSUMED, { id: 'full', counters: 0 })
    const times = await search(portal, {})
    assert.deepEqual(idsOf(times.offices).sort(), ['assumed', 'daytime', 'full', 'late'])
    assert.deepEqual([times.unknown, times.chosen, times.looser], [[], [], []])
    assert.equal(times.fitting, 3)
  })

  test('in the evening are the places that have a time then, from four on', async () => {
    const portal = await portalOf(DAYTIME, LATE, FAR_AND_LATE)
    const times = await search(portal, { evening: true })
    assert.deepEqual(idsOf(times.offices), ['late', 'far'])
    assert.deepEqual(
      times.offices.map(({ earliest }) => earliest),
      [tickOf('2026-11-23T16:00'), tickOf('2026-11-24T16:00')],
    )
    assert.equal(times.anywhere?.office.id, 'late')
  })

  test('on some weekdays are the times of those days', async () => {
    const portal = await portalOf(DAYTIME, FAR_AND_LATE)
    const times = await search(portal, { weekdays: [2, 6] })
    assert.deepEqual(
      times.offices.map(({ office, earliest }) => [office.id, earliest]),
      [
        ['daytime', tickOf('2026-11-24T09:00')],
        ['far', tickOf('2026-11-24T09:00')],
      ],
    )
  })

  test('of places whose hours are not known stands apart, with its earliest time of any kind', async () => {
    const portal = await portalOf(DAYTIME, LATE, ASSUMED)
    const times = await search(portal, { evening: true })
    assert.deepEqual(idsOf(times.offices), ['late'])
    assert.deepEqual(
      times.unknown.map(({ office, earliest, otherwise }) => [office.id, earliest, otherwise]),
      [['assumed', null, tickOf('2026-11-23T09:00')]],
    )
    assert.deepEqual((await search(portal, { withinKm: 50 })).unknown, [])
  })

  test('within a distance is what lies within it, and the distance takes the place of the reach', async () => {
    const portal = await portalOf(DAYTIME, LATE, FAR_AND_LATE)
    const times = await search(portal, { withinKm: 25 })
    assert.deepEqual(idsOf(times.offices), ['daytime'])
    assert.deepEqual([times.reachKm, times.anywhere, times.withinReach?.office.id], [25, null, 'daytime'])
  })

  test('is not narrowed by a distance that is not offered, nor by one from nowhere', async () => {
    const portal = await portalOf(DAYTIME, FAR_AND_LATE)
    assert.equal((await search(portal, { withinKm: 26 })).filter.withinKm, null)
    const country = await search(portal, { withinKm: 25 }, null)
    assert.deepEqual([country.offices.length, country.choices.distancesKm], [2, []])
  })

  test('when nothing fits is what each part alone stands in the way of', async () => {
    const portal = await portalOf(DAYTIME, FAR_AND_LATE)
    const times = await search(portal, { withinKm: 25, evening: true, weekdays: [6] })
    assert.equal(times.fitting, 0)
    assert.deepEqual(
      times.looser.map(({ part, places, first }) => [part, places, first?.office.id ?? null]),
      [
        ['distance', 1, 'far'],
        ['evening', 0, null],
        ['weekdays', 0, null],
      ],
    )
  })

  test('can be chosen from the weekdays on which some place is open', async () => {
    const { choices } = await search(await portalOf(DAYTIME, { ...FAR_AND_LATE, weekdays: [6] }), {})
    assert.deepEqual(choices, {
      distancesKm: [25, 50, 100],
      eveningFrom: '16:00',
      weekdays: [1, 2, 3, 4, 5, 6],
    })
  })

  test('at an office are its times within the filter, page by page', async () => {
    const portal = await portalOf(LATE)
    const office = anOffice(LATE)
    const filter = { ...NO_FILTER, evening: true, weekdays: [1, 4] }
    const wanted = { office, need: aNeed(2), own: [], filter, onlyDay: null, near: null }
    const first = await officeTimes(portal, { ...wanted, from: null })
    const second = await officeTimes(portal, { ...wanted, from: first.nextFrom })
    const days = [...first.days, ...second.days]
    assert.deepEqual(
      days.map(({ day }) => day),
      ['2026-11-23', '2026-11-26', '2026-11-30', '2026-12-03', '2026-12-07', '2026-12-10'],
    )
    for (const { times } of days) assert.ok(times.every(({ tick }) => clockOf(tick) >= '16:00'))
    const near = nearestTimes(portal, { ...wanted, officeId: 'late' }, tickOf('2026-11-24T10:00'))
    assert.ok(near.length > 0 && near.every(({ tick }) => clockOf(tick) >= '16:00'))
  })

  test('of the next two weeks is what is open and free on each day', async () => {
    const portal = await portalOf({ counters: 2, closedOn: ['2026-11-25'] })
    for (const hour of ['09:00', '09:10', '09:20']) {
      const held = await holdTime(portal, aWish(tickOf(`2026-11-24T${hour}`)))
      assert.ok(held.ok)
    }
    await portal.availability.freshen()
    const fortnight = officeFortnight(portal, { officeId: 'sandvika', need: aNeed(2), own: [] })
    assert.equal(fortnight.length, 14)
    assert.deepEqual(fortnight.slice(0, 6), [
      // Open from nine to three at two counters: 36 times of ten minutes each.
      { day: '2026-11-23', times: 72, free: 72, fullness: 'roomy', hasTimes: true },
      { day: '2026-11-24', times: 72, free: 69, fullness: 'roomy', hasTimes: true },
      { day: '2026-11-25', times: 0, free: 0, fullness: 'closed', hasTimes: false },
      { day: '2026-11-26', times: 72, free: 72, fullness: 'roomy', hasTimes: true },
      { day: '2026-11-27', times: 72, free: 72, fullness: 'roomy', hasTimes: true },
      { day: '2026-11-28', times: 0, free: 0, fullness: 'closed', hasTimes: false },
    ])
  })

  test('of the next two weeks leads only to days with times that fit, and still says how full the others are', async () => {
    const portal = await portalOf({})
    const filter = { ...NO_FILTER, weekdays: [2] }
    await portal.availability.freshen()
    const days = officeFortnight(portal, { officeId: 'sandvika', need: aNeed(2), own: [], filter })
    assert.deepEqual(
      days.filter(({ hasTimes }) => hasTimes).map(({ day }) => day),
      ['2026-11-24', '2026-12-01'],
    )
    assert.equal(days[2]?.free, 36)
  })

  test('of a bus is where it is this week and the next, and when it is here', async () => {
    const bus = { kind: 'bus-stop', hoursBasis: 'demonstration' } as const
    const portal = await portalOf(
      { ...bus, id: 'leknes', bus: 'north', onlyOn: ['2026-11-24', '2027-01-12'] },
      { ...bus, id: 'andenes', bus: 'north', onlyOn: ['2026-11-25', '2026-12-03'] },
      { ...bus, id: 'valle', bus: 'south', onlyOn: ['2026-11-24'] },
      { ...bus, id: 'never', bus: 'north', counters: 0 },
    )
    const { thisWeek, nextWeek } = busTour(portal, 'north')
    const visits = [...thisWeek, ...nextWeek].flatMap(({ visits: there }) => there)
    assert.deepEqual(
      visits.map(({ officeId, day }) => `${officeId} ${day}`),
      ['leknes 2026-11-24', 'andenes 2026-11-25', 'andenes 2026-12-03'],
    )
    assert.deepEqual(
      ['leknes', 'andenes', 'never'].map((id) => nextVisit(portal, id)),
      ['2026-11-24', '2026-11-25', null],
    )
    // It stands there from nine to three.
    const whenItIs = (clock: string) => nextVisit({ ...portal, clock: aClockAt(clock) }, 'leknes')
    assert.deepEqual(
      [whenItIs('2026-11-24T13:55:00Z'), whenItIs('2026-11-24T14:00:00Z')],
      ['2026-11-24', '2027-01-12'],
    )
  })
})

function idsOf(rows: readonly { office: { id: string } }[]): string[] {
  return rows.map(({ office }) => office.id)
}

function clockOf(tick: number): string {
  return tickToInstant(tick).toZonedDateTimeISO(OSLO).toPlainTime().toString({ smallestUnit: 'minute' })
}

function aWish(startTick: number) {
  return {
    idempotencyKey: `page ${startTick}`,
    replaces: null,
    officeId: 'sandvika',
    startTick,
    changes: null,
    people: [aPerson()],
  }
}
