import assert from 'node:assert/strict'
import test from 'node:test'
import Holidays from 'date-holidays'
import { easterSunday, holidayOn } from '#app/domain/time/holidays.ts'

test('the holidays of 2020 to 2060 are those of an independent calendar', () => {
  const calendar = new Holidays('NO')
  for (let year = 2020; year <= 2060; year += 1) {
    const expected = calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10))
    assert.deepEqual(holidaysIn(year), [...new Set(expected)].sort(), `the year ${year}`)
  }
})

test('a holiday says which one it is', () => {
  assert.equal(holidayOn(Temporal.PlainDate.from('2027-03-25')), 'maundy-thursday')
  assert.equal(holidayOn(Temporal.PlainDate.from('2027-05-06')), 'ascension-day')
  assert.equal(holidayOn(Temporal.PlainDate.from('2026-12-26')), 'boxing-day')
})

test('constitution day keeps its name when Whit Monday falls on it', () => {
  assert.equal(holidayOn(Temporal.PlainDate.from('2027-05-17')), 'constitution-day')
  assert.equal(holidayOn(Temporal.PlainDate.from('2027-05-16')), 'whit-sunday')
})

test('Christmas Eve and New Year’s Eve are not public holidays', () => {
  assert.equal(holidayOn(Temporal.PlainDate.from('2026-12-24')), null)
  assert.equal(holidayOn(Temporal.PlainDate.from('2026-12-31')), null)
})

test('Easter is right at the edges of its range', () => {
  assert.equal(easterSunday(1818).toString(), '1818-03-22')
  assert.equal(easterSunday(2038).toString(), '2038-04-25')
})

function holidaysIn(year: number): string[] {
  const days: string[] = []
  let day = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  for (; day.year === year; day = day.add({ days: 1 })) {
    if (holidayOn(day) !== null) days.push(day.toString())
  }
  return days
}
