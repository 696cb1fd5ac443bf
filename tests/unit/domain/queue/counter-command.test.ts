import assert from 'node:assert/strict'
import test, { describe } from 'node:test'
import { decisionOf, type CounterCommand } from '#app/domain/queue/counter-command.ts'
import { afterChange, ticketAt, type QueueChange, type QueueState } from '#app/domain/queue/decision.ts'
import { queueRulesOn } from '#app/domain/queue/queue-rules.ts'
import type { Counter, Ticket } from '#app/domain/queue/ticket.ts'
import { deliveredRules } from '#db/seed/delivered-rules.ts'
import { aCounter, aTicket, minutes, TEN } from '#tests/support/queue-builders.ts'

const RULES = queueRulesOn(deliveredRules(), Temporal.PlainDate.from('2026-11-24'))
const MINE = aCounter({ id: 1, staffId: 7 })
const OTHER = aCounter({ id: 2, staffId: 8 })
const CALLED = { status: 'called', counterId: 1, calls: 1, calledAt: TEN } as const
const SERVING = { ...CALLED, status: 'serving', startedAt: minutes(1) } as const

function aQueue(tickets: Ticket[], counters: Counter[] = [MINE, OTHER]): QueueState {
  return { now: minutes(5), tickets, counters, rules: RULES }
}

/** What comes of a command at a counter, given by who is there and sees what is so. */
function command(queue: QueueState, given: CounterCommand, { counter = MINE, staffId = 7 } = {}) {
  const here = ticketAt(queue.tickets, counter.id)
  return decisionOf(given, { staffId, seen: here })(queue, counter)
}

function done(
  queue: QueueState,
  given: CounterCommand,
  by?: { counter?: Counter; staffId?: number },
): QueueChange {
  const decision = command(queue, given, by)
  assert.ok(decision.ok, decision.ok ? '' : decision.reason)
  return decision
}

function after(
  queue: QueueState,
  given: CounterCommand,
  by?: { counter?: Counter; staffId?: number },
): QueueState {
  return afterChange(queue, done(queue, given, by))
}

function refusal(
  queue: QueueState,
  given: CounterCommand,
  by?: { counter?: Counter; staffId?: number },
): string {
  const decision = command(queue, given, by)
  return decision.ok ? 'not refused' : decision.reason
}

describe('Next', () => {
  test('calls the first one at a counter that is free', () => {
    const sent = aTicket({ id: 1, forCounterId: 1, service: 'report' })
    const { tickets } = after(aQueue([sent, aTicket({ id: 2 })]), { do: 'next' })
    assert.deepEqual(
      tickets.map(({ status, forCounterId }) => [status, forCounterId]),
      [
        ['called', null],
        ['waiting', null],
      ],
    )
  })

  test('finishes who is served as solved and calls the next, in one step', () => {
    const queue = aQueue([aTicket({ id: 1, ...SERVING }), aTicket({ id: 2 })])
    const change = done(queue, { do: 'next' })
    const { tickets } = afterChange(queue, change)
    assert.deepEqual(
      tickets.map(({ status, outcome }) => [status, outcome]),
      [
        ['finished', 'solved'],
        ['called', null],
      ],
    )
    assert.deepEqual(
      change.events.map(({ kind }) => kind),
      ['finished', 'called'],
    )
  })

  test('only finishes where nobody waits, and at a counter that has a pause', () => {
    const paused = { ...MINE, status: 'paused' as const }
    for (const [queue, counter] of [
      [aQueue([aTicket({ id: 1, ...SERVING })]), MINE],
      [aQueue([aTicket({ id: 1, ...SERVING }), aTicket({ id: 2 })], [paused]), paused],
    ] as const) {
      const { tickets } = after(queue, { do: 'next' }, { counter })
      assert.deepEqual(tickets.map(({ status }) => status).slice(0, 1), ['finished'])
      assert.equal(ticketAt(tickets, 1), null)
    }
  })

  test('never takes for served who was called and has not been seen', () => {
    assert.equal(
      refusal(aQueue([aTicket({ id: 1, ...CALLED }), aTicket({ id: 2 })]), { do: 'next' }),
      'not-yet-here',
    )
  })

  test('says so where nobody waits', () => {
    assert.equal(refusal(aQueue([]), { do: 'next' }), 'nobody-waits')
  })
})

