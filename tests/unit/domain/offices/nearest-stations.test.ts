import assert from 'node:assert/strict'
import test from 'node:test'
import type { Municipality } from '#app/domain/geography/municipality.ts'
import { nearestStations } from '#app/domain/offices/nearest-stations.ts'
import { anOffice } from '#tests/support/builders.ts'

const BARDU: Municipality = {
  ...{ number: '5520', name: 'Bardu', names: ['Bardu'], districtId: 'troms', population: 4_000 },
  ...{ latitude: 68.86, longitude: 18.35 },
}
const near = { latitude: 68.9, longitude: 18.4 }
const far = { latitude: 69.65, longitude: 18.96 }

test('a municipality has the nearest station of its own district, also when another is nearer', () => {
  const nearest = nearestStations(
    [BARDU],
    [
      anOffice({ id: 'narvik', districtId: 'nordland', ...near }),
      anOffice({ id: 'tromso', districtId: 'troms', ...far }),
    ],
  )
  assert.equal(nearest.get('5520')?.officeId, 'tromso')
})

test('a seasonal office and a stop of a bus are nobody’s nearest station', () => {
  const nearest = nearestStations(
    [BARDU],
    [
      anOffice({ id: 'summer', districtId: 'troms', season: 'summer', ...near }),
      anOffice({ id: 'bus', districtId: 'troms', kind: 'bus-stop', ...near }),
      anOffice({ id: 'tromso', districtId: 'troms', ...far }),
    ],
  )
  assert.equal(nearest.get('5520')?.officeId, 'tromso')
})

test('a district without a place has no nearest one', () => {
  assert.equal(nearestStations([BARDU], [anOffice({ districtId: 'oslo' })]).size, 0)
})
