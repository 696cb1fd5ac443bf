import { fork } from 'node:child_process'
import { join } from 'node:path'
import { startPortal } from '#tests/support/portal.ts'
import { quantiles, type Figures } from './figures.ts'
import type { CrowdAnswer, CrowdOrder } from './crowd.ts'

/** Good answers at three times what the portal can do, of the most it can do (security.md, goals). */
const GOAL_PERCENT = 80
const TIMES_TOO_MANY = 3
const READERS = 8
const PATH = '/nb/passport/book/office?person=18%2B.passport&at=position-60.39,5.32'

/** What happens when three times as many ask as can be answered: a list of offices each. */
export async function benchOverload({ quick }: { quick: boolean }): Promise<Figures> {
  const seconds = quick ? 4 : 15
  const portal = await startPortal()
  try {
    const crowd = (order: Omit<CrowdOrder, 'url' | 'path'>) =>
      sendCrowd({ url: portal.url, path: PATH, ...order })
    await crowd({ seconds: 3, readers: READERS })
    const peak = await crowd({ seconds, readers: READERS })
    const peakPerSecond = peak.good.length / peak.seconds
    const perSecond = TIMES_TOO_MANY * peakPerSecond
    const rush = await crowd({ seconds, perSecond })
    const after = await crowd({ seconds: 3, readers: 1 })
    const goodPerSecond = rush.good.length / rush.seconds
    const waited = quantiles(rush.good)
    return {
      'pages a second at most': { value: peakPerSecond, unit: '/s' },
      'asked for in the rush': { value: perSecond, unit: '/s' },
      'answered well in the rush': { value: goodPerSecond, unit: '/s' },
      'answered well, of the most': {
        value: (100 * goodPerSecond) / peakPerSecond,
        unit: '%',
        least: GOAL_PERCENT,
      },
      'turned away with 503 and Retry-After': { value: rush.turnedAway.length, unit: '' },
      'any other answer, or none': { value: rush.others, unit: '', most: 0 },
      'wait of those who were answered, p50': { value: waited.p50, unit: 'ms' },
      'wait of those who were answered, p99': { value: waited.p99, unit: 'ms' },
      'wait of those who were turned away, p99': { value: quantiles(rush.turnedAway).p99, unit: 'ms' },
      'a page just after the rush, p50': { value: quantiles(after.good).p50, unit: 'ms' },
    }
  } finally {
    await portal.stop()
  }
}

/** A crowd is a process of its own, so that its work is not the portal's. */
async function sendCrowd(order: CrowdOrder): Promise<CrowdAnswer> {
  const crowd = fork(join(import.meta.dirname, 'crowd.ts'))
  crowd.send(order)
  return new Promise((resolve, reject) => {
    crowd.once('message', (answer: CrowdAnswer) => resolve(answer))
    crowd.once('exit', (code) => reject(new Error(`The crowd ended: ${code}`)))
  })
}
