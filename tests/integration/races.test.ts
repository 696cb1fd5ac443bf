import assert from 'node:assert/strict'
import test from 'node:test'
import { count, eq } from 'drizzle-orm'
import { cancelAppointment } from '#app/use-cases/cancel-appointment.server.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { restoreAppointment } from '#app/use-cases/restore-appointment.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { isDatabaseUnavailable } from '#db/errors.ts'
import { randomOf } from '#db/seed/plan/random.ts'
import { onBothEngines } from '#tests/support/both-engines.ts'
import { aSavedContact, aPerson, tickOf } from '#tests/support/builders.ts'
import { brokenClaims } from '#tests/support/claim-invariants.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const NINE = tickOf('2026-11-24T09:00')
const TICKS_OF_DAY = 72
const CHANGES = 500
const MOST_ATTEMPTS = 20

onBothEngines('500 changes at once', (openFresh) => {
  test('leave every claim with one living owner, and nothing behind', async () => {
    const engine = await openFresh()
    await fillSmallCountry(engine, [
      { id: 'sandvika', counters: 2 },
      { id: 'oslo', counters: 3 },
    ])
    const clock = aClockAt('2026-11-23T07:00:00Z')
    const portal = await openTestPortal(engine, clock)
    const random = randomOf('500 changes at once')
    const booked = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        const time = someTime(random)
        return comeAgain(() => book(portal, `booked ${index}`, time))
      }),
    )
    const living = booked.filter((secret) => secret !== null)

    const changes = Array.from({ length: CHANGES }, (_, index) => {
      const time = someTime(random)
      const secret = living[Math.floor(random() * living.length)] ?? ''
      return [
        () => hold(portal, `hold ${index}`, time),
        () => book(portal, `book ${index}`, time),
        () => cancelAppointment(portal, secret),
        () => restoreAppointment(portal, secret),
        () => holdAndMove(portal, `move ${index}`, [time, someTime(random)]),
      ][Math.floor(random() * 5)]
    })
    await Promise.all(changes.map(async (change) => comeAgain(async () => change?.())))

    assert.deepEqual(await brokenClaims(engine, clock.now().epochMilliseconds / 1000), [])
    // A race that nobody lost, or in which nobody cancelled, would show nothing.
    assert.ok((await statusCount(portal, 'cancelled')) > 5)
    assert.ok((await statusCount(portal, 'confirmed')) > 30)
    assert.ok((await statusCount(portal, 'held')) > 30)
  })
})

/** Who is turned away as the database is busy comes again: on a slow machine some of so many are. */
async function comeAgain<T>(change: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await change()
    } catch (error) {
      if (!isDatabaseUnavailable(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

type Time = { officeId: string; startTick: number; isLong: boolean }

function someTime(random: () => number): Time {
  return {
    officeId: random() < 0.5 ? 'sandvika' : 'oslo',
    startTick: NINE + Math.floor(random() * TICKS_OF_DAY),
    isLong: random() < 0.3,
  }
}

async function hold(
  portal: Portal,
  key: string,
  time: Time,
  replaces: string | null = null,
): Promise<string | null> {
  const { officeId, startTick, isLong } = time
  const people = [aPerson({ needs: isLong ? ['interpreter'] : [] })]
  const answer = await holdTime(portal, {
    idempotencyKey: key,
    replaces,
    changes: null,
    officeId,
    startTick,
    people,
  })
  return answer.ok ? answer.secret : null
}

async function book(portal: Portal, key: string, time: Time): Promise<string | null> {
  const secret = await hold(portal, key, time)
  if (!secret) return null
  await saveContact(portal, secret, aSavedContact())
  await confirmAppointment(portal, secret)
  return secret
}

async function holdAndMove(portal: Portal, key: string, [first, second]: [Time, Time]): Promise<void> {
  const secret = await hold(portal, key, first)
  if (secret) await hold(portal, `${key} again`, second, secret)
}

async function statusCount({ engine }: Portal, status: 'held' | 'confirmed' | 'cancelled'): Promise<number> {
  const { appointments } = engine.tables
  const [row] = await engine.read
    .select({ number: count() })
    .from(appointments)
    .where(eq(appointments.status, status))
  return row?.number ?? 0
}
