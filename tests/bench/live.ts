import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { finish } from '#app/domain/queue/actions/serve.ts'
import { inTurn } from '#app/domain/queue/decision.ts'
import { callNext } from '#app/domain/queue/actions/call.ts'
import { openEventStream } from '#tests/support/event-stream.ts'
import { startPortal } from '#tests/support/portal.ts'
import { openQueueHand, type QueueHand } from '#tests/support/queue-hand.ts'
import { queueVersion } from '#app/use-cases/queue-picture.server.ts'
import { residentMB } from '#tests/support/resident-memory.ts'
import { quantiles, type Figures } from './figures.ts'
import { openHttpClient } from './http-client.ts'
import type { LiveNews, LiveOrder } from './live-crowd.ts'

const OFFICE = 'oslo-gronland'
const COUNTERS = [1, 2, 3, 4, 5, 6, 7, 8]
const LISTENERS = 500
/** Screens and telephones in one: some look at the same ticket, as a family does. */
const DISPLAYS = 100
/** Forms under way at a time, for the events. */
const AT_ONCE = 8
const GOAL_MILLISECONDS = 1_000
const GOAL_GROWTH_PERCENT = 10
/** Events before the memory is looked at first: code is compiled, buffers have grown. */
const WARM_UP = 0.2

/**
 * How soon 500 pages know of a change, ticket and display alike; and the memory of the server over 10,000 events.
 * Calls come from another process, as with several servers; help is asked for on the page of a ticket, in the server.
 */
export async function benchLive({ quick }: { quick: boolean }): Promise<Figures> {
  const waiting = quick ? 60 : 300
  const calls = quick ? 10 : 60
  const events = quick ? 500 : 10_000
  const portal = await startPortal()
  const hand = await openQueueHand(portal)
  const crowd = fork(join(import.meta.dirname, 'live-crowd.ts'))
  try {
    await hand.openCounters(OFFICE, COUNTERS)
    const secrets: string[] = []
    for (let count = 0; count < waiting; count += 1) secrets.push(await hand.take(OFFICE))
    const paths = Array.from({ length: LISTENERS }, (_, index) =>
      index < DISPLAYS ? `/nb/display/${OFFICE}/live` : `/nb/tickets/${secrets[index % waiting]}/live`,
    )
    const opening = performance.now()
    tell(crowd, { open: { url: portal.url, paths } })
    const opened = await hear(crowd, (news) => 'opened' in news && news)
    const openedIn = performance.now() - opening

    const toAll: number[] = []
    for (let count = 0; count < calls; count += 1) {
      toAll.push(await untilAllKnow(crowd, hand, COUNTERS[count % COUNTERS.length] ?? 1))
      await wait(120)
    }
    const here = await timesOfPosts(portal.url, secrets.at(-1) ?? '', calls)
    const memory = await memoryOver(events, {
      pid: portal.pid,
      hand,
      secrets: secrets.slice(-1 - AT_ONCE, -1),
      url: portal.url,
    })
    const all = quantiles(toAll)
    const own = quantiles(here)
    return {
      'pages that listen': { value: opened.opened, unit: '', least: LISTENERS },
      'all of them open after': { value: openedIn, unit: 'ms' },
      'calls in another process': { value: calls, unit: '' },
      'commit to the last of all pages, p50': { value: all.p50, unit: 'ms' },
      'commit to the last of all pages, most': { value: all.max, unit: 'ms', most: GOAL_MILLISECONDS },
      'form to another page, in the server, p50': { value: own.p50, unit: 'ms' },
      'form to another page, in the server, most': { value: own.max, unit: 'ms', most: GOAL_MILLISECONDS },
      'events, then': { value: events, unit: '' },
      'events a second': { value: memory.perSecond, unit: '/s' },
      'memory after the first fifth': { value: memory.early, unit: 'MB' },
      'memory at the end': { value: memory.late, unit: 'MB' },
      'growth of the memory': {
        value: (100 * (memory.late - memory.early)) / memory.early,
        unit: '%',
        most: GOAL_GROWTH_PERCENT,
      },
    }
  } finally {
    crowd.disconnect()
    await hand.close()
    await portal.stop()
  }
}

/** Whoever is there is done, the next is called. */
function nextOne(...[state, counter]: Parameters<typeof callNext>) {
  const isFree = !state.tickets.some(
    ({ counterId, status }) => counterId === counter.id && (status === 'called' || status === 'serving'),
  )
  if (isFree) return callNext(state, counter)
  return inTurn(
    state,
    (now) => finish(now, counter, 'solved'),
    (now) => callNext(now, counter),
  )
}

/** Milliseconds from when a call is committed until the last of all pages shows it. */
async function untilAllKnow(crowd: ChildProcess, hand: QueueHand, counter: number): Promise<number> {
  const version = 1 + (await queueVersion(hand.portal, OFFICE))
  const telling = hear(crowd, (news) => 'told' in news && news.told)
  tell(crowd, { wait: { version } })
  const called = await hand.act(OFFICE, counter, nextOne)
  const committed = Date.now()
  if (!called.ok) throw new Error(`Nobody was called: ${called.reason}`)
  return (await telling).last - committed
}

/** From when a form is sent until the page of another language has what it changed. */
async function timesOfPosts(url: string, secret: string, count: number): Promise<number[]> {
  const client = openHttpClient(url, { atOnce: 1 })
  const stream = await openEventStream(`${url}/en/tickets/${secret}/live`)
  const times: number[] = []
  for (let number = 0; number < count; number += 1) {
    const isAsking = number % 2 === 0
    const seen = stream.events.length
    const sent = Date.now()
    await client.post(
      `/nb/tickets/${secret}`,
      isAsking ? { then: 'help', need: 'hearing' } : { then: 'no-help' },
    )
    const isNew = (data: string) => data.includes('We have told the counter') === isAsking
    const event = await stream.until(
      (one) => one.event === 'picture' && stream.events.indexOf(one) >= seen && isNew(one.data),
    )
    times.push(event.at - sent)
    await wait(120)
  }
  stream.close()
  client.close()
  return times
}

async function memoryOver(
  events: number,
  { pid, hand, secrets, url }: { pid: number; hand: QueueHand; secrets: readonly string[]; url: string },
): Promise<{ early: number; late: number; perSecond: number }> {
  const client = openHttpClient(url, { atOnce: secrets.length })
  const began = performance.now()
  let early = 0
  let done = 0
  // Each has a ticket of their own and asks for help, again and again, and then no longer.
  await Promise.all(
    secrets.map(async (secret) => {
      for (let isAsking = true; done < events; isAsking = !isAsking) {
        done += 1
        if (done === Math.floor(events * WARM_UP)) early = residentMB(pid) ?? NaN
        await client.post(
          `/nb/tickets/${secret}`,
          isAsking ? { then: 'help', need: 'hearing' } : { then: 'no-help' },
        )
      }
    }),
  )
  const perSecond = events / ((performance.now() - began) / 1000)
  // The last picture has been written, and what it took is given back.
  await hand.announceDelay(OFFICE, 1)
  await wait(2_000)
  client.close()
  return { early, late: residentMB(pid) ?? NaN, perSecond }
}

function tell(crowd: ChildProcess, order: LiveOrder): void {
  crowd.send(order)
}

/** The first news that is as wanted. */
async function hear<News>(crowd: ChildProcess, wanted: (news: LiveNews) => News | false): Promise<News> {
  for (;;) {
    const [news]: LiveNews[] = await once(crowd, 'message')
    const found = news !== undefined && wanted(news)
    if (found) return found
  }
}
