import assert from 'node:assert/strict'
import test, { before, beforeEach } from 'node:test'
import { cancelAppointment } from '#app/use-cases/cancel-appointment.server.ts'
import { changeMyContact } from '#app/use-cases/change-my-contact.server.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { eraseMine } from '#app/use-cases/erase-mine.server.ts'
import { eraseOld } from '#app/use-cases/erase-old.server.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import type { Looker } from '#app/domain/identity/whose.ts'
import { ALL_MESSAGES, myAppointments, myMessages } from '#app/use-cases/my-appointments.server.ts'
import { myData } from '#app/use-cases/my-data.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import type { Engine } from '#db/engine.ts'
import { newestRetentionRuns } from '#db/queries/retention-runs.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aChild, aContact, aPerson, tickOf } from '#tests/support/builders.ts'
import { aClockAt, type MovableClock } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const MONDAY_MORNING = '2026-11-23T07:00:00Z'
const NINE = tickOf('2026-11-24T09:00')

const SAID = 'passport_document.passport_passport-who.several'

const KEYS: Record<string, string> = { Kari: 'key-kari', Per: 'key-per' }
const KARI = { keys: ['key-kari'], hiddenKeys: [] }
const PER = { keys: ['key-per'], hiddenKeys: [] }

onBothEngines('My page', (openFresh) => {
  let engine: Engine
  let portal: Portal
  let clock: MovableClock
  let holds = 0

  before(async () => {
    engine = await openFresh()
  })
  beforeEach(async () => {
    await fillSmallCountry(engine, [{ id: 'sandvika', counters: 2 }])
    clock = aClockAt(MONDAY_MORNING)
    portal = await openTestPortal(engine, clock)
  })

  /** Books for Kari and her child Per; by Kari when she is logged in. */
  async function booked({ startTick = NINE, isLoggedIn = true } = {}): Promise<string> {
    const held = await holdTime(portal, {
      ...{ idempotencyKey: `my-page-${(holds += 1)}`, replaces: null, changes: null },
      ...{ officeId: 'sandvika', startTick, people: [aPerson(), aChild()], said: SAID },
      personKey: isLoggedIn ? 'key-kari' : null,
    })
    assert.ok(held.ok)
    const booker = { personKey: 'key-kari', keyOf: (name: string) => KEYS[name] ?? null }
    const names = ['Kari', 'Per']
    const contact = { contact: aContact(), names, booker: isLoggedIn ? booker : null }
    assert.deepEqual(await saveContact(portal, held.secret, contact), { ok: true })
    assert.deepEqual(await confirmAppointment(portal, held.secret), { ok: true })
    return held.secret
  }

  async function letMessagesBeSent(): Promise<void> {
    const { engine } = portal
    await engine.write((tx) => tx.update(engine.tables.messages).set({ status: 'sent' }))
  }

  test('who booked while logged in finds it, and so does the one who comes along', async () => {
    const secret = await booked()
    await booked({ startTick: NINE + 12, isLoggedIn: false })
    const [mine, ...more] = await myAppointments(portal, KARI)
    assert.equal(more.length, 0)
    assert.deepEqual([mine?.secret, mine?.state, mine?.isOwnBooking], [secret, 'coming', true])
    const [theirs] = await myAppointments(portal, PER)
    assert.deepEqual([theirs?.secret, theirs?.isOwnBooking], [secret, false])
    assert.deepEqual(await myAppointments(portal, { keys: ['somebody'], hiddenKeys: [] }), [])
  })

  test('what was said to the guide is handed out to the one who booked, not to who comes along', async () => {
    await booked()
    const handedOut = async (looker: Looker) => {
      const mine = await myAppointments(portal, looker)
      return myData(portal, { mine, tickets: [], messages: [], person: null, sessions: 1 }).appointments.map(
        ({ saidToGuide }) => saidToGuide,
      )
    }
    const answers = [
      ['document', ['passport']],
      ['passport-who', ['several']],
    ]
    assert.deepEqual(await handedOut(KARI), [{ need: 'passport', answers }])
    assert.deepEqual(await handedOut(PER), [null])
  })

  test('what is taken away has the messages, offices by name and times as a clock in Norway shows them', async () => {
    await booked()
    const mine = await myAppointments(portal, KARI)
    const messages = await myMessages(portal, mine, ALL_MESSAGES)
    const taken = myData(portal, { mine, tickets: [], messages, person: null, sessions: 1 })
    assert.equal(taken.madeAt, '2026-11-23T08:00:00+01:00')
    const [appointment] = taken.appointments
    assert.equal(appointment?.begins, '2026-11-24T09:00:00+01:00')
    assert.deepEqual(appointment?.office, {
      id: 'sandvika',
      name: portal.catalogue.offices.get('sandvika')?.name,
    })
    const confirmed = taken.messages.find(({ kind }) => kind === 'confirmed')
    assert.deepEqual(
      [confirmed?.appointment, confirmed?.status, confirmed?.due],
      [appointment.reference, 'waiting', '2026-11-23T08:00:00+01:00'],
    )
  })

  test('a guardian does not see a child whose address is protected', async () => {
    await booked()
    const [mine] = await myAppointments(portal, { ...KARI, hiddenKeys: ['key-per'] })
    assert.deepEqual(
      mine?.appointment.people.map(({ name }) => name),
      ['Kari'],
    )
  })

  test('contact is changed for what is to come, and names stay', async () => {
    const secret = await booked()
    const change = { email: 'ny@example.com', mobile: null, messageLanguage: 'nn' } as const
    assert.equal(await changeMyContact(portal, PER.keys, change), 0)
    assert.equal(await changeMyContact(portal, KARI.keys, change), 1)
    const contact = (await findAppointment(portal, secret))?.contact
    assert.deepEqual(contact, { ...aContact(), ...change, withoutContact: false })
    clock.moveTo('2026-11-24T09:00:00Z')
    assert.equal(await changeMyContact(portal, KARI.keys, change), 0)
  })

  test('what is cancelled or over is erased when its person says so, what is to come is not', async () => {
    const [coming, cancelled] = [await booked(), await booked({ startTick: NINE + 12 })]
    await cancelAppointment(portal, cancelled)
    const erase = (who: 'per' | 'kari') =>
      eraseMine(portal, { audience: 'citizen', owner: `key-${who}` }, who === 'per' ? PER.keys : KARI.keys)
    assert.deepEqual(await erase('per'), { erased: 0, waiting: 0 })
    // Nobody has been told yet: without a contact the message would have nowhere to go.
    assert.deepEqual(await erase('kari'), { erased: 0, waiting: 1 })
    assert.notEqual((await findAppointment(portal, cancelled))?.contact, null)
    await letMessagesBeSent()
    assert.deepEqual(await erase('kari'), { erased: 1, waiting: 0 })
    assert.deepEqual(await erase('kari'), { erased: 0, waiting: 0 })
    assert.equal((await myAppointments(portal, KARI))[0]?.secret, coming)
    const erased = await findAppointment(portal, cancelled)
    assert.deepEqual(
      [erased?.contact, erased?.said, erased?.people.map(({ name }) => name)],
      [null, null, [null, null]],
    )
  })

  test('ninety days after its time nothing says whose an appointment was, and the job says what it did', async () => {
    const secret = await booked()
    const later = await booked({ startTick: tickOf('2026-12-01T09:00') })
    clock.moveTo('2027-02-22T12:00:00Z')
    assert.equal(await eraseOld(portal), 0)
    assert.notEqual((await findAppointment(portal, secret))?.contact, null)
    clock.moveTo('2027-02-23T12:00:00Z')
    assert.equal(await eraseOld(portal), 1)
    const erased = await findAppointment(portal, secret)
    assert.deepEqual([erased?.contact, erased?.personKey, erased?.said], [null, null, null])
    assert.deepEqual(
      erased?.people.map(({ name, personKey, guardians }) => [name, personKey, guardians]),
      [
        [null, null, null],
        [null, null, null],
      ],
    )
    const kept = await findAppointment(portal, later)
    assert.deepEqual([kept?.contact === null, kept?.said], [false, SAID])
    assert.equal(await eraseOld(portal), null)
    const runs = await newestRetentionRuns(engine.read, engine.tables, 5)
    assert.deepEqual(
      runs.map((run) => run.erased),
      [1, 0],
    )
  })
})
