import { inTurn, refuse, ticketAt, type Decision, type QueueState } from '../decision.ts'
import type { Counter } from '../ticket.ts'
import { callNext } from './call.ts'
import { finish } from './serve.ts'

/**
 * The one key of a counter: whoever is served is finished as solved, and the next is called – both or neither can be
 * undone. Who was called and has not been seen at the counter is never taken for served: were they, it would look as if
 * somebody had been helped who never came.
 */
export function next(state: QueueState, counter: Counter): Decision {
  const here = ticketAt(state.tickets, counter.id)
  if (!here) return callNext(state, counter)
  if (here.status === 'called') return refuse('not-yet-here')
  const solve = (now: QueueState) => finish(now, counter, 'solved')
  const both = inTurn(state, solve, (then) => callNext(then, counter))
  // A counter that has a pause, and one for which nobody waits, is done with those who are there all the same.
  return both.ok ? both : solve(state)
}
