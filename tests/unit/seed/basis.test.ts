import assert from 'node:assert/strict'
import test from 'node:test'
import { planBusVisits } from '#db/seed/plan/bus-tours.ts'
import { hasCounters, planOffices } from '#db/seed/plan/offices.ts'
import { readData } from '#db/seed/read-data.ts'

const offices = planOffices(readData())
const booked = offices.filter(hasCounters)

test('an office says whether its hours are from the source or made up', () => {
  const stations = booked.filter(({ kind }) => kind === 'station')
  const counts = Object.groupBy(stations, ({ hoursBasis }) => hoursBasis)
  assert.deepEqual([counts['source-2022']?.length, counts.assumed?.length, stations.length], [61, 18, 79])
  const basisOf = (id: string) => offices.find((office) => office.id === id)?.hoursBasis
  assert.equal(basisOf('oslo-baerum'), 'source-2022')
  assert.equal(basisOf('ost-gardermoen'), 'assumed')
})

test('the days of a bus are those of the demonstration, and nothing else’s are', () => {
  for (const { id, kind, hoursBasis } of booked) {
    assert.equal(hoursBasis === 'demonstration', kind === 'bus-stop', id)
  }
})

test('every stop names the bus that comes there by the plan, and no station has one', () => {
  const stops = booked.filter(({ kind }) => kind === 'bus-stop')
  const today = Temporal.PlainDate.from('2026-11-22')
  const visiting = new Map(
    planBusVisits(stops, { today, days: 365 }).map(({ stopId, bus }) => [stopId, bus] as const),
  )
  for (const { id, bus } of stops) assert.equal(bus, visiting.get(id), id)
  assert.ok(offices.every(({ kind, bus }) => (bus === null) === (kind !== 'bus-stop')))
})
