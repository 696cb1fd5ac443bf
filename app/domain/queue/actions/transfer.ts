import { refuse, type Decision, type QueueState } from '../decision.ts'
import type { Counter, QueueService } from '../ticket.ts'
import { leaveCounter } from './leave-counter.ts'

/** Whom somebody is sent on to: any counter for another service, a certain counter, a certain colleague. */
export type TransferTarget =
  | { kind: 'service'; service: QueueService }
  | { kind: 'counter'; counterId: number }
  | { kind: 'colleague'; staffId: number }

/** Sends the one at the counter on; `note` tells the next what it is about, and takes the place of the one before. */
export function transfer(
  state: QueueState,
  counter: Counter,
  { to, note }: { to: TransferTarget; note: string | null },
): Decision {
  if (!isThere(to, state.counters)) return refuse('target-closed')
  return leaveCounter(state, counter, {
    ...{ kind: 'transferred', detail: to.kind },
    set: {
      ...{ status: 'waiting', note, notBefore: null },
      ...(to.kind === 'service' ? { service: to.service } : {}),
      forCounterId: to.kind === 'counter' ? to.counterId : null,
      forStaffId: to.kind === 'colleague' ? to.staffId : null,
    },
  })
}

/** Nobody is to wait for a counter that is closed, or for a colleague who has gone home. */
function isThere(to: TransferTarget, counters: readonly Counter[]): boolean {
  const manned = counters.filter(({ status }) => status !== 'closed')
  switch (to.kind) {
    case 'service':
      return true
    case 'counter':
      return manned.some(({ id }) => id === to.counterId)
    case 'colleague':
      return manned.some(({ staffId }) => staffId === to.staffId)
    default:
      return to satisfies never
  }
}
