import assert from 'node:assert/strict'
import test from 'node:test'
import {
  describeTick,
  formatDay,
  formatDistance,
  formatKroner,
  formatTime,
  inGroups,
} from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { tickOf } from '#tests/support/builders.ts'

const TODAY = Temporal.PlainDate.from('2026-11-23')

test('a time today and tomorrow is said as people say it', () => {
  assert.deepEqual(
    inAll((language) => words('2026-11-23T10:20', language)),
    ['i dag kl. 10.20', 'i dag kl. 10.20', 'today at 10:20'],
  )
  assert.deepEqual(
    inAll((language) => words('2026-11-24T10:20', language)),
    ['i morgen kl. 10.20', 'i morgon kl. 10.20', 'tomorrow at 10:20'],
  )
})

test('a later day has its weekday and date, in nynorsk with its own name', () => {
  assert.deepEqual(
    inAll((language) => words('2026-12-01T09:00', language)),
    ['tirsdag 1. desember kl. 09.00', 'tysdag 1. desember kl. 09.00', 'Tuesday 1 December at 09:00'],
  )
})

test('a day of another year says which', () => {
  const newYear = Temporal.PlainDate.from('2027-01-04')
  assert.deepEqual(
    inAll((language) => formatDay(newYear, TODAY, language)),
    ['mandag 4. januar 2027', 'måndag 4. januar 2027', 'Monday 4 January 2027'],
  )
})

test('tomorrow is tomorrow also over the turn of the year', () => {
  const newYearsEve = Temporal.PlainDate.from('2026-12-31')
  const t = translator('nb')
  assert.equal(describeTick(tickOf('2027-01-01T09:00'), newYearsEve, 'nb', t).words, 'i morgen kl. 09.00')
})

test('the full form names the day also when it is today', () => {
  const moment = describeTick(tickOf('2026-11-23T10:20'), TODAY, 'nb', translator('nb'))
  assert.equal(moment.full, 'mandag 23. november kl. 10.20')
})

test('midnight belongs to the day that begins', () => {
  assert.equal(words('2026-11-24T00:00', 'nb'), 'i morgen kl. 00.00')
  assert.equal(words('2026-11-23T23:55', 'nb'), 'i dag kl. 23.55')
})

test('on the night that has an hour twice, both are said alike but are not the same moment', () => {
  const first = Temporal.Instant.from('2026-10-25T00:30:00Z').epochMilliseconds / 300_000
  const day = Temporal.PlainDate.from('2026-10-25')
  const [summer, winter] = [first, first + 12].map((tick) => describeTick(tick, day, 'nb', translator('nb')))
  assert.deepEqual([summer?.time, winter?.time], ['02.30', '02.30'])
  assert.deepEqual([summer?.iso, winter?.iso], ['2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00'])
})

test('after the night that lacks an hour the clock is right', () => {
  const tick = Temporal.Instant.from('2027-03-28T01:00:00Z').epochMilliseconds / 300_000
  const { iso } = describeTick(tick, TODAY, 'nb', translator('nb'))
  assert.equal(iso, '2027-03-28T03:00+02:00')
})

test('a clock has a point in Norwegian and a colon in English', () => {
  const time = Temporal.PlainTime.from('08:05')
  assert.deepEqual(
    inAll((language) => formatTime(time, language)),
    ['08.05', '08.05', '08:05'],
  )
})

test('an amount has its currency where the language puts it', () => {
  const amounts = inAll((language) => formatKroner(1320, language, translator(language)).replace(/\s/gu, ' '))
  assert.deepEqual(amounts, ['1 320 kr', '1 320 kr', 'NOK 1,320'])
})

test('a distance is as exact as a straight line deserves', () => {
  const said = [0.04, 0.42, 1, 4.4, 1250.6].map((km) => formatDistance(km, 'nb').replace(/\s/gu, ' '))
  assert.deepEqual(said, ['0 m', '400 m', '1 km', '4 km', '1 251 km'])
})

test('a code is read in groups of three', () => {
  assert.deepEqual(['K7M4PX9TR', 'K7M4PX9T', 'K7M', ''].map(inGroups), [
    'K7M 4PX 9TR',
    'K7M 4PX 9T',
    'K7M',
    '',
  ])
})

function words(wallClock: string, language: (typeof LANGUAGES)[number]): string {
  return describeTick(tickOf(wallClock), TODAY, language, translator(language)).words
}

/** In bokmål, nynorsk and English. */
function inAll(format: (language: (typeof LANGUAGES)[number]) => string): string[] {
  return LANGUAGES.map(format)
}
