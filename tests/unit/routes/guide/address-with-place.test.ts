import assert from 'node:assert/strict'
import test from 'node:test'
import { addressWithPlace } from '#app/routes/guide/address-with-place.ts'

const MOLDE = { id: 'municipality-1506', municipalityNumber: '1506' }

test('a way to an office or to the police contact takes the place along that was named', () => {
  assert.equal(addressWithPlace('/offices', MOLDE), '/offices?at=municipality-1506')
  assert.equal(addressWithPlace('/contact', MOLDE), '/contact/1506')
})

test('another way, or one without a place, is what it was', () => {
  assert.equal(addressWithPlace('/queue', MOLDE), '/queue')
  assert.equal(addressWithPlace('/offices?at=country', MOLDE), '/offices?at=country')
  assert.equal(addressWithPlace('/offices', undefined), '/offices')
})
