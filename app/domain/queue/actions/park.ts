import type { Decision, QueueState } from '../decision.ts'
import type { Counter, ParkReason } from '../ticket.ts'
import { leaveCounter } from './leave-counter.ts'

/** Lets the one at the counter wait for something; after `minutes` they are called again, null: when staff take them. */
export function park(
  state: QueueState,
  counter: Counter,
  { reason, minutes }: { reason: ParkReason; minutes: number | null },
): Decision {
  const notBefore = minutes === null ? null : state.now + minutes * 60
  return leaveCounter(state, counter, {
    ...{ kind: 'parked', detail: reason },
    set: { status: 'parked', parkReason: reason, notBefore },
  })
}
