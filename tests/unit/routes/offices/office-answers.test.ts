import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { OFFICE_SERVICES } from '#app/domain/offices/place-rules.ts'
import { officesPath, readOfficeAnswers } from '#app/routes/offices/office-answers.ts'

test('what is written into an address is read from it again', () => {
  const answers = fc.record(
    {
      at: fc.option(fc.constantFrom('country', 'post-9008', 'position-59.9,10.7', 'place-5501-Tromsø')),
      service: fc.option(fc.constantFrom(...OFFICE_SERVICES)),
      openNow: fc.boolean(),
    },
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(answers, (some) => {
      const { searchParams } = new URL(officesPath('nb', some), 'http://portal')
      assert.deepEqual(readOfficeAnswers(searchParams), some)
    }),
  )
})

test('what makes no sense counts as not answered', () => {
  const read = readOfficeAnswers(new URLSearchParams('service=pizza&open=later'))
  assert.deepEqual(read, { at: null, service: null, openNow: false })
})
