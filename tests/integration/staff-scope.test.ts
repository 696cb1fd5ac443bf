import assert from 'node:assert/strict'
import test, { before, beforeEach } from 'node:test'
import type { AuditAction } from '#app/domain/audit/audit-action.ts'
import type { Grant } from '#app/domain/identity/role.ts'
import type { Settings } from '#app/server/settings.ts'
import { cancelAppointment } from '#app/use-cases/cancel-appointment.server.ts'
import { changeRole } from '#app/use-cases/change-roles.server.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { confirmFor } from '#app/use-cases/confirm-for.server.ts'
import { correctContactFor } from '#app/use-cases/correct-contact-for.server.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { findStaffMember, scopeOfStaff } from '#app/use-cases/find-staff-member.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import type { Identity } from '#app/use-cases/identity.server.ts'
import {
  cancelFor,
  officesWithin,
  readAppointmentFor,
  restoreFor,
  type Acting,
} from '#app/use-cases/office-day.server.ts'
import { officeDayProgress } from '#app/use-cases/office-day-progress.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { restoreAppointment } from '#app/use-cases/restore-appointment.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { resumeReminders } from '#app/use-cases/resume-reminders.server.ts'
import { stopReminders } from '#app/use-cases/stop-reminders.server.ts'
import { undoChange } from '#app/use-cases/undo-change.server.ts'
import { writtenDownFor } from '#app/use-cases/written-down-for.server.ts'
import type { Engine } from '#db/engine.ts'
import { insertGrant, insertStaff } from '#db/queries/staff.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aContact, aPerson, tickOf } from '#tests/support/builders.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'
import { openTestIdentity, testSettings } from '#tests/support/test-identity.ts'

const TUESDAY = Temporal.PlainDate.from('2026-11-24')
const NINE = tickOf('2026-11-24T09:00')
const REASON = 'asked-by-the-person'

/** Two districts: what happens in one must not be felt in the other. */
const HERE = { id: 'here', districtId: 'oslo', counters: 2 }
const BESIDE = { id: 'beside', districtId: 'oslo' }
const FAR = { id: 'far', districtId: 'finnmark' }

