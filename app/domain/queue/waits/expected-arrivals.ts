import type { Dice } from '../../chance/dice.ts'
import { TICK_SECONDS } from '../../time/tick.ts'
import type { QueueState } from '../decision.ts'
import type { QueueService } from '../ticket.ts'
import type { Desk, Waiting } from './simulate-waits.ts'
import { usualOf } from './usual-of.ts'
import type { WaitOutlook } from './wait-outlook.ts'

/** For so long ahead it is drawn who comes: who comes later goes before nobody who is here. */
const AHEAD_SECONDS = 2 * 3600

/**
 * Those who may be called before somebody who is here: who has an appointment, who needs help, and – where somebody
 * waits for the time of their appointment – everybody, as they keep the counters busy until then.
 */
export function expectedArrivals(
  { now, rules: { order } }: QueueState,
  outlook: WaitOutlook,
  { dice, desks, here }: { dice: Dice; desks: readonly Desk[]; here: readonly Waiting[] },
): Waiting[] {
  function expected(
    at: number,
    { service, people = 1, time, needsHelp }: Expected & { time: number | null; needsHelp: boolean },
  ): Waiting {
    return {
      ...{ index: -1, readyAt: at, isBack: false, overtaken: 0, needsHelp, hasAppointment: time !== null },
      ...{ time, since: time === null ? at : Math.max(time, at) },
      at: desks.map(({ counter }) => counter.services.includes(service)),
      usual: usualOf({ service, alsoServices: [], people }, outlook, at),
    }
  }

  const coming = outlook.coming.flatMap(({ startTick, ...one }) => {
    const start = startTick * TICK_SECONDS
    const at = start - outlook.early.mean + outlook.early.spread * dice.normal()
    // Their time is past and they are not here: the longer ago, the less they are still expected.
    const shows = outlook.appointmentShowShare * (start < now ? Math.exp((start - now) / 300) : 1)
    const isTooLate = at > start + order.lateGraceMinutes * 60
    if (at > now + AHEAD_SECONDS || !dice.happens(shows)) return []
    return [expected(Math.max(now, at), { ...one, time: isTooLate ? null : start, needsHelp: false })]
  })

  const isEveryoneDrawn = here.some(({ time, isBack }) => time !== null && !isBack && now < time)
  if (!isEveryoneDrawn && !order.helpFirst) return coming
  const walkIns: Waiting[] = []
  for (let at = now; ;) {
    const perHour = Math.max(0.1, outlook.walkInsPerHour(Math.floor((at - outlook.midnight) / 3600)))
    at += dice.until(3600 / (perHour * (isEveryoneDrawn ? 1 : outlook.helpShare)))
    if (at > now + AHEAD_SECONDS) return [...coming, ...walkIns]
    const needsHelp = !isEveryoneDrawn || dice.happens(outlook.helpShare)
    walkIns.push(expected(at, { service: drawn(outlook.mix, dice), time: null, needsHelp }))
  }
}

type Expected = { service: QueueService; people?: number }

function drawn(mix: WaitOutlook['mix'], dice: Dice): QueueService {
  let rest = dice.share() * mix.reduce((sum, { count }) => sum + count, 0)
  for (const { service, count } of mix) {
    rest -= count
    if (rest <= 0) return service
  }
  return 'other'
}