describe('Who was called', () => {
  test('is called again as often as the rules let', () => {
    const queue = aQueue([aTicket({ id: 1, ...CALLED })])
    assert.equal(after(queue, { do: 'call-again' }).tickets[0]?.calls, 2)
    const enough = aQueue([aTicket({ id: 1, ...CALLED, calls: RULES.mostCalls })])
    assert.equal(refusal(enough, { do: 'call-again' }), 'called-enough')
  })

  test('starts, or was not here', () => {
    const queue = aQueue([aTicket({ id: 1, ...CALLED })])
    assert.equal(after(queue, { do: 'start' }).tickets[0]?.startedAt, minutes(5))
    assert.equal(after(queue, { do: 'no-show' }).tickets[0]?.status, 'no-show')
    assert.equal(refusal(aQueue([aTicket({ id: 1, ...SERVING })]), { do: 'start' }), 'nobody-here')
    assert.equal(refusal(aQueue([aTicket({ id: 1, ...SERVING })]), { do: 'no-show' }), 'nobody-here')
  })
})

describe('Who is at the counter', () => {
  const queue = aQueue([aTicket({ id: 1, ...SERVING, people: 4, note: 'before' })])

  test('is parked until a moment, and then comes before those who never were at a counter', () => {
    const change = done(queue, { do: 'park', reason: 'needs-photo', minutes: 10 })
    const [parked] = afterChange(queue, change).tickets
    assert.deepEqual([parked?.status, parked?.notBefore, parked?.isBack], ['parked', minutes(15), true])
    assert.deepEqual([change.events[0]?.seconds, change.events[0]?.detail], [240, 'needs-photo'])
  })

  test('is parked until staff take them when no time is said', () => {
    const waiting = after(queue, { do: 'park', reason: 'other', minutes: null })
    assert.equal(refusal(waiting, { do: 'next' }), 'nobody-waits')
    assert.equal(after(waiting, { do: 'call', ticketId: 1 }).tickets[0]?.status, 'called')
  })

  test('is sent on to a service, a counter or a colleague, with a note', () => {
    for (const [to, expected] of [
      [
        { kind: 'service', service: 'report' },
        { service: 'report', forCounterId: null, forStaffId: null },
      ],
      [
        { kind: 'counter', counterId: 2 },
        { service: 'passport', forCounterId: 2, forStaffId: null },
      ],
      [
        { kind: 'colleague', staffId: 8 },
        { service: 'passport', forCounterId: null, forStaffId: 8 },
      ],
    ] as const) {
      const [sent] = after(queue, { do: 'transfer', to, note: 'speaks English' }).tickets
      const { service, forCounterId, forStaffId, status, note, isBack } = sent ?? aTicket()
      assert.deepEqual({ service, forCounterId, forStaffId }, expected)
      assert.deepEqual({ status, note, isBack }, { status: 'waiting', note: 'speaks English', isBack: true })
    }
  })

  test('is not sent to a counter or a colleague who is not there', () => {
    const alone = aQueue(
      [aTicket({ id: 1, ...SERVING })],
      [MINE, { ...OTHER, status: 'closed', staffId: null }],
    )
    for (const to of [
      { kind: 'counter', counterId: 2 },
      { kind: 'counter', counterId: 99 },
      { kind: 'colleague', staffId: 8 },
    ] as const)
      assert.equal(refusal(alone, { do: 'transfer', to, note: null }), 'target-closed')
  })

  test('is parted: those who go on waiting have a ticket of their own', () => {
    const { tickets, added, events } = done(queue, { do: 'split', people: 3 })
    assert.deepEqual(tickets, [{ id: 1, set: { people: 1 } }])
    assert.deepEqual(
      added.map(({ people, status, splitFromId, counterId }) => ({ people, status, splitFromId, counterId })),
      [{ people: 3, status: 'waiting', splitFromId: 1, counterId: null }],
    )
    assert.equal(events[0]?.kind, 'split')
    assert.equal(refusal(queue, { do: 'split', people: 4 }), 'too-few-people')
  })

  test('comes for something else too, but not twice for the same', () => {
    const more = after(queue, { do: 'add-service', service: 'pick-up' })
    assert.deepEqual(more.tickets[0]?.alsoServices, ['pick-up'])
    assert.equal(refusal(more, { do: 'add-service', service: 'pick-up' }), 'has-service')
    assert.equal(refusal(more, { do: 'add-service', service: 'passport' }), 'has-service')
  })

  test('gets a note, of which no event says a word', () => {
    const change = done(queue, { do: 'note', note: 'wants a window seat' })
    assert.equal(afterChange(queue, change).tickets[0]?.note, 'wants a window seat')
    assert.deepEqual(change.events, [])
  })

  test('ends with an outcome', () => {
    const change = done(queue, { do: 'finish', outcome: 'document-missing' })
    assert.equal(afterChange(queue, change).tickets[0]?.outcome, 'document-missing')
    assert.deepEqual([change.events[0]?.detail, change.events[0]?.seconds], ['document-missing', 240])
  })
})

