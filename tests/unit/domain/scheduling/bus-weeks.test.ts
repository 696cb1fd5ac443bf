import assert from 'node:assert/strict'
import test from 'node:test'
import { busWeeks, type BusVisit } from '#app/domain/scheduling/bus-weeks.ts'
import { tickOf } from '#tests/support/builders.ts'

const WEDNESDAY = Temporal.PlainDate.from('2026-11-25')

function aVisit(officeId: string, day: string, opens = '10:00'): BusVisit {
  const start = tickOf(`${day}T${opens}`)
  return { officeId, day, open: [{ start, end: start + 12 }] }
}

test('this week begins today and ends before the next, which is whole', () => {
  const { thisWeek, nextWeek } = busWeeks([], WEDNESDAY)
  assert.deepEqual(
    thisWeek.map(({ day }) => day),
    ['2026-11-25', '2026-11-26', '2026-11-27'],
  )
  assert.deepEqual(
    nextWeek.map(({ day }) => day),
    ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'],
  )
})

test('on a Sunday this week has nothing left', () => {
  const { thisWeek, nextWeek } = busWeeks([], Temporal.PlainDate.from('2026-11-29'))
  assert.deepEqual(thisWeek, [])
  assert.equal(nextWeek[0]?.day, '2026-11-30')
})

test('a weekend day is there only when the bus is out', () => {
  const { thisWeek } = busWeeks([aVisit('leknes', '2026-11-28')], WEDNESDAY)
  assert.deepEqual(
    thisWeek.map(({ day, visits }) => [day, visits.length]),
    [
      ['2026-11-25', 0],
      ['2026-11-26', 0],
      ['2026-11-27', 0],
      ['2026-11-28', 1],
    ],
  )
})

test('days before today and after next week are left out', () => {
  const far = [aVisit('leknes', '2026-11-24'), aVisit('leknes', '2026-12-07')]
  const { thisWeek, nextWeek } = busWeeks(far, WEDNESDAY)
  assert.deepEqual(
    [...thisWeek, ...nextWeek].flatMap(({ visits }) => visits),
    [],
  )
})

test('two stops on one day come in the order of their hours', () => {
  const { thisWeek } = busWeeks(
    [aVisit('later', '2026-11-25', '14:00'), aVisit('earlier', '2026-11-25', '09:00')],
    WEDNESDAY,
  )
  assert.deepEqual(
    thisWeek[0]?.visits.map(({ officeId }) => officeId),
    ['earlier', 'later'],
  )
})
