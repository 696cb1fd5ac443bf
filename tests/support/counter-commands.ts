import fc from 'fast-check'
import type { CounterCommand } from '#app/domain/queue/counter-command.ts'
import { OUTCOMES, PARK_REASONS, QUEUE_SERVICES } from '#app/domain/queue/ticket.ts'

/** Anything that somebody may ask for at a counter, about tickets and counters that may be there. */
export function anyCommand(counterIds: readonly number[]): fc.Arbitrary<CounterCommand> {
  const ticketId = fc.integer({ min: 1, max: 8 })
  const counterId = fc.constantFrom(...counterIds)
  const service = fc.constantFrom(...QUEUE_SERVICES.slice(0, 3))
  const of = <Name extends string>(name: Name) => fc.constant({ do: name })
  return fc.oneof(
    { arbitrary: of('next'), weight: 6 },
    { arbitrary: of('start'), weight: 5 },
    fc.record({ do: fc.constant('call'), ticketId }),
    of('call-again'),
    fc.record({ do: fc.constant('finish'), outcome: fc.constantFrom(...OUTCOMES) }),
    of('no-show'),
    fc.record({
      do: fc.constant('park'),
      reason: fc.constantFrom(...PARK_REASONS),
      minutes: fc.option(fc.integer({ min: 1, max: 10 })),
    }),
    fc.record({
      do: fc.constant('transfer'),
      to: fc.oneof(
        fc.record({ kind: fc.constant('service'), service }),
        fc.record({ kind: fc.constant('counter'), counterId }),
        fc.record({ kind: fc.constant('colleague'), staffId: fc.integer({ min: 1, max: 4 }) }),
      ),
      note: fc.option(fc.constant('a note')),
    }),
    fc.record({ do: fc.constant('split'), people: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ do: fc.constant('add-service'), service }),
    fc.record({ do: fc.constant('note'), note: fc.option(fc.constant('words')) }),
    fc.record({
      do: fc.constant('open'),
      services: fc.subarray([...QUEUE_SERVICES.slice(0, 3)], { minLength: 1 }),
      isTakenOver: fc.boolean(),
    }),
    of('pause'),
    of('resume'),
    of('close'),
    fc.record({ do: fc.constant('take-up'), ticketId }),
    fc.record({ do: fc.constant('see-to'), ticketId }),
    fc.record({ do: fc.constant('help'), isNeeded: fc.boolean() }),
    fc.record({ do: fc.constant('come'), counterId }),
  )
}
