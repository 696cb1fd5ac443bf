import type { Dice } from '../../chance/dice.ts'
import { TICK_SECONDS } from '../../time/tick.ts'
import type { QueueState } from '../decision.ts'
import type { QueueService } from '../ticket.ts'
import type { Desk, Waiting } from './simulate-waits.ts'
import { peopleFactor } from './office-figures.ts'
import { usualOf } from './usual-of.ts'
import type { WaitOutlook } from './wait-outlook.ts'

/** For so long ahead it is drawn who comes: who comes later goes before nobody who is here. */
const AHEAD_SECONDS = 2 * 3600
/** Who is so much behind their time is as good as not coming any more. */
const FORGOTTEN_SECONDS = 300

/** Draws who comes: once for each way in which the next hours may go. */
export type ExpectArrivals = (dice: Dice) => Waiting[]

/**
 * Those who may be called before somebody who is here: who has an appointment, who needs help, and – where somebody
 * waits for the time of their appointment – everybody, as they keep the counters busy until then.
 */
export function expectedArrivals(
  { now, rules: { order } }: QueueState,
  outlook: WaitOutlook,
  { desks, here }: { desks: readonly Desk[]; here: readonly Waiting[] },
): ExpectArrivals {
  const known = new Map<QueueService, Pick<Waiting, 'at' | 'usual'>>()
  function caseOf(service: QueueService) {
    const before = known.get(service)
    if (before) return before
    const one = {
      at: desks.map(({ counter }) => counter.services.includes(service)),
      usual: usualOf({ service, alsoServices: [], people: 1 }, outlook, now),
    }
    known.set(service, one)
    return one
  }
  const last = now + AHEAD_SECONDS
  const coming = outlook.coming
    .filter(({ startTick }) => startTick * TICK_SECONDS - outlook.early.mean < last)
    .map(({ startTick, service, people }) => {
      const { at, usual } = caseOf(service)
      const log = usual.log + Math.log(peopleFactor(people, outlook.furtherPersonShare))
      const start = startTick * TICK_SECONDS
      // Their time is past and they are not here: the longer ago, the less they are still expected.
      const shows =
        outlook.appointmentShowShare * (start < now ? Math.exp((start - now) / FORGOTTEN_SECONDS) : 1)
      return { at, start, shows, usual: { log, spread: usual.spread } }
    })
  const isEveryoneDrawn = here.some(({ time, isBack }) => time !== null && !isBack && now < time)
  const walkInShare = isEveryoneDrawn ? 1 : order.helpFirst ? outlook.helpShare : 0
  const perSecond = (at: number) =>
    (Math.max(0.1, outlook.walkInsPerHour(Math.floor((at - outlook.midnight) / 3600))) * walkInShare) / 3600

  return (dice) => {
    const expected: Waiting[] = []
    for (const { at, usual, start, shows } of coming) {
      if (!dice.happens(shows)) continue
      const readyAt = Math.max(now, start - outlook.early.mean + outlook.early.spread * dice.normal())
      const time = readyAt <= start + order.lateGraceMinutes * 60 ? start : null
      expected.push({
        ...{ index: -1, readyAt, time, since: Math.max(time ?? 0, readyAt), isBack: false, needsHelp: false },
        ...{ overtaken: 0, hasAppointment: true, isAsking: false, at, usual },
      })
    }
    if (walkInShare === 0) return expected
    for (let readyAt = now + dice.until(1 / perSecond(now)); readyAt < last;) {
      const needsHelp = !isEveryoneDrawn || dice.happens(outlook.helpShare)
      const { at, usual } = caseOf(drawn(outlook.mix, dice))
      expected.push({
        ...{ index: -1, readyAt, time: null, since: readyAt, isBack: false, needsHelp },
        ...{ overtaken: 0, hasAppointment: false, isAsking: false, at, usual },
      })
      readyAt += dice.until(1 / perSecond(readyAt))
    }
    return expected
  }
}

function drawn(mix: WaitOutlook['mix'], dice: Dice): QueueService {
  let rest = dice.share()
  for (const { service, share } of mix) {
    rest -= share
    if (rest <= 0) return service
  }
  return 'other'
}
