import { openQueueHand, type QueueHand } from '#tests/support/queue-hand.ts'
import { test as base } from './test.ts'

/** Tests of the queue: with a hand that does what staff do, in the database of the worker's portal. */
export const test = base.extend<object, { hand: QueueHand }>({
  hand: [
    async ({ portal }, use) => {
      const hand = await openQueueHand(portal)
      await use(hand)
      await hand.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

/** Each test has an office of its own, so that none meets the people of another. All but one open at eight. */
export const QUEUE_OFFICES = {
  states: 'trondelag-trondheim-sentrum',
  display: { nb: 'oslo-gronland', nn: 'vest-bergen-vest', en: 'sor-ost-torp' },
  ticket: { nb: 'sor-vest-randaberg', nn: 'trondelag-naeroy', en: 'vest-oygarden' },
  live: 'sor-vest-sandnes',
  withoutScript: 'ost-politiets-publikumssenter-gralum',
  sound: 'ost-politiets-publikumssenter-lillestrom',
  spoken: 'agder-kristiansand',
  closed: 'innlandet-elverum',
} as const
