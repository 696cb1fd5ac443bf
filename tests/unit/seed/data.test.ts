import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { z } from 'zod'
import { monthsOfRule } from '#app/domain/geography/season.ts'
import { readCsv } from '#db/seed/csv.ts'
import { hasCounters, planOffices } from '#db/seed/plan/offices.ts'
import { planPlaces } from '#db/seed/plan/places.ts'
import { readData, readPortalRules } from '#db/seed/read-data.ts'

const data = readData()
const offices = planOffices(data)
const { districts, municipalities, postalCodes, places } = planPlaces(data)

test('the country is there: districts, municipalities, post codes and places', () => {
  assert.equal(districts.length, 13)
  assert.equal(districts.filter(({ isPolice }) => isPolice).length, 12)
  assert.equal(municipalities.length, 359)
  assert.equal(postalCodes.length, 5122)
  assert.equal(places.length, 1988)
})

test('80 confirmed offices issue passports: 79 on the mainland and the Governor of Svalbard', () => {
  const issuing = offices.filter(({ kind, passport }) => kind !== 'bus-stop' && passport === 'yes')
  assert.equal(issuing.filter(({ kind }) => kind === 'station').length, 79)
  assert.deepEqual(
    issuing.filter(({ kind }) => kind === 'governor').map(({ municipalityNumber }) => municipalityNumber),
    ['2100'],
  )
})

test('14 offices are said to come, none of them with counters', () => {
  const coming = offices.filter(({ passport }) => passport === 'coming')
  assert.equal(coming.length, 14)
  assert.equal(coming.some(hasCounters), false)
})

test('the two buses have the 49 stops of the newest list', () => {
  assert.equal(offices.filter(({ kind }) => kind === 'bus-stop').length, 49)
})

test('what is uncertain is left out', () => {
  const ids = new Set(offices.map(({ id }) => id))
  const uncertain = data.stations.filter(({ status }) => status === 'uncertain')
  assert.equal(uncertain.length, 8)
  assert.deepEqual(
    uncertain.filter((row) => ids.has(row.station_id)),
    [],
  )
})

test('an office has an id of its own and a district that exists', () => {
  assert.equal(new Set(offices.map(({ id }) => id)).size, offices.length)
  const known = new Set(districts.map(({ id }) => id))
  assert.deepEqual(
    offices.filter(({ districtId }) => !known.has(districtId)),
    [],
  )
})

test('a position is exact only where the source has the address', () => {
  const exact = offices.filter(({ positionBasis }) => positionBasis === 'address')
  assert.deepEqual(
    exact.filter(({ address }) => address === null),
    [],
  )
})

test('a post code that was only assumed is not shown', () => {
  const assumed = offices.filter(({ address, postalCode }) => address === null && postalCode !== null)
  assert.deepEqual(assumed, [])
})

test('every post code and place lies in a municipality that is known', () => {
  const known = new Set(municipalities.map(({ number }) => number))
  const stray = [...postalCodes, ...places].filter((row) => !known.has(row.municipalityNumber))
  assert.deepEqual(stray, [])
})

test('every municipality has a district', () => {
  const known = new Set(districts.map(({ id }) => id))
  assert.deepEqual(
    municipalities.filter(({ districtId }) => !known.has(districtId)),
    [],
  )
})

test('a municipality is found by its Norwegian, Sami and Kven names', () => {
  const porsanger = municipalities.find(({ number }) => number === '5622')
  assert.equal(porsanger?.name, 'Porsanger – Porsáŋgu – Porsanki')
  assert.deepEqual(porsanger.names, ['Porsanger', 'Porsáŋgu', 'Porsanki'])
})

test('the rules of our own add to those of the sources, and none calls itself documented', () => {
  const own = readPortalRules()
  const confidences = new Set(own.map(({ confidence }) => confidence))
  assert.deepEqual(confidences, new Set(['demonstration', 'unverified', 'unknown']))
  const keyOf = (row: (typeof own)[number]) => `${row.service} ${row.attribute} ${row.applies_to}`
  const both = [...data.serviceRules, ...own].map(keyOf)
  assert.equal(new Set(both).size, both.length)
})

test('every season that an office has is given months', () => {
  const months = new Map(
    readPortalRules()
      .filter(({ attribute }) => attribute === 'open-months')
      .map((row) => [row.applies_to, monthsOfRule(row.value)]),
  )
  const seasons = offices.flatMap(({ season }) => (season === null ? [] : [season]))
  assert.equal(seasons.length, 3)
  for (const season of seasons) assert.ok(months.get(season))
})

test('a broken row is named with its file, line, column and reason', () => {
  const folder = mkdtempSync(join(tmpdir(), 'csv-'))
  const path = join(folder, 'stops.csv')
  const schema = z.strictObject({ id: z.string(), day: z.iso.date('must be a day') })
  try {
    writeFileSync(path, 'id,day\n"two\nlines",2026-11-22\nb,tomorrow\n')
    assert.throws(() => readCsv(path, schema), { message: 'stops.csv line 4: day: must be a day' })
    writeFileSync(path, 'id,day,more\na,2026-11-22,x\n')
    assert.throws(() => readCsv(path, schema), /stops\.csv line 2: .*more/)
    writeFileSync(path, 'id,day\na\n')
    assert.throws(() => readCsv(path, schema), /stops\.csv: .*line 2/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
