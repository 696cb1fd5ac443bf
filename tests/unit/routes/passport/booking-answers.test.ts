import assert from 'node:assert/strict'
import test from 'node:test'
import { buildPlaceIndex } from '#app/domain/geography/find-place.ts'
import { AGE_GROUPS, DOCUMENTS } from '#app/domain/passport/person.ts'
import { bookingPath, readAnswers, searchFrom } from '#app/routes/passport/booking-answers.ts'
import { readTimeSearch } from '#app/routes/passport/time-search.ts'
import { aPerson, aPlace } from '#tests/support/builders.ts'

const SECRET = 'abcdefghij_-0123456789'

test('what was answered is read from the address it was written to, for every age and document', () => {
  for (const ageGroup of AGE_GROUPS) {
    for (const document of DOCUMENTS) {
      const answers = {
        person: aPerson({ ageGroup, document, needs: ['interpreter', 'accessible'] }),
        at: 'position-59.9,10.7',
        officeId: 'oslo-gronland',
        hold: SECRET,
      }
      assert.deepEqual(readAnswers(inPortal(bookingPath('nb', 'time', answers))), answers)
    }
  }
})

test('an address without answers has none of them', () => {
  const nothing = { person: null, at: null, officeId: null, hold: null }
  assert.deepEqual(readAnswers(inPortal('/nb/passport/book/who')), nothing)
  assert.equal(bookingPath('nb', 'who', nothing), '/nb/passport/book/who')
})

test('parameters that follow the answers are kept beside them', () => {
  const path = bookingPath('nn', 'time', { officeId: 'sandvika' }, { lost: '5980000' })
  assert.equal(path, '/nn/passport/book/time?office=sandvika&lost=5980000')
})

for (const tampered of [
  'age=17&document=passport',
  'age=18%2B',
  'document=passport',
  'age=18%2B&document=visa',
  'age=18 &document=passport',
  'age=__proto__&document=passport',
]) {
  test(`a person that makes no sense is no person: ${tampered}`, () => {
    assert.equal(readAnswers(inPortal(`/?${tampered}`)).person, null)
  })
}

test('needs that make no sense are left out, repeated ones count once', () => {
  const url = inPortal('/?age=18%2B&document=passport&need=interpreter&need=haste&need=interpreter')
  assert.deepEqual(readAnswers(url).person?.needs, ['interpreter'])
})

for (const hold of ['short', `${SECRET}x`, `${SECRET.slice(1)}!`, '../../appointments/x', '']) {
  test(`a hold that is no secret is none: ${JSON.stringify(hold)}`, () => {
    assert.equal(readAnswers(inPortal(`/?${new URLSearchParams({ hold })}`)).hold, null)
  })
}

test('the search starts from a place, a position or the whole country', () => {
  const sandvika = aPlace({ name: 'Sandvika' })
  const places = buildPlaceIndex([sandvika])
  assert.deepEqual(searchFrom(sandvika.id, places), { kind: 'place', point: sandvika, place: sandvika })
  assert.equal(searchFrom('country', places)?.kind, 'country')
  assert.deepEqual(searchFrom('position-59.91,-10.7', places)?.point, { latitude: 59.91, longitude: -10.7 })
})

for (const at of [
  null,
  '',
  'place-0000-Nowhere',
  'position-',
  'position-x,y',
  'position-59.91',
  'position-159.9,10',
  'position-59.12345678,10',
  'Country',
]) {
  test(`a place that makes no sense is not answered: ${JSON.stringify(at)}`, () => {
    assert.equal(searchFrom(at, buildPlaceIndex([])), null)
  })
}

test('the time page reads its first day, its only day and the time that was lost', () => {
  const url = inPortal('/?from=2028-02-29&day=2026-11-24&lost=5980000&why=slot-passed')
  assert.deepEqual(readTimeSearch(url), {
    from: '2028-02-29',
    day: '2026-11-24',
    lost: { tick: 5_980_000, why: 'slot-passed' },
  })
})

test('a lost time without a known reason was taken by somebody', () => {
  assert.equal(readTimeSearch(inPortal('/?lost=5980000')).lost?.why, 'slot-taken')
  assert.equal(readTimeSearch(inPortal('/?lost=5980000&why=magic')).lost?.why, 'slot-taken')
})

for (const wrong of [
  'from=2027-02-29&day=2026-13-01',
  'from=tomorrow&day=2026-1-1',
  'from=&day=',
  'lost=-5980000',
  'lost=5e6',
  'lost=59800000000',
  'lost=',
]) {
  test(`what makes no sense in the address of the time page counts as left out: ${wrong}`, () => {
    assert.deepEqual(readTimeSearch(inPortal(`/?${wrong}`)), { from: null, day: null, lost: null })
  })
}

function inPortal(path: string): URL {
  return new URL(path, 'http://localhost:3000')
}
