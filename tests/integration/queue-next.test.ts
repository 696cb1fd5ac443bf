import assert from 'node:assert/strict'
import test from 'node:test'
import { asc, eq } from 'drizzle-orm'
import { afterChange, type QueueState } from '#app/domain/queue/decision.ts'
import { nextTicket } from '#app/domain/queue/queue-order.ts'
import { queueState } from '#app/use-cases/queue-state.server.ts'
import { finishAndCallNext } from '#tests/support/counters-at-work.ts'
import { hireCounters } from '#tests/support/hire-counters.ts'
import { letArrive, openCounters } from '#tests/support/queue-office.ts'
import { brokenQueue } from '#tests/support/queue-sums.ts'
import { onBothEngines, urlOf } from '#tests/support/both-engines.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const COUNTERS = 50
/** `npm run chaos -- next` presses as often as one likes. */
const PRESSES = 20
const NOW = '2026-11-24T09:00:00Z'

onBothEngines('Fifty counters that press "next" at once', (openFresh, kind) => {
  test('a thousand times: no ticket twice, none lost, in the order of the rules', async () => {
    const engine = await openFresh()
    await fillSmallCountry(engine, [{ id: 'sandvika', counters: COUNTERS }])
    const portal = await openTestPortal(engine, aClockAt(NOW))
    const counters = await openCounters(portal, 'sandvika', { count: COUNTERS })
    await letArrive(portal, 'sandvika', { count: COUNTERS * PRESSES })
    const before = await queueState(engine.read, portal, 'sandvika')

    // Two processes where the engine lets two write.
    const parts = kind === 'postgres' ? [counters.slice(0, 25), counters.slice(25)] : [counters]
    const hands = await Promise.all(
      parts.map((counters) =>
        hireCounters({
          ...{ url: urlOf(engine), officeId: 'sandvika', counters, presses: PRESSES, mix: 'next', now: NOW },
        }),
      ),
    )
    for (const each of hands) each.begin()
    await Promise.all(hands.map((each) => each.done()))

    const told = hands.flatMap((each) => each.told)
    assert.equal(told.length, COUNTERS * PRESSES)
    assert.deepEqual(await brokenQueue(engine, told), [])
    const { queueEvents } = engine.tables
    const called = await engine.read
      .select({ ticketId: queueEvents.ticketId, counterId: queueEvents.counterId })
      .from(queueEvents)
      .where(eq(queueEvents.kind, 'called'))
      .orderBy(asc(queueEvents.id))
    assert.equal(new Set(called.map(({ ticketId }) => ticketId)).size, COUNTERS * PRESSES)
    assert.deepEqual(called, orderOfTheRules(before, called))
  })
})

/** Whom each counter would have got, had they pressed one after the other in this order. */
function orderOfTheRules(before: QueueState, called: readonly { counterId: number | null }[]) {
  let state = before
  return called.map(({ counterId }) => {
    const counter = state.counters.find(({ id }) => id === counterId)
    assert.ok(counter)
    const next = nextTicket(state.tickets, { counter, rules: state.rules.order, now: state.now })
    const decision = finishAndCallNext(state, counter)
    assert.ok(decision.ok)
    state = afterChange(state, decision)
    return { ticketId: next?.ticket.id ?? null, counterId }
  })
}
