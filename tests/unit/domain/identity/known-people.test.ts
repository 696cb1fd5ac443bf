import assert from 'node:assert/strict'
import test from 'node:test'
import { personCalled, suggestPeople } from '#app/domain/identity/known-people.ts'
import { ageOn, isContactStale, type RegisterPerson } from '#app/domain/identity/register-person.ts'
import { visiblePeople } from '#app/domain/identity/whose.ts'
import { anAppointment, aPerson } from '#tests/support/builders.ts'

const DAY = Temporal.PlainDate.from('2026-11-24')
const KARI: RegisterPerson = {
  ...{ nationalNumber: '17858430038', name: 'Kari Test', birthDate: '1984-05-17' },
  ...{ email: null, mobile: null, contactUpdated: null, isReserved: false, language: null },
  ...{ address: null, isAddressProtected: false },
  children: [
    { nationalNumber: '1', name: 'Per Test', birthDate: '2013-11-25', isAddressProtected: false },
    { nationalNumber: '2', name: 'Skjult Test', birthDate: '2013-01-01', isAddressProtected: true },
  ],
}

test('people are suggested by their age on the day of the appointment', () => {
  const names = (...groups: Parameters<typeof suggestPeople>[0]) =>
    suggestPeople(groups, KARI, DAY).map((known) => known?.name ?? null)
  // Per is twelve until the day after.
  assert.deepEqual(names('18+', '10-12'), ['Kari Test', 'Per Test'])
  assert.deepEqual(names('10-12', '18+', '18+'), ['Per Test', 'Kari Test', null])
  assert.deepEqual(suggestPeople(['13-15'], KARI, DAY.add({ days: 1 }))[0]?.name, 'Per Test')
})

test('a child with a protected address is neither suggested nor recognised', () => {
  assert.deepEqual(suggestPeople(['13-15'], KARI, DAY), [null])
  assert.equal(personCalled('Skjult Test', KARI), null)
})

test('a name is recognised however it is spaced and cased', () => {
  assert.equal(personCalled('  kari   TEST ', KARI)?.nationalNumber, KARI.nationalNumber)
  assert.equal(personCalled('Kari Testesen', KARI), null)
})

test('age is counted in full years, also from a leap day', () => {
  assert.equal(ageOn('2008-02-29', Temporal.PlainDate.from('2026-03-01')), 18)
  assert.equal(ageOn('2008-02-29', Temporal.PlainDate.from('2026-02-28')), 17)
})

test('contact data is old after eighteen months, and when there is none', () => {
  assert.equal(isContactStale('2025-05-24', DAY), true)
  assert.equal(isContactStale('2025-05-25', DAY), false)
  assert.equal(isContactStale(null, DAY), true)
})

test('a guardian sees the children booked with them, unless an address is protected', () => {
  const [one] = anAppointment().people
  assert.ok(one)
  const people = [
    { ...one, ...aPerson(), name: 'Kari', personKey: 'kari' },
    { ...one, ...aPerson({ ageGroup: '10-12' }), name: 'Per', personKey: 'per' },
  ]
  const appointment = anAppointment({ personKey: 'kari', people })
  const names = (keys: string[], hiddenKeys: string[]) =>
    visiblePeople(appointment, { keys, hiddenKeys })?.map(({ name }) => name) ?? null
  assert.deepEqual(names(['kari'], []), ['Kari', 'Per'])
  assert.deepEqual(names(['kari'], ['per']), ['Kari'])
  assert.deepEqual(names(['per'], []), ['Kari', 'Per'])
  assert.deepEqual(names(['somebody'], []), null)
  const alone = anAppointment({ personKey: 'kari', people: people.slice(1) })
  assert.equal(visiblePeople(alone, { keys: ['kari'], hiddenKeys: ['per'] }), null)
})
