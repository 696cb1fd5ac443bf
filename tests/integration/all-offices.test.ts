import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after, before, describe } from 'node:test'
import { holidayOn } from '#app/domain/time/holidays.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { openEngine, type Engine } from '#db/engine.ts'
import { allDatedOpenings, allOpenings, allResources } from '#db/queries/catalogue.ts'
import { seed } from '#db/seed/seed.ts'
import { aNeed, tickOf } from '#tests/support/builders.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { openTestPortal } from '#tests/support/small-country.ts'

const SUMMER_TIME_ENDS = '2026-10-25'
const SUMMER_TIME_BEGINS = '2027-03-28'
const LEAP_DAY = '2028-02-29'

/** The same offices, counters and hours as in the demonstration, and nothing booked. */
describe('At every office of the country', () => {
  const folder = mkdtempSync(join(tmpdir(), 'all-offices-'))
  let engine: Engine
  let hours: Hours[]

  before(async () => {
    engine = await openEngine(`file:${join(folder, 'portal.db')}`)
    await engine.migrate()
    const today = Temporal.PlainDate.from('2026-10-19')
    await seed({ engine, size: 'empty', today, nowSeconds: 1_792_360_800 })
    hours = await allHours(engine)
  })
  after(async () => {
    await engine.close()
    rmSync(folder, { recursive: true })
  })

  /** A portal some days before the day, so that the days around it can be booked. */
  function portalBefore(day: string): Promise<Portal> {
    const start = Temporal.PlainDate.from(day).subtract({ days: 6 }).toZonedDateTime('Europe/Oslo')
    return openTestPortal(engine, aClockAt(start.toInstant().toString()))
  }

  for (const day of [SUMMER_TIME_ENDS, SUMMER_TIME_BEGINS, LEAP_DAY]) {
    test(`the times around ${day} are the hours on the clock, each five minutes once`, async () => {
      const portal = await portalBefore(day)
      let times = 0
      for (const around of daysAround(day)) {
        for (const officeId of portal.catalogue.offices.keys()) {
          const starts = portal.availability.starts(officeId, around, aNeed(1), { notBefore: 0 })
          assert.deepEqual(starts, onTheClock(hours, officeId, around), `${officeId} on ${around}`)
          times += starts.length
        }
      }
      assert.ok(times > 10_000)
    })
  }

  test('on the leap day there are times', async () => {
    const portal = await portalBefore(LEAP_DAY)
    const open = [...portal.catalogue.offices.keys()].filter(
      (officeId) => portal.availability.starts(officeId, LEAP_DAY, aNeed(2), { notBefore: 0 }).length > 0,
    )
    assert.ok(open.length > 60, `${open.length} offices are open`)
  })

  test(`summer time begins on Easter Sunday in 2027, so there are no times on ${SUMMER_TIME_BEGINS}`, async () => {
    const portal = await portalBefore(SUMMER_TIME_BEGINS)
    for (const officeId of portal.catalogue.offices.keys()) {
      assert.deepEqual(
        portal.availability.starts(officeId, SUMMER_TIME_BEGINS, aNeed(1), { notBefore: 0 }),
        [],
        officeId,
      )
    }
  })

  // The next spring in which that Sunday is no holiday is that of 2028.
  const nights = { [SUMMER_TIME_ENDS]: 25, '2028-03-26': 23 }
  for (const [day, hoursOfDay] of Object.entries(nights)) {
    test(`a day of ${hoursOfDay} hours, ${day}, open around the clock has every time once and no hole`, async () => {
      const { datedOpenings } = engine.tables
      const resources = await allResources(engine)
      await engine.write((tx) =>
        tx
          .insert(datedOpenings)
          .values(resources.map(({ id }) => ({ resourceId: id, day, opens: '00:00', closes: '24:00' }))),
      )
      const portal = await portalBefore(day)
      const midnight = tickOf(`${day}T00:00`)
      const everyTick = Array.from({ length: hoursOfDay * 12 }, (_, step) => midnight + step)
      for (const { officeId } of resources) {
        assert.deepEqual(
          portal.availability.starts(officeId, day, aNeed(1), { notBefore: 0 }),
          everyTick,
          officeId,
        )
      }
    })
  }

  test('on public holidays there are no times, on the working days beside them there are', async () => {
    const portal = await portalBefore('2026-12-24')
    const timesOn = (day: string) =>
      [...portal.catalogue.offices.keys()].reduce(
        (sum, officeId) => sum + portal.availability.starts(officeId, day, aNeed(2), { notBefore: 0 }).length,
        0,
      )
    const holidays = portal.availability
      .days()
      .filter((day) => holidayOn(Temporal.PlainDate.from(day)) !== null)
    assert.deepEqual(holidays, [
      ...['2026-12-25', '2026-12-26', '2027-01-01', '2027-03-25', '2027-03-26', '2027-03-28', '2027-03-29'],
      ...['2027-05-01', '2027-05-06', '2027-05-16', '2027-05-17'],
    ])
    for (const day of holidays) assert.equal(timesOn(day), 0, day)
    for (const day of ['2026-12-23', '2027-03-24', '2027-03-30', '2027-05-18'])
      assert.ok(timesOn(day) > 0, day)
  })

  test('on a planning day of an office there are no times', async () => {
    const closures = await engine.read.select().from(engine.tables.closures)
    const portal = await portalBefore('2026-10-25')
    assert.ok(closures.length > 0)
    for (const { officeId, day } of closures) {
      assert.deepEqual(
        portal.availability.starts(officeId, day, aNeed(1), { notBefore: 0 }),
        [],
        `${officeId} on ${day}`,
      )
    }
  })

  test('a bus stop has times on its dates and on no other', async () => {
    const portal = await portalBefore('2026-11-23')
    for (const { id, kind } of portal.catalogue.offices.values()) {
      if (kind !== 'bus-stop') continue
      const visits = new Set(hours.filter((row) => row.officeId === id).map((row) => row.day))
      const open = portal.availability
        .days()
        .filter((day) => portal.availability.starts(id, day, aNeed(1), { notBefore: 0 }).length > 0)
      assert.deepEqual(
        open,
        portal.availability.days().filter((day) => visits.has(day)),
        id,
      )
    }
  })

  test('a day on which nothing is left within the notice is not offered', async () => {
    const portal = await portalBefore('2026-11-23')
    const evening = tickOf('2026-11-17T22:00')
    for (const officeId of portal.catalogue.offices.keys()) {
      const everyDay = portal.availability.days().map(() => evening)
      const earliest = portal.availability.earliest(officeId, aNeed(2), everyDay)
      assert.ok(earliest === null || earliest >= tickOf('2026-11-18T00:00'), officeId)
    }
  })
})