test('nothing can be done with somebody where nobody is', () => {
  const none = aQueue([aTicket({ id: 1 })])
  const commands: CounterCommand[] = [
    { do: 'call-again' },
    { do: 'start' },
    { do: 'finish', outcome: 'solved' },
    { do: 'no-show' },
    { do: 'park', reason: 'other', minutes: 5 },
    { do: 'transfer', to: { kind: 'service', service: 'report' }, note: null },
    { do: 'split', people: 1 },
    { do: 'add-service', service: 'report' },
    { do: 'note', note: 'hello' },
  ]
  for (const one of commands) assert.equal(refusal(none, one), 'nobody-here', one.do)
})

describe('Who is gone', () => {
  const noShow = aTicket({ id: 1, status: 'no-show', endedAt: TEN, counterId: 2, calls: 3 })

  test('is taken up again, and does not wait all over again', () => {
    const change = done(aQueue([noShow]), { do: 'take-up', ticketId: 1 })
    const [back] = afterChange(aQueue([noShow]), change).tickets
    assert.deepEqual(
      [back?.status, back?.isBack, back?.endedAt, back?.counterId, back?.calls],
      ['waiting', true, null, null, 0],
    )
    assert.deepEqual([change.events[0]?.kind, change.events[0]?.detail], ['taken-up', 'no-show'])
  })

  test('is not taken up while they wait, nor after the day', () => {
    assert.equal(refusal(aQueue([aTicket({ id: 1 })]), { do: 'take-up', ticketId: 1 }), 'is-waiting')
    assert.equal(refusal(aQueue([]), { do: 'take-up', ticketId: 1 }), 'not-waiting')
    const closed = aTicket({ id: 1, status: 'closed', endedAt: TEN })
    assert.equal(refusal(aQueue([closed]), { do: 'take-up', ticketId: 1 }), 'not-waiting')
  })
})

