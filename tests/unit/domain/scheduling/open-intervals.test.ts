import assert from 'node:assert/strict'
import test from 'node:test'
import { openIntervals, type DatedHours, type WeeklyHours } from '#app/domain/scheduling/open-intervals.ts'
import { tickToInstant } from '#app/domain/time/tick.ts'

test('a plain day gives its hours as half-open ticks', () => {
  assert.deepEqual(clocksOf('2026-11-23', [hours({ weekday: 1, opens: '08:00', closes: '15:30' })]), [
    '2026-11-23T08:00+01:00 2026-11-23T15:30+01:00',
  ])
})

test('only the hours of the weekday count', () => {
  assert.deepEqual(clocksOf('2026-11-23', [hours({ weekday: 2 })]), [])
})

test('the day of validTo no longer counts, that of validFrom does', () => {
  const until = hours({ weekday: 1, opens: '08:00', closes: '09:00', validTo: '2026-11-23' })
  const from = hours({ weekday: 1, opens: '10:00', closes: '11:00', validFrom: '2026-11-23' })
  assert.deepEqual(clocksOf('2026-11-23', [until, from]), ['2026-11-23T10:00+01:00 2026-11-23T11:00+01:00'])
})

test('a closed day is not open, whatever its hours', () => {
  const day = Temporal.PlainDate.from('2026-11-23')
  const dated = { day: '2026-11-23', opens: '10:00', closes: '17:00' }
  assert.deepEqual(
    openIntervals({ day, openings: [hours({ weekday: 1 })], datedOpenings: [dated], isClosed: true }),
    [],
  )
})

test('dated hours add to the weekly ones, overlapping and touching hours are one, a gap is a break', () => {
  const weekly = [
    hours({ weekday: 1, opens: '12:00', closes: '15:00' }),
    hours({ weekday: 1, opens: '08:00', closes: '11:30' }),
  ]
  const dated = [
    { day: '2026-11-23', opens: '15:00', closes: '18:00' },
    { day: '2026-11-23', opens: '14:00', closes: '16:00' },
    { day: '2026-11-24', opens: '19:00', closes: '20:00' },
  ]
  assert.deepEqual(clocksOf('2026-11-23', weekly, dated), [
    '2026-11-23T08:00+01:00 2026-11-23T11:30+01:00',
    '2026-11-23T12:00+01:00 2026-11-23T18:00+01:00',
  ])
})

test('an opening keeps its wall-clock start on the day summer time ends', () => {
  assert.deepEqual(clocksOf('2026-10-25', [hours({ weekday: 7, opens: '09:00', closes: '16:00' })]), [
    '2026-10-25T09:00+01:00 2026-10-25T16:00+01:00',
  ])
})

test('an opening keeps its wall-clock start on the day summer time begins', () => {
  assert.deepEqual(clocksOf('2027-03-28', [hours({ weekday: 7, opens: '09:00', closes: '16:00' })]), [
    '2027-03-28T09:00+02:00 2027-03-28T16:00+02:00',
  ])
})

test('an opening around the night hour that comes twice is one hour longer', () => {
  const [night] = ticksOf('2026-10-25', [hours({ weekday: 7, opens: '01:00', closes: '04:00' })])
  assert.equal(night && night.end - night.start, (4 * 60) / 5)
})

test('an opening around the night hour that is skipped is one hour shorter', () => {
  const [night] = ticksOf('2027-03-28', [hours({ weekday: 7, opens: '01:00', closes: '04:00' })])
  assert.equal(night && night.end - night.start, (2 * 60) / 5)
})

test('an opening that starts in the skipped hour starts when the clock is moved', () => {
  assert.deepEqual(clocksOf('2027-03-28', [hours({ weekday: 7, opens: '02:30', closes: '06:00' })]), [
    '2027-03-28T03:00+02:00 2027-03-28T06:00+02:00',
  ])
})

test('an opening wholly inside the skipped hour does not exist that day', () => {
  assert.deepEqual(clocksOf('2027-03-28', [hours({ weekday: 7, opens: '02:10', closes: '02:50' })]), [])
})

test('a leap day has the hours of its weekday', () => {
  assert.deepEqual(clocksOf('2028-02-29', [hours({ weekday: 2, opens: '09:00', closes: '14:30' })]), [
    '2028-02-29T09:00+01:00 2028-02-29T14:30+01:00',
  ])
})

test('an opening until midnight ends with the day, also when the clock changes on it', () => {
  const evening = [1, 2, 3, 4, 5, 6, 7].map((weekday) => hours({ weekday, opens: '18:00', closes: '24:00' }))
  assert.deepEqual(clocksOf('2026-11-23', evening), ['2026-11-23T18:00+01:00 2026-11-24T00:00+01:00'])
  assert.deepEqual(clocksOf('2026-10-25', evening), ['2026-10-25T18:00+01:00 2026-10-26T00:00+01:00'])
  assert.deepEqual(clocksOf('2027-03-28', evening), ['2027-03-28T18:00+02:00 2027-03-29T00:00+02:00'])
})

test('the zone decides what the clock says', () => {
  const day = Temporal.PlainDate.from('2026-11-23')
  const openings = [hours({ weekday: 1, opens: '08:00', closes: '09:00' })]
  const [open] = openIntervals({ day, openings, datedOpenings: [], isClosed: false, zone: 'UTC' })
  assert.equal(open && tickToInstant(open.start).toString(), '2026-11-23T08:00:00Z')
})

test('every day of three years agrees with Temporal asked directly', () => {
  const openings = [1, 2, 3, 4, 5, 6, 7].map((weekday) => hours({ weekday, opens: '08:05', closes: '20:35' }))
  let day = Temporal.PlainDate.from('2026-01-01')
  for (; day.year < 2029; day = day.add({ days: 1 })) {
    const at = (time: string) =>
      day
        .toPlainDateTime(Temporal.PlainTime.from(time))
        .toZonedDateTime('Europe/Oslo', { disambiguation: 'reject' }).epochMilliseconds / 300_000
    assert.deepEqual(openIntervals({ day, openings, datedOpenings: [], isClosed: false }), [
      { start: at('08:05'), end: at('20:35') },
    ])
  }
})

function hours(some: Partial<WeeklyHours>): WeeklyHours {
  return { weekday: 1, opens: '09:00', closes: '15:00', validFrom: '2020-01-01', validTo: null, ...some }
}

function ticksOf(day: string, openings: WeeklyHours[], datedOpenings: DatedHours[] = []) {
  return openIntervals({ day: Temporal.PlainDate.from(day), openings, datedOpenings, isClosed: false })
}

/** 'start end' with the offset, so that a wrong side of a clock change shows. */
function clocksOf(day: string, openings: WeeklyHours[], datedOpenings: DatedHours[] = []): string[] {
  return ticksOf(day, openings, datedOpenings).map(({ start, end }) => `${clockOf(start)} ${clockOf(end)}`)
}

function clockOf(tick: number): string {
  const moment = tickToInstant(tick).toZonedDateTimeISO('Europe/Oslo')
  return `${moment.toPlainDateTime().toString({ smallestUnit: 'minute' })}${moment.offset}`
}
