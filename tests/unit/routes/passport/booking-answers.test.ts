import assert from 'node:assert/strict'
import test from 'node:test'
import { buildPlaceIndex } from '#app/domain/geography/find-place.ts'
import { needsConsent } from '#app/domain/passport/consent.ts'
import { AGE_GROUPS, DOCUMENTS } from '#app/domain/passport/person.ts'
import { NO_FILTER } from '#app/domain/scheduling/search-filter.ts'
import { bookingPath, searchFrom } from '#app/routes/passport/booking-answers.ts'
import { openQuestion, readAnswers, stepOf } from '#app/routes/passport/booking-steps.server.ts'
import { readTimeSearch } from '#app/routes/passport/time-search.ts'
import { readGuide } from '#db/seed/channels/read-guide.ts'
import { aCatalogue, aChild, aPerson, aPlace } from '#tests/support/builders.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'

const portal = { catalogue: aCatalogue(), clock: aClockAt('2026-11-24T09:00:00Z'), guideData: readGuide() }
const SECRET = 'abcdefghij_-0123456789'

test('what was answered is read from the address it was written to, for every age and document', () => {
  for (const ageGroup of AGE_GROUPS) {
    for (const document of DOCUMENTS) {
      const person = aPerson({ ageGroup, document, needs: ['interpreter', 'accessible'] })
      const guardians = needsConsent(person) ? ({ first: 'comes-along', second: 'missing' } as const) : null
      const answers = {
        people: [{ ...person, guardians }, aPerson()],
        at: 'position-59.9,10.7',
        officeId: 'oslo-gronland',
        hold: SECRET,
        change: SECRET,
        said: 'passport_document.passport_passport-who.me',
        ticket: 'A12',
        filter: { withinKm: 50, evening: true, weekdays: [1, 3] },
      }
      assert.deepEqual(readAnswers(portal, inPortal(bookingPath('nb', 'time', answers))), answers)
    }
  }
})

test('an address without answers has none of them', () => {
  const nothing = {
    people: [],
    at: null,
    officeId: null,
    hold: null,
    change: null,
    said: null,
    ticket: null,
    filter: NO_FILTER,
  }
  assert.deepEqual(readAnswers(portal, inPortal('/nb/passport/book/who')), nothing)
  assert.equal(bookingPath('nb', 'who', nothing), '/nb/passport/book/who')
})

test('parameters that follow the answers are kept beside them', () => {
  const path = bookingPath('nn', 'time', { officeId: 'sandvika' }, { lost: '5980000' })
  assert.equal(path, '/nn/passport/book/time?office=sandvika&lost=5980000')
})

for (const tampered of [
  '17.passport',
  '18+',
  '.passport',
  '18+.visa',
  '18 .passport',
  '__proto__.passport',
  '',
  '18+_passport',
]) {
  test(`a person that makes no sense is no person: ${JSON.stringify(tampered)}`, () => {
    assert.deepEqual(
      readAnswers(portal, inPortal(`/?${new URLSearchParams({ person: tampered })}`)).people,
      [],
    )
  })
}

function peopleOf(...parameters: string[]) {
  const search = new URLSearchParams(parameters.map((person) => ['person', person]))
  return readAnswers(portal, inPortal(`/?${search}`)).people
}

test('needs that make no sense are left out, repeated ones count once', () => {
  assert.deepEqual(peopleOf('18+.passport.interpreter_haste_interpreter')[0]?.needs, ['interpreter'])
})

test('guardians that make no sense count as not asked about', () => {
  for (const guardians of ['comes-along', 'sole_comes-along', 'comes-along_nobody', '_', '__proto__']) {
    assert.equal(peopleOf(`5-9.passport..${guardians}`)[0]?.guardians, null, guardians)
  }
})

test('guardians of somebody who needs no consent are left out', () => {
  assert.equal(peopleOf('18+.passport..comes-along_missing')[0]?.guardians, null)
  assert.equal(peopleOf('13-15.id-card-no-travel..comes-along_missing')[0]?.guardians, null)
})

test('more people than one appointment takes are left out', () => {
  assert.equal(peopleOf(...Array.from({ length: 30 }, () => '18+.passport')).length, 8)
})

test('who is asked first, then the guardians of each child who has any, then nothing is open', () => {
  assert.equal(openQuestion({ people: [] }), 'who')
  assert.equal(openQuestion({ people: [aPerson(), aPerson({ ageGroup: '5-9' })] }), 'guardians')
  assert.equal(openQuestion({ people: [aPerson(), aChild()] }), null)
})

test('a family with children has one step more than adults have', () => {
  assert.deepEqual(stepOf('where', [aPerson()]), { step: 2, of: 6 })
  assert.deepEqual(stepOf('where', [aPerson(), aChild()]), { step: 3, of: 7 })
})

for (const hold of ['short', `${SECRET}x`, `${SECRET.slice(1)}!`, '../../appointments/x', '']) {
  test(`a hold that is no secret is none: ${JSON.stringify(hold)}`, () => {
    assert.equal(readAnswers(portal, inPortal(`/?${new URLSearchParams({ hold })}`)).hold, null)
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