describe('A counter', () => {
  const FREE = aCounter({ id: 3, status: 'closed', staffId: null, services: [] })
  const open: CounterCommand = { do: 'open', services: ['report'], isTakenOver: false }

  test('is opened for what it takes, and the one before it is closed', () => {
    const { counters } = after(aQueue([], [MINE, OTHER, FREE]), open, { counter: FREE })
    assert.deepEqual(
      counters.map(({ status, staffId, services }) => [status, staffId, services]),
      [
        ['closed', null, []],
        ['open', 8, ['passport']],
        ['open', 7, ['report']],
      ],
    )
  })

  test('is not left for another while somebody is at it', () => {
    const queue = aQueue([aTicket({ id: 1, ...SERVING })], [MINE, FREE])
    assert.equal(refusal(queue, open, { counter: FREE }), 'counter-busy')
    assert.equal(refusal(queue, { do: 'close' }), 'counter-busy')
  })

  test('with a colleague at it is only taken over by who knows that', () => {
    const queue = aQueue([aTicket({ id: 1, forStaffId: 8 })])
    assert.equal(refusal(queue, open, { counter: OTHER }), 'counter-taken')
    const over = after(queue, { ...open, isTakenOver: true }, { counter: OTHER })
    assert.deepEqual(
      over.counters.map(({ staffId }) => staffId),
      [null, 7],
    )
    assert.equal(over.tickets[0]?.forStaffId, null, 'whom they were sent to is gone')
    const [, taken = OTHER] = over.counters
    assert.equal(refusal(over, { do: 'next' }, { counter: taken, staffId: 8 }), 'counter-taken')
  })

  test('with a pause calls nobody until it is opened again', () => {
    const paused = after(aQueue([aTicket({ id: 1 })]), { do: 'pause' })
    const [counter = MINE] = paused.counters
    assert.equal(refusal(paused, { do: 'next' }, { counter }), 'counter-closed')
    assert.equal(refusal(paused, { do: 'pause' }, { counter }), 'counter-closed')
    const again = after(paused, { do: 'resume' }, { counter })
    assert.deepEqual([again.counters[0]?.status, again.counters[0]?.services], ['open', ['passport']])
  })

  test('is closed, and then does nothing', () => {
    const sent = [aTicket({ id: 1, forCounterId: 1 }), aTicket({ id: 2, forStaffId: 7 })]
    const closed = after(aQueue([...sent, aTicket({ id: 3, forCounterId: 2 })]), { do: 'close' })
    assert.deepEqual(
      closed.tickets.map(({ forCounterId, forStaffId }) => forCounterId ?? forStaffId),
      [null, null, 2],
      'who was sent there waits for all',
    )
    const [counter = MINE] = closed.counters
    for (const one of [{ do: 'next' }, { do: 'close' }, { do: 'resume' }] as const)
      assert.equal(refusal(closed, one, { counter }), 'counter-closed')
  })
})

describe('Help', () => {
  test('is asked for by a counter, and a colleague comes once', () => {
    const asking = after(aQueue([]), { do: 'help', isNeeded: true })
    assert.equal(asking.counters[0]?.callsForHelp, true)
    const helped = after(asking, { do: 'come', counterId: 1 }, { counter: OTHER, staffId: 8 })
    assert.equal(helped.counters[0]?.callsForHelp, false)
    assert.equal(refusal(helped, { do: 'come', counterId: 1 }), 'helped-already')
  })

  test('is given to who asks while they wait', () => {
    const asking = aQueue([aTicket({ id: 1, asksForHelp: true })])
    const helped = after(asking, { do: 'see-to', ticketId: 1 })
    assert.equal(helped.tickets[0]?.asksForHelp, false)
    assert.equal(refusal(helped, { do: 'see-to', ticketId: 1 }), 'helped-already')
  })
})

test('an action about somebody who is not there any more, or has changed, is refused', () => {
  const queue = aQueue([aTicket({ id: 1, ...SERVING, revision: 4 }), aTicket({ id: 2 })])
  for (const seen of [null, { id: 2, revision: 4 }, { id: 1, revision: 3 }]) {
    const decision = decisionOf({ do: 'next' }, { staffId: 7, seen })(queue, MINE)
    assert.deepEqual(decision, { ok: false, reason: 'changed-meanwhile' })
  }
})
