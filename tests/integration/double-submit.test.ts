import assert from 'node:assert/strict'
import test, { before, beforeEach } from 'node:test'
import { count, eq } from 'drizzle-orm'
import { cancelAppointment } from '#app/use-cases/cancel-appointment.server.ts'
import { changeMyContact } from '#app/use-cases/change-my-contact.server.ts'
import { changeRole, listStaff } from '#app/use-cases/change-roles.server.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { holdTime, type HoldTimeInput } from '#app/use-cases/hold-time.server.ts'
import { cancelFor } from '#app/use-cases/office-day.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import type { Engine } from '#db/engine.ts'
import { findStaffById, insertGrant, insertStaff, type StaffMember } from '#db/queries/staff.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aPerson, aSavedContact, tickOf } from '#tests/support/builders.ts'
import { brokenClaims } from '#tests/support/claim-invariants.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const NINE = tickOf('2026-11-24T09:00')
const TIMES = 20
const KARI = 'key-kari'
const REASON = 'asked-by-the-person'

/** Twenty at once, as from twenty impatient clicks. */
function twentyTimes<T>(press: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: TIMES }, press))
}

onBothEngines('Pressed twenty times at once', (openFresh) => {
  const clock = aClockAt('2026-11-23T07:00:00Z')
  let engine: Engine
  let portal: Portal
  before(async () => {
    engine = await openFresh()
  })
  beforeEach(async () => {
    await fillSmallCountry(engine, [{ id: 'sandvika', counters: 3 }])
    portal = await openTestPortal(engine, clock)
  })

  function hold(some: Partial<HoldTimeInput> = {}) {
    return holdTime(portal, {
      ...{ idempotencyKey: 'one page', replaces: null, changes: null, officeId: 'sandvika' },
      ...{ startTick: NINE, people: [aPerson()], personKey: KARI, ...some },
    })
  }

  async function held(): Promise<string> {
    const answer = await hold()
    assert.ok(answer.ok)
    const booker = { personKey: KARI, keyOf: () => KARI }
    assert.deepEqual(await saveContact(portal, answer.secret, { ...aSavedContact(), booker }), { ok: true })
    return answer.secret
  }

  async function booked(): Promise<string> {
    const secret = await held()
    assert.deepEqual(await confirmAppointment(portal, secret), { ok: true })
    return secret
  }

  async function rowsOf(
    table: 'appointments' | 'claims' | 'messages' | 'auditWaiting' | 'staffRoles',
  ): Promise<number> {
    const [row] = await engine.read.select({ number: count() }).from(engine.tables[table])
    return row?.number ?? 0
  }

  async function messagesOf(kind: 'confirmed' | 'cancelled'): Promise<number> {
    const { messages } = engine.tables
    const [row] = await engine.read.select({ number: count() }).from(messages).where(eq(messages.kind, kind))
    return row?.number ?? 0
  }

  async function aMember(subject: string, ...grants: StaffMember['grants']): Promise<StaffMember> {
    const id = await engine.write(async (tx) => {
      const inserted = await insertStaff(tx, engine.tables, { subject, name: subject })
      for (const grant of grants) await insertGrant(tx, engine.tables, inserted, grant)
      return inserted
    })
    const member = await findStaffById(engine.read, engine.tables, id)
    assert.ok(member)
    return member
  }

  test('Threat 23: a time is held once, and all are told the same', async () => {
    const answers = await twentyTimes(hold)
    const secrets = new Set(answers.map((answer) => answer.ok && answer.secret))
    assert.equal(secrets.size, 1)
    assert.equal(await rowsOf('appointments'), 1)
    assert.deepEqual(await brokenClaims(engine, clock.now().epochMilliseconds / 1000), [])
  })

  test('Threat 23: a key belongs to one appointment, whatever else is asked for with it', async () => {
    await Promise.all(Array.from({ length: TIMES }, (_, step) => hold({ startTick: NINE + (step % 5) * 6 })))
    assert.equal(await rowsOf('appointments'), 1)
    const secret = await booked()
    const before = await findAppointment(portal, secret)
    const again = await twentyTimes(() => hold({ startTick: NINE + 30, people: [aPerson(), aPerson()] }))
    for (const answer of again) assert.deepEqual(answer, { ok: false, reason: 'already-confirmed', secret })
    assert.deepEqual(await findAppointment(portal, secret), before)
  })

  test('Threat 23: an appointment is confirmed once: one reference, one confirmation', async () => {
    const secret = await held()
    const answers = await twentyTimes(async () => {
      const confirmed = await confirmAppointment(portal, secret)
      return [confirmed.ok, (await findAppointment(portal, secret))?.reference]
    })
    assert.equal(new Set(answers.map(String)).size, 1)
    assert.match(String(answers[0]), /^true,\w{6,}$/)
    assert.deepEqual([await messagesOf('confirmed'), await rowsOf('appointments')], [1, 1])
  })

  test('Threat 23: an appointment is cancelled once: one message, one change for the calendar', async () => {
    const secret = await booked()
    const sequence = (await findAppointment(portal, secret))?.sequence ?? 0
    const answers = await twentyTimes(() => cancelAppointment(portal, secret))
    assert.ok(answers.every(({ ok }) => ok))
    assert.equal((await findAppointment(portal, secret))?.sequence, sequence + 1)
    assert.deepEqual([await messagesOf('cancelled'), await rowsOf('claims')], [1, 0])
  })

  test('Threat 23: staff cancel once, and it is written down once', async () => {
    const secret = await booked()
    const reference = (await findAppointment(portal, secret))?.reference ?? ''
    const member = await aMember('counter', { role: 'counter', unit: 'sandvika' })
    const scope = { kind: 'units' as const, offices: ['sandvika'], districts: [] }
    const answers = await twentyTimes(() =>
      cancelFor(portal, { member, scope }, { reference, reason: REASON }),
    )
    assert.ok(answers.every(({ ok }) => ok))
    assert.deepEqual([await messagesOf('cancelled'), await rowsOf('auditWaiting')], [1, 1])
  })

  test('Threat 23: a role is given and taken once, and each is written down once', async () => {
    const by = await aMember('administrator', { role: 'administrator', unit: '' })
    const other = await aMember('other')
    const change = { staffId: other.id, grant: { role: 'counter', unit: 'sandvika' } } as const
    const given = await twentyTimes(() => changeRole(portal, by, { ...change, isGiven: true }))
    assert.ok(given.every(({ ok }) => ok))
    assert.deepEqual([await rowsOf('staffRoles'), await rowsOf('auditWaiting')], [2, 1])
    await twentyTimes(() => changeRole(portal, by, { ...change, isGiven: false }))
    assert.deepEqual([await rowsOf('staffRoles'), await rowsOf('auditWaiting')], [1, 2])
  })

  test('Threat 23: a contact is changed once, and no row is added', async () => {
    const secret = await booked()
    const change = { email: 'new@example.org', mobile: null, messageLanguage: 'nn' } as const
    assert.deepEqual(
      await twentyTimes(() => changeMyContact(portal, [KARI], change)),
      Array.from({ length: TIMES }, () => 1),
    )
    assert.equal((await findAppointment(portal, secret))?.contact?.email, 'new@example.org')
    assert.equal(await rowsOf('appointments'), 1)
  })

  test('Threat 2: two administrators who take the role from each other at once leave one of them', async () => {
    const grant = { role: 'administrator', unit: '' } as const
    const [one, two] = [await aMember('one', grant), await aMember('two', grant)]
    const answers = await Promise.all([
      changeRole(portal, one, { staffId: two.id, grant, isGiven: false }),
      changeRole(portal, two, { staffId: one.id, grant, isGiven: false }),
    ])
    assert.equal(answers.filter(({ ok }) => ok).length, 1)
    assert.equal(await rowsOf('staffRoles'), 1)
  })

  test('Threat 2: who sees the roles of an office sees those who are something there, as what they are there', async () => {
    await aMember('here and there', { role: 'counter', unit: 'sandvika' }, { role: 'counter', unit: 'far' })
    await aMember('elsewhere', { role: 'office-manager', unit: 'far' })
    await aMember('of the district', { role: 'district-manager', unit: 'oslo' })
    const seen = async (offices: string[], districts: string[]) => {
      const members = await listStaff(portal, { kind: 'units', offices, districts })
      return members.map(({ name, grants }) => [name, ...grants.map(({ unit }) => unit)].join(' '))
    }
    assert.deepEqual(await seen(['sandvika'], []), ['here and there sandvika'])
    assert.deepEqual(await seen([], ['oslo']), ['here and there sandvika', 'of the district oslo'])
    assert.equal((await listStaff(portal, { kind: 'country' })).length, 3)
  })
})
