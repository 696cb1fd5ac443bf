import assert from 'node:assert/strict'
import test from 'node:test'
import { holidayOn } from '#app/domain/time/holidays.ts'
import { planBusVisits } from '#db/seed/plan/bus-tours.ts'
import { shareTaken } from '#db/seed/plan/occupancy.ts'
import { planOffices } from '#db/seed/plan/offices.ts'
import { planSeed, type Plan } from '#db/seed/plan/plan.ts'
import { readData } from '#db/seed/read-data.ts'

const data = readData()
const TODAY = Temporal.PlainDate.from('2026-11-22')
const demo = planSeed({ data, size: 'demo', today: TODAY })
const stops = planOffices(data).filter(({ kind }) => kind === 'bus-stop')
const visits = planBusVisits(stops, { today: TODAY, days: 365 })

test('the same day gives the same plan', () => {
  const again = planSeed({ data, size: 'demo', today: TODAY })
  assert.deepEqual(again.counters, demo.counters)
  assert.deepEqual(again.closures, demo.closures)
  assert.deepEqual([...again.appointments()], [...demo.appointments()])
})

test('the plan is the one it has always been', () => {
  // Breaks when the data, the rules of the plan or the random numbers change: then look, and write the new figures.
  assert.deepEqual(figuresOf(demo), { counters: 169, appointments: 131_776, claims: 358_925 })
})

test('a bus is never in two places', () => {
  const days = visits.map(({ bus, day }) => `${bus} ${day}`)
  assert.equal(new Set(days).size, days.length)
})

test('a bus drives on working days only', () => {
  const wrong = visits.filter(({ day }) => day.dayOfWeek > 5 || holidayOn(day) !== null)
  assert.deepEqual(wrong, [])
})

test('every stop is visited again and again, for one or two days in a row', () => {
  for (const stop of stops) {
    const days = visits.filter(({ stopId }) => stopId === stop.id).map(({ day }) => day)
    assert.ok(days.length >= 4, `${stop.id} is visited on ${days.length} days`)
    for (const [index, day] of days.entries()) {
      const third = days[index + 2]
      if (third) assert.ok(day.until(third).days > 2, `${stop.id} has the bus for three days from ${day}`)
    }
  }
})

test('the visits go on for a year', () => {
  for (const bus of ['north', 'south']) {
    const last = visits.filter((visit) => visit.bus === bus).at(-1)
    assert.ok(last && TODAY.until(last.day).days > 350)
  }
})

test('an office with several counters never closes for lunch', () => {
  for (const hours of openMinutesByOffice(demo, '2026-11-25').values()) {
    if (hours.counters > 1) assert.equal(hours.stretches, 1)
  }
})

test('a single counter closes for lunch', () => {
  const bodo = demo.counters.filter(({ officeId }) => officeId === 'nordland-bodo')
  assert.equal(bodo.length, 1)
  assert.deepEqual(
    bodo[0]?.openings.filter(({ weekday }) => weekday === 1).map(({ opens, closes }) => `${opens}–${closes}`),
    ['09:00–11:30', '12:00–14:30'],
  )
})

test('every opening lies on steps of five minutes and ends after it begins', () => {
  for (const { openings, datedOpenings } of demo.counters) {
    for (const { opens, closes } of [...openings, ...datedOpenings]) {
      assert.match(`${opens} ${closes}`, /^\d\d:\d[05] \d\d:\d[05]$/)
      assert.ok(opens < closes)
    }
  }
})

test('summer hours hold from 20 June to 20 August, this year and the ones that can be reached', () => {
  const oslo = demo.counters.find(({ officeId }) => officeId === 'oslo-gronland')
  const fridays = oslo?.openings.filter(({ weekday }) => weekday === 5) ?? []
  const summers = fridays.filter(({ validFrom }) => validFrom.endsWith('-06-20'))
  assert.deepEqual(
    [...new Set(summers.map(({ validFrom, validTo }) => `${validFrom} ${validTo}`))],
    ['2026', '2027', '2028', '2029'].map((year) => `${year}-06-20 ${year}-08-21`),
  )
  assert.equal(fridays.at(-1)?.validTo, null)
})

test('planning days fall on ordinary weekdays of a few offices', () => {
  assert.ok(demo.closures.length >= 3 && demo.closures.length <= 20)
  for (const { day } of demo.closures) {
    const date = Temporal.PlainDate.from(day)
    assert.ok(date.dayOfWeek <= 5 && holidayOn(date) === null)
  }
})

test('the Governor of Svalbard has no counters here', () => {
  assert.equal(
    demo.counters.some(({ officeId }) => officeId.startsWith('svalbard')),
    false,
  )
})

test('an empty seed has the counters of the demonstration but no appointments', () => {
  const empty = planSeed({ data, size: 'empty', today: TODAY })
  assert.deepEqual(empty.counters, demo.counters)
  assert.equal([...empty.appointments()].length, 0)
})

test('a number of claims is met within two per cent, over the same offices and days', () => {
  for (const claims of [50_000, 500_000, 1_200_000]) {
    const plan = planSeed({ data, size: 'national', today: TODAY, claims })
    const made = figuresOf(plan).claims
    assert.ok(Math.abs(made / claims - 1) < 0.02, `${made} claims for ${claims}`)
    assert.deepEqual(officesOf(plan), officesOf(demo))
    assert.deepEqual(plan.days, demo.days)
  }
})

test('cities are all but full for two weeks and nearly empty at the end; small places have times at once', () => {
  for (let ahead = 0; ahead <= 14; ahead += 1) {
    for (const luck of [0, 0.5, 1]) {
      assert.ok(shareTaken(1, ahead, luck) >= 0.97)
      assert.ok(shareTaken(0, ahead, luck) <= 0.6)
    }
  }
  assert.ok(shareTaken(1, 180, 0.5) < 0.12)
})

function figuresOf(plan: Plan) {
  let appointments = 0
  let claims = 0
  for (const { ticks } of plan.appointments()) {
    appointments += 1
    claims += ticks
  }
  return { counters: plan.counters.length, appointments, claims }
}

function officesOf(plan: Plan): string[] {
  return [...new Set(plan.counters.map(({ officeId }) => officeId))]
}

/** Per office: its counters and how many stretches of the day at least one of them is open. */
function openMinutesByOffice(plan: Plan, day: string) {
  const { dayOfWeek } = Temporal.PlainDate.from(day)
  const offices = new Map<string, { counters: number; stretches: number }>()
  for (const officeId of officesOf(plan)) {
    const counters = plan.counters.filter((counter) => counter.officeId === officeId)
    const hours = counters
      .flatMap(({ openings }) => openings)
      .filter(({ weekday, validFrom, validTo }) => {
        return weekday === dayOfWeek && validFrom <= day && (validTo === null || day < validTo)
      })
      .sort((a, b) => (a.opens < b.opens ? -1 : 1))
    let stretches = 0
    let until = ''
    for (const { opens, closes } of hours) {
      if (opens > until) stretches += 1
      if (closes > until) until = closes
    }
    // Drammen is closed from 11 to 15:15 on Wednesdays by its own hours.
    if (hours.length > 0 && officeId !== 'sor-ost-drammen') {
      offices.set(officeId, { counters: counters.length, stretches })
    }
  }
  return offices
}