type Hours = {
  officeId: string
  opens: string
  closes: string
  weekday?: number
  validFrom?: string
  validTo?: string | null
  day?: string
}

async function allHours(engine: Engine): Promise<Hours[]> {
  const officeOf = new Map((await allResources(engine)).map(({ id, officeId }) => [id, officeId]))
  const rows = [...(await allOpenings(engine)), ...(await allDatedOpenings(engine))]
  return rows.map(({ resourceId, ...row }) => ({ ...row, officeId: officeOf.get(resourceId) ?? '' }))
}

/** The ticks of the hours on the wall clock, asked of Temporal time by time rather than of the code under test. */
function onTheClock(hours: readonly Hours[], officeId: string, day: string): number[] {
  const date = Temporal.PlainDate.from(day)
  const ticks = new Set<number>()
  for (const row of hours) {
    const isThatDay =
      row.day === undefined
        ? row.weekday === date.dayOfWeek &&
          (row.validFrom ?? '') <= day &&
          (row.validTo == null || day < row.validTo)
        : row.day === day
    if (row.officeId !== officeId || !isThatDay || holidayOn(date) !== null) continue
    for (let clock = row.opens; clock < row.closes; clock = fiveMinutesAfter(clock)) {
      ticks.add(tickOf(`${day}T${clock}`))
    }
  }
  return [...ticks].sort((a, b) => a - b)
}

function fiveMinutesAfter(clock: string): string {
  return Temporal.PlainTime.from(clock).add({ minutes: 5 }).toString({ smallestUnit: 'minute' })
}

function daysAround(day: string): string[] {
  const middle = Temporal.PlainDate.from(day)
  return [-3, -2, -1, 0, 1, 2, 3].map((days) => middle.add({ days }).toString())
}
