import type { Tx } from '#db/engine.ts'
import { addToCounters, readCounters, type RateCounter } from '#db/queries/rate-counters.ts'
import type { AddressScope, LimitName } from '#app/domain/rules/rate-limits.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import type { Visitor } from '#app/server/visitor.ts'
import type { Portal } from './portal.server.ts'
import { rateLimits } from './rate-limits.server.ts'

type Counting = Pick<Portal, 'engine' | 'catalogue' | 'clock'>

/** Too often from this address, or from the network around it. */
export type TooMany = { ok: false; reason: 'too-many'; retryAfterSeconds: number }

type Counted = { limit: LimitName; visitor: Visitor }
type Counter = RateCounter & { most: number }

/**
 * Counts one more inside a write, so that it costs no commit of its own. A refusal rolls the whole write back, its own
 * count too: the counter stays at its limit and everything else as it was.
 */
export async function countWithin(
  tx: Tx,
  portal: Counting,
  counted: Counted,
): Promise<{ ok: true } | TooMany> {
  const counters = countersOf(portal, counted)
  return verdict(portal, counters, await addToCounters(tx, portal.engine.tables, counters), 0)
}

/**
 * Counts one more in a write of its own: for what changes nothing else, as a guess or a login. When the limit has been
 * reached nothing is written.
 * @throws {DatabaseUnavailable}
 */
export async function countAttempt(portal: Counting, counted: Counted): Promise<{ ok: true } | TooMany> {
  const { engine } = portal
  const counters = countersOf(portal, counted)
  const keys = counters.map(({ key }) => key)
  const before = verdict(portal, counters, await readCounters(engine.read, engine.tables, keys), 1)
  return before.ok ? engine.write((tx) => countWithin(tx, portal, counted)) : before
}

function countersOf(portal: Counting, { limit, visitor }: Counted): [Counter, Counter] {
  const now = epochSeconds(portal.clock.now())
  const limits = rateLimits(portal)[limit]
  const counter = (scope: AddressScope): Counter => {
    const { most, seconds } = limits[scope]
    const begin = now - (now % seconds)
    const key = visitor.counterKey(scope, `${limit} ${scope} ${begin} ${seconds}`)
    return { key, most, expiresAt: begin + seconds }
  }
  return [counter('address'), counter('network')]
}

/** @param more how many are to come on top of those that are counted */
function verdict(
  { clock }: Pick<Portal, 'clock'>,
  counters: readonly Counter[],
  counts: ReadonlyMap<string, number>,
  more: 0 | 1,
): { ok: true } | TooMany {
  const full = counters.filter(({ key, most }) => (counts.get(key) ?? 0) + more > most)
  if (full.length === 0) return { ok: true }
  const end = Math.max(...full.map(({ expiresAt }) => expiresAt))
  return { ok: false, reason: 'too-many', retryAfterSeconds: Math.max(1, end - epochSeconds(clock.now())) }
}
