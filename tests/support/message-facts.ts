import type { MessageFacts } from '#app/server/messages/message-facts.ts'
import { aContact, tickOf } from './builders.ts'

export const SENDER = { baseUrl: 'https://portal.example', mailFrom: 'no-reply@portal.example' }

/** A confirmation of one adult's appointment in Sandvika. */
export function aMessageFacts(some: Partial<MessageFacts> = {}): MessageFacts {
  const startTick = tickOf('2026-11-24T09:30')
  return {
    number: 42,
    kind: 'confirmed',
    delayMinutes: 0,
    contact: aContact({ mobile: '40000000' }),
    today: Temporal.PlainDate.from('2026-11-23'),
    now: Temporal.Instant.from('2026-11-23T07:00:00Z'),
    startTick,
    endTick: startTick + 2,
    sequence: 0,
    reference: 'K7M4PX9TR',
    checkInCode: 'H4WQ7PXK',
    secret: 'AAAAAAAAAAAAAAAAAAAAAA',
    topic: {
      officeName: 'Sandvika politistasjon',
      address: 'Malmskriverveien 2',
      postalPlace: '1337 Sandvika',
      people: [{ name: 'Kari Nordmann', takes: { bring: ['old-passport'] }, lacksConsent: false }],
      lateMinutes: 30,
      fee: { known: 840, unknown: 0, confidence: 'documented' },
    },
    ...some,
  }
}