onBothEngines('Threat 2: staff', (openFresh) => {
  let engine: Engine
  let portal: Portal
  let identity: Identity
  let settings: Settings
  let made = 0

  before(async () => {
    engine = await openFresh()
    settings = await testSettings()
  })
  beforeEach(async () => {
    await fillSmallCountry(engine, [HERE, BESIDE, FAR])
    portal = await openTestPortal(engine, aClockAt('2026-11-23T07:00:00Z'))
    identity = openTestIdentity(portal, settings)
  })

  async function bookedAt(officeId: string) {
    const held = await holdTime(portal, {
      ...{ idempotencyKey: `staff-scope-${(made += 1)}`, replaces: null, changes: null },
      ...{ officeId, startTick: NINE, people: [aPerson()], personKey: null },
    })
    assert.ok(held.ok)
    await saveContact(portal, held.secret, {
      contact: aContact({ email: `kari-${made}@example.org` }),
      names: [`Kari ${made}`],
      booker: null,
    })
    assert.deepEqual(await confirmAppointment(portal, held.secret), { ok: true })
    const appointment = await findAppointment(portal, held.secret)
    return { secret: held.secret, reference: appointment?.reference ?? '' }
  }

  async function actingAs(...grants: Grant[]): Promise<Acting> {
    const id = await engine.write(async (tx) => {
      const staffId = await insertStaff(tx, engine.tables, { subject: `s-${(made += 1)}`, name: 'Staff' })
      for (const grant of grants) await insertGrant(tx, engine.tables, staffId, grant)
      return staffId
    })
    const member = await findStaffMember(identity, String(id))
    assert.ok(member)
    const scope = scopeOfStaff({ member }, 'see-appointments') ?? {
      ...{ kind: 'units' as const, offices: [], districts: [] },
    }
    return { member, scope }
  }

  function statusOf(secret: string) {
    return findAppointment(portal, secret).then((found) => found?.status)
  }

  const reaches: [string, Grant[], string[]][] = [
    ['at the counter see their office', [{ role: 'counter', unit: 'here' }], ['here']],
    [
      'who manage a district see its offices',
      [{ role: 'district-manager', unit: 'oslo' }],
      ['beside', 'here'],
    ],
    ['who see to roles see no appointments', [{ role: 'administrator', unit: '' }], []],
    ['who take in reports see no appointments', [{ role: 'report-intake', unit: 'oslo' }], []],
    ['without a role see nothing', [], []],
  ]
  for (const [who, grants, offices] of reaches) {
    test(`${who}, and can neither see, open nor cancel what is elsewhere`, async () => {
      const acting = await actingAs(...grants)
      assert.deepEqual(
        officesWithin(portal, acting.scope)
          .map(({ id }) => id)
          .sort(),
        offices,
      )
      for (const officeId of ['here', 'beside', 'far']) {
        const isTheirs = offices.includes(officeId)
        const { secret, reference } = await bookedAt(officeId)
        const day = await officeDayProgress(portal, { scope: acting.scope, officeId, day: TUESDAY })
        assert.equal(day.length, isTheirs ? 1 : 0, `the day of ${officeId}`)
        const read = await readAppointmentFor(portal, acting, { reference, reason: REASON })
        assert.equal(read?.reference, isTheirs ? reference : undefined, `reading at ${officeId}`)
        const cancelled = await cancelFor(portal, acting, { reference, reason: REASON })
        assert.equal(cancelled.ok, isTheirs, `cancelling at ${officeId}`)
        assert.equal(await statusOf(secret), isTheirs ? 'cancelled' : 'confirmed')
      }
    })
  }

  test('learn nothing from what is refused: elsewhere and nowhere are the same', async () => {
    const acting = await actingAs({ role: 'counter', unit: 'here' })
    const { reference } = await bookedAt('far')
    for (const wanted of [reference, 'NOSUCHREF']) {
      assert.equal(await readAppointmentFor(portal, acting, { reference: wanted, reason: REASON }), null)
      const refused = await cancelFor(portal, acting, { reference: wanted, reason: REASON })
      assert.deepEqual(refused, { ok: false, reason: 'unknown-appointment' })
    }
  })

  test('correct how somebody is reached where they work, written down with it', async () => {
    const acting = await actingAs({ role: 'counter', unit: 'here' })
    const reach = { email: 'corrected@example.org', mobile: null }
    const far = await bookedAt('far')
    const refused = await correctContactFor(portal, acting, {
      ...{ reference: far.reference, reason: REASON, reach },
    })
    assert.deepEqual(refused, { ok: false, reason: 'unknown-appointment' })
    const here = await bookedAt('here')
    const before = await findAppointment(portal, here.secret)
    const wanted = { reference: here.reference, reason: REASON, reach } as const
    assert.deepEqual(await correctContactFor(portal, acting, wanted), { ok: true })
    const after = await findAppointment(portal, here.secret)
    assert.deepEqual(after?.contact, { ...before?.contact, ...reach })
    const waiting = await engine.read.select().from(engine.tables.auditWaiting)
    assert.deepEqual(
      waiting.map(({ action, reason }) => [action, reason]),
      [['appointment-contact-corrected-for', REASON]],
    )
  })

  test('undo that they cancelled, with the reason, while the time is free', async () => {
    const acting = await actingAs({ role: 'counter', unit: 'here' })
    const { secret, reference } = await bookedAt('here')
    const wanted = { reference, reason: REASON } as const
    assert.ok((await cancelFor(portal, acting, wanted)).ok)
    assert.deepEqual(
      await correctContactFor(portal, acting, { ...wanted, reach: { email: null, mobile: '+4790000000' } }),
      { ok: false, reason: 'too-late' },
    )
    assert.ok((await restoreFor(portal, acting, wanted)).ok)
    assert.equal(await statusOf(secret), 'confirmed')
    const waiting = await engine.read.select().from(engine.tables.auditWaiting)
    assert.deepEqual(
      waiting.map(({ action, reason }) => [action, reason]),
      [
        ['appointment-cancelled-for', REASON],
        ['appointment-restored-for', REASON],
      ],
    )
  })

  test('lose a role at once, and the way into the office with it', async () => {
    const grant = { role: 'counter', unit: 'here' } as const
    const administrator = (await actingAs({ role: 'administrator', unit: '' })).member
    const { member } = await actingAs(grant)
    assert.deepEqual(await changeRole(portal, administrator, { staffId: member.id, grant, isGiven: false }), {
      ok: true,
    })
    const now = await findStaffMember(identity, String(member.id))
    assert.equal(now && scopeOfStaff({ member: now }, 'see-appointments'), null)
  })

  test('read an appointment only together with an entry of the audit', async () => {
    const acting = await actingAs({ role: 'counter', unit: 'here' })
    const { reference } = await bookedAt('here')
    await readAppointmentFor(portal, acting, { reference, reason: REASON })
    const waiting = await engine.read.select().from(engine.tables.auditWaiting)
    assert.deepEqual(
      waiting.map(({ action, reason, actorRole, scope }) => [action, reason, actorRole, scope]),
      [['appointment-read', REASON, 'counter', 'here']],
    )
  })

  test('book and move for somebody at any office, each written down once, and not when it is refused', async () => {
    const { member } = await actingAs({ role: 'counter', unit: 'here' })
    const hold = async (startTick: number, changes: string | null = null) => {
      const held = await holdTime(portal, {
        ...{ idempotencyKey: `staff-scope-${(made += 1)}`, replaces: null, changes },
        ...{ officeId: 'far', startTick, people: [aPerson()], personKey: null },
      })
      assert.ok(held.ok)
      return held.secret
    }
    const written = async () =>
      (await engine.read.select().from(engine.tables.auditWaiting)).map(
        ({ action, actorRole, objectId, scope }) => [action, actorRole, objectId, scope],
      )
    const secret = await hold(NINE)
    assert.deepEqual(await confirmFor(portal, member, secret), { ok: false, reason: 'contact-missing' })
    assert.deepEqual(await written(), [])
    const contact = aContact({ email: `kari-${made}@example.org` })
    await saveContact(portal, secret, { contact, names: ['Kari Nordmann'], booker: null })
    for (let press = 0; press < 2; press += 1)
      assert.deepEqual(await confirmFor(portal, member, secret), { ok: true })
    const id = (await findAppointment(portal, secret))?.id ?? 0
    const entry = ['counter', portal.auditIds.of('appointment', id), 'far']
    assert.deepEqual(await written(), [['appointment-booked-for', ...entry]])
    const moved = await hold(NINE + 12, secret)
    for (let press = 0; press < 2; press += 1)
      assert.deepEqual(await confirmFor(portal, member, moved), { ok: true })
    assert.deepEqual(await written(), [
      ['appointment-booked-for', ...entry],
      ['appointment-moved-for', ...entry],
    ])
  })

  test('undo, stop reminders, cancel and restore with the link of somebody, each written down once', async () => {
    const { member } = await actingAs({ role: 'counter', unit: 'here' })
    const { secret } = await bookedAt('far')
    const change = await holdTime(portal, {
      ...{ idempotencyKey: `staff-scope-${(made += 1)}`, replaces: null, changes: secret },
      ...{ officeId: 'far', startTick: NINE + 12, people: [aPerson()], personKey: null },
    })
    assert.ok(change.ok)
    const contact = aContact({ email: `kari-${made}@example.org` })
    await saveContact(portal, change.secret, { contact, names: ['Kari Nordmann'], booker: null })
    assert.deepEqual(await confirmAppointment(portal, change.secret), { ok: true })
    const { id = 0, sequence = -1 } = (await findAppointment(portal, secret)) ?? {}
    const by = (action: AuditAction) => writtenDownFor(portal, member, action)
    for (let press = 0; press < 2; press += 1) {
      assert.ok((await undoChange(portal, secret, sequence, by('appointment-change-undone-for'))).ok)
    }
    assert.ok((await stopReminders(portal, secret, by('reminders-stopped-for'))).ok)
    for (let press = 0; press < 2; press += 1)
      assert.ok((await resumeReminders(portal, secret, by('reminders-resumed-for'))).ok)
    for (let press = 0; press < 2; press += 1)
      assert.ok((await cancelAppointment(portal, secret, by('appointment-cancelled-for'))).ok)
    for (let press = 0; press < 2; press += 1)
      assert.ok((await restoreAppointment(portal, secret, by('appointment-restored-for'))).ok)
    // The person themselves leaves no trace there.
    assert.ok(
      (await cancelAppointment(portal, secret, writtenDownFor(portal, null, 'appointment-cancelled-for'))).ok,
    )
    const waiting = await engine.read.select().from(engine.tables.auditWaiting)
    const entry = ['counter', portal.auditIds.of('appointment', id), 'far']
    assert.deepEqual(
      waiting.map(({ action, actorRole, objectId, scope }) => [action, actorRole, objectId, scope]),
      [
        ['appointment-change-undone-for', ...entry],
        ['reminders-stopped-for', ...entry],
        ['reminders-resumed-for', ...entry],
        ['appointment-cancelled-for', ...entry],
        ['appointment-restored-for', ...entry],
      ],
    )
  })
})
