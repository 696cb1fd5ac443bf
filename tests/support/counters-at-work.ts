import { once } from 'node:events'
import { z } from 'zod'
import { callAgain, callNext } from '#app/domain/queue/actions/call.ts'
import { finish, markNoShow, startServing } from '#app/domain/queue/actions/serve.ts'
import { inTurn, ticketAt, type Decision, type QueueState } from '#app/domain/queue/decision.ts'
import type { Counter } from '#app/domain/queue/ticket.ts'
import { actAtCounter, undoAtCounter } from '#app/use-cases/act-at-counter.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { takeTicket } from '#app/use-cases/take-ticket.server.ts'
import { openEngine } from '#db/engine.ts'
import { aClockAt } from './movable-clock.ts'
import { openTestPortal } from './small-country.ts'

/**
 * A process of its own that is the hands of some counters: `node counters-at-work.ts JSON`. It says "ready", begins when
 * a line comes in, and tells of everything that was acknowledged in one line of JSON each, as soon as it was.
 */
const Work = z.strictObject({
  url: z.string(),
  officeId: z.string(),
  /** Ids of the counters that this process is the hands of. */
  counters: z.array(z.number()),
  presses: z.number(),
  /** `next`: finish and call the next; `everything`: whatever comes to mind. */
  mix: z.enum(['next', 'everything']),
  /** The clock stands still here, so that the order of everything can be worked out again. */
  now: z.string(),
})
export type Work = z.infer<typeof Work>

/** What a counter was told is done, with the tickets that it changed. */
export const Told = z.strictObject({ did: z.string(), counter: z.number(), tickets: z.array(z.number()) })
export type Told = z.infer<typeof Told>

const STAFF = {
  member: { id: 1, name: 'Kari Nordmann', isActive: true, grants: [] },
  scope: { kind: 'country' as const },
}

/** Those who are called are finished first. */
export function finishAndCallNext(state: QueueState, counter: Counter): Decision {
  return ticketAt(state.tickets, counter.id)
    ? inTurn(
        state,
        (now) => finish(now, counter, 'solved'),
        (now) => callNext(now, counter),
      )
    : callNext(state, counter)
}

const ACTIONS: Record<string, (state: QueueState, counter: Counter) => Decision> = {
  next: finishAndCallNext,
  start: startServing,
  again: callAgain,
  finish: (state, counter) => finish(state, counter, 'document-missing'),
  'no-show': markNoShow,
}

if (process.argv[2]?.startsWith('{')) await workAtCounters(Work.parse(JSON.parse(process.argv[2])))

async function workAtCounters({ url, counters, presses, mix, now, officeId }: Work): Promise<void> {
  const engine = await openEngine(url)
  const portal = await openTestPortal(engine, aClockAt(now))
  process.stdout.write('ready\n')
  await once(process.stdin, 'data')
  await Promise.all(
    counters.map(async (counterId) => {
      for (let press = 0; press < presses; press += 1) {
        await (mix === 'next'
          ? act(portal, 'next', { officeId, counterId })
          : anything(portal, { officeId, counterId }))
      }
    }),
  )
  await engine.close()
  process.exit(0)
}

type At = { officeId: string; counterId: number }

async function act(portal: Portal, did: string, at: At): Promise<void> {
  const decide = ACTIONS[did]
  if (!decide) throw new Error(`Nobody does ${did}`)
  tell(did, at, await actAtCounter(portal, STAFF, { ...at, kind: did }, decide))
}

async function anything(portal: Portal, at: At): Promise<void> {
  const wish = Math.random()
  if (wish < 0.35) return act(portal, 'next', at)
  if (wish < 0.45) return act(portal, 'finish', at)
  if (wish < 0.55) return act(portal, 'start', at)
  if (wish < 0.6) return act(portal, 'again', at)
  if (wish < 0.65) return act(portal, 'no-show', at)
  if (wish < 0.75) return tell('undo', at, await undoAtCounter(portal, STAFF, at))
  const taken = await takeTicket(portal, {
    ...{ officeId: at.officeId, key: crypto.randomUUID(), service: 'passport', language: 'nb' },
    ...{ needs: [], people: 1 },
  })
  if (taken.ok) tell('arrive', at, { ok: true, tickets: [taken.ticketId] })
}

function tell(did: string, { counterId }: At, answer: { ok: true; tickets: number[] } | { ok: false }): void {
  if (!answer.ok) return
  process.stdout.write(
    `${JSON.stringify({ did, counter: counterId, tickets: answer.tickets } satisfies Told)}\n`,
  )
}
