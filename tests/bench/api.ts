import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { aCitizen } from '#tests/e2e/support/citizen.ts'
import { OFFICES } from '#tests/e2e/support/offices.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { aVisitorAddress } from '#tests/support/visitor-address.ts'
import { quantiles, type Figures } from './figures.ts'
import { openHttpClient } from './http-client.ts'

/** Earliest times from memory, and how soon a change is seen (issue 6). */
const GOAL_PER_SECOND = 2_000
const GOAL_SEEN_SECONDS = 5

const CONNECTIONS = 16
/** Of a second, on every Linux. */
const CLOCK_TICKS = 100
const CHANGES = 5
const PLACES = ['0150', '1337', '3015', '4006', '5003', '6002', '7010', '8006', '9008', '9510']

const Times = z.object({ times: z.array(z.object({ earliest: z.string().nullable() })) })

/** How many answers a second, beside those of a stub that only says it lives; and when a taken time is gone. */
export async function benchApi({ quick }: { quick: boolean }): Promise<Figures> {
  const seconds = quick ? 3 : 10
  const portal = await startPortal()
  try {
    const questions = PLACES.flatMap((place) =>
      [1, 2, 4].map((people) => `/api/v1/earliest-times?place=${place}&people=${people}&limit=10`),
    )
    await ask(portal, questions, 1)
    const api = await ask(portal, questions, seconds)
    const stub = await ask(portal, ['/healthz'], seconds)
    const again = await ask(portal, questions, seconds)
    const figures: Figures = {
      'earliest times': {
        value: Math.max(api.perSecond, again.perSecond),
        unit: '/s',
        least: GOAL_PER_SECOND,
      },
      'earliest times for each second of processor': {
        ...{ value: (api.perProcessorSecond + again.perProcessorSecond) / 2, unit: '/s' },
        least: GOAL_PER_SECOND,
      },
      'earliest times, p50': { value: api.p50, unit: 'ms' },
      'earliest times, p99': { value: api.p99, unit: 'ms' },
      'answers that were not 200': { value: api.others, unit: '', most: 0 },
      'a stub in the same run': { value: stub.perSecond, unit: '/s' },
      'of the stub': {
        value: (100 * (api.perProcessorSecond + again.perProcessorSecond)) / 2 / stub.perProcessorSecond,
        unit: '%',
      },
      'slowest change to be seen': {
        value: await slowestChange(portal, quick ? 2 : CHANGES),
        unit: 's',
        most: GOAL_SEEN_SECONDS,
      },
    }
    return figures
  } finally {
    await portal.stop()
  }
}

/** On connections that are kept, each question from an address of its own: what is measured is not the limit of one. */
async function ask({ url, pid }: TestPortal, paths: readonly string[], seconds: number) {
  const client = openHttpClient(url, { atOnce: CONNECTIONS })
  const milliseconds: number[] = []
  let others = 0
  let asked = 0
  const processorBefore = processorSeconds(pid)
  const began = performance.now()
  const passed = () => (performance.now() - began) / 1000
  async function askAgainAndAgain(): Promise<void> {
    while (passed() < seconds) {
      const sent = performance.now()
      asked += 1
      const { status } = await client.get(paths[asked % paths.length] ?? '/')
      milliseconds.push(performance.now() - sent)
      if (status !== 200) others += 1
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, askAgainAndAgain))
  client.close()
  const { p50, p99 } = quantiles(milliseconds)
  const count = milliseconds.length
  const processor = processorSeconds(pid) - processorBefore
  return { perSecond: count / passed(), perProcessorSecond: count / processor, p50, p99, others }
}

/** What a process has used so far; other work on the machine, which makes answers wait, is not in it. */
function processorSeconds(pid: number): number {
  const [, afterName = ''] = /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
  const [user, system] = afterName.split(' ').slice(11, 13).map(Number)
  return ((user ?? 0) + (system ?? 0)) / CLOCK_TICKS
}

/** Takes the earliest time at an office with one counter, again and again: until the open data says another one. */
async function slowestChange(portal: TestPortal, changes: number): Promise<number> {
  let slowest = 0
  for (let change = 0; change < changes; change += 1) {
    const before = await earliest(portal)
    await aCitizen(portal).book(OFFICES.small)
    const booked = performance.now()
    while ((await earliest(portal)) === before) {
      if (performance.now() - booked > 3 * GOAL_SEEN_SECONDS * 1000) break
      await wait(50)
    }
    slowest = Math.max(slowest, (performance.now() - booked) / 1000)
  }
  return slowest
}

/** At the office with one counter. */
async function earliest({ url }: TestPortal): Promise<string | null> {
  const place = 'municipality-5520'
  const answer = await fetch(`${url}/api/v1/earliest-times?place=${place}&limit=1`, {
    headers: { 'X-Forwarded-For': aVisitorAddress() },
  })
  const [first] = Times.parse(await answer.json()).times
  return first?.earliest ?? null
}
