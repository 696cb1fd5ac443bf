import { randomBytes, randomUUID } from 'node:crypto'
import type { Acting } from '#app/use-cases/office-day.server.ts'
import { createAuditIds } from '#app/server/audit-ids.ts'
import { systemClock } from '#app/server/clock.ts'
import { createLinks } from '#app/server/links.ts'
import { arrive, type Arrival } from '#app/domain/queue/actions/arrive.ts'
import { callNext } from '#app/domain/queue/actions/call.ts'
import { change, type Decision, type QueueState } from '#app/domain/queue/decision.ts'
import { QUEUE_SERVICES, type Counter, type Ticket } from '#app/domain/queue/ticket.ts'
import { actAtCounter, type ActionAnswer } from '#app/use-cases/act-at-counter.server.ts'
import { changeQueue, ticketSecret } from '#app/use-cases/change-queue.server.ts'
import { openPortal, todayOf } from '#app/use-cases/portal.server.ts'
import { openEngine } from '#db/engine.ts'
import { setDelay } from '#db/queries/queue-days.ts'
import { ticketsOfDay, updateTicket } from '#db/queries/tickets.ts'
import { CLOCK_START } from './demo-database.ts'
import type { TestPortal } from './portal.ts'

const MEMBER: Acting['member'] = {
  ...{ id: 1, subject: 'test', name: 'Test', isActive: true, grants: [] },
}
const EVERYWHERE: Acting = { member: MEMBER, scope: { kind: 'country' } }

/**
 * Works on the queues of a running portal from another process, by the same use cases as its own pages: what staff do
 * while a test looks at what others see of it. To be closed.
 */
export async function openQueueHand(
  { databaseUrl, startedAt }: Pick<TestPortal, 'databaseUrl' | 'startedAt'>,
  { clockStart = CLOCK_START }: { clockStart?: string } = {},
) {
  const engine = await openEngine(databaseUrl)
  // The clock of the portal has gone on since it was started.
  const start = Temporal.Instant.from(clockStart).add({ milliseconds: Date.now() - startedAt() })
  const portal = await openPortal({
    ...{ engine, clock: systemClock(start), randomBytes: (count: number) => randomBytes(count) },
    links: createLinks('test:a-key-of-at-least-forty-three-letters-for-tests'),
    auditIds: createAuditIds('test:a-key-of-at-least-forty-three-letters-for-tests'),
  })

  function decideFor<Answer>(
    officeId: string,
    decide: (queue: QueueState) => Decision,
    answer: () => Answer,
  ) {
    return changeQueue(portal, officeId, async (queue) => {
      const decision = decide(queue)
      if (!decision.ok) throw new Error(`Refused: ${decision.reason}`)
      await queue.save(decision)
      return answer()
    })
  }

  /** Opens the counters of an office for everything, and closes all others. */
  function openCounters(officeId: string, numbers: readonly number[] = [1]): Promise<void> {
    return decideFor(
      officeId,
      ({ counters, now }) =>
        change({
          counters: counters.map(({ id, number }) => ({
            id,
            set: {
              status: numbers.includes(number) ? ('open' as const) : ('closed' as const),
              ...{ services: [...QUEUE_SERVICES], staffId: 1, since: now },
            },
          })),
        }),
      () => undefined,
    )
  }

  /** Gives somebody a ticket, whatever the hour; answers the secret of its link. */
  function take(officeId: string, some: Partial<Omit<Arrival, 'officeId' | 'day'>> = {}): Promise<string> {
    const key = randomUUID()
    return changeQueue(portal, officeId, async (queue) => {
      const decision = arrive(queue, {
        ...{ officeId, day: queue.day, service: 'passport', language: 'nb', needs: [], people: 1 },
        ...{ appointment: null, ...some },
      })
      if (!decision.ok) throw new Error(`Refused: ${decision.reason}`)
      await queue.save(decision, [key])
      return ticketSecret(portal, key)
    })
  }

  /** Does something at a counter, by its number. */
  async function act(
    officeId: string,
    number: number,
    decide: (state: QueueState, counter: Counter) => Decision,
  ): Promise<ActionAnswer> {
    const counterId = portal.catalogue.resourcesOf(officeId).find((one) => one.number === number)?.id ?? 0
    return actAtCounter(portal, EVERYWHERE, { officeId, counterId, kind: 'test' }, decide)
  }

  return {
    portal,
    openCounters,
    /** The numbers of its counters. */
    countersOf: (officeId: string) => portal.catalogue.resourcesOf(officeId).map(({ number }) => number),
    take,
    act,
    /** Puts the ticket that was given last into a state that only time or an operator brings. */
    async setNewest(officeId: string, set: Partial<Ticket>): Promise<void> {
      await changeQueue(portal, officeId, async (queue) => {
        const nothing = change({})
        if (nothing.ok) await queue.save(nothing)
        const all = await ticketsOfDay(queue.tx, engine.tables, { officeId, day: queue.day })
        await updateTicket(queue.tx, engine.tables, all.at(-1)?.id ?? 0, set)
      })
    },
    /** Calls whoever is next. */
    async callNext(officeId: string, number = 1): Promise<void> {
      const called = await act(officeId, number, callNext)
      if (!called.ok) throw new Error(`Nobody was called to counter ${number}: ${called.reason}`)
    },
    announceDelay: (officeId: string, delayMinutes: number) =>
      changeQueue(portal, officeId, async (queue) => {
        const nothing = change({})
        if (nothing.ok) await queue.save(nothing)
        await setDelay(queue.tx, engine.tables, {
          ...{ officeId, day: todayOf(portal.clock).toString(), delayMinutes },
        })
      }),
    close: () => engine.close(),
  }
}

export type QueueHand = Awaited<ReturnType<typeof openQueueHand>>
