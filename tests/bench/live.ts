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
import { residentMB } from '#tests/support/resident-memory.ts'
import { quantiles, type Figures } from './figures.ts'
import { openHttpClient } from './http-client.ts'
import type { LiveNews, LiveOrder } from './live-crowd.ts'

const OFFICE = 'oslo-gronland'
const COUNTERS = [1, 2, 3, 4, 5, 6, 7, 8]
const LISTENERS = 500
/** Screens and telephones in one: some look at the same ticket, as a family does. */
const DISPLAYS = 100
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
      // Every picture says which delay is announced: so each listener can be seen to have this one.
      await hand.act(OFFICE, COUNTERS[count % COUNTERS.length] ?? 1, nextOne)
      toAll.push(await untilAllKnow(crowd, hand, 5 + count))
      await wait(120)
    }
    const here = await timesOfPosts(portal.url, secrets.at(-1) ?? '', calls)
    const memory = await memoryOver(events, {
      pid: portal.pid,
      hand,
      secret: secrets.at(-2) ?? '',
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

async function untilAllKnow(crowd: ChildProcess, hand: QueueHand, delayMinutes: number): Promise<number> {
  const telling = hear(crowd, (news) => 'told' in news && news.told)
  tell(crowd, { wait: { words: ` ${delayMinutes} minutter` } })
  await hand.announceDelay(OFFICE, delayMinutes)
  const committed = Date.now()
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
  { pid, hand, secret, url }: { pid: number; hand: QueueHand; secret: string; url: string },
): Promise<{ early: number; late: number; perSecond: number }> {
  const client = openHttpClient(url, { atOnce: 4 })
  const began = performance.now()
  let early = 0
  for (let count = 0; count < events; count += 1) {
    const isAsking = count % 2 === 0
    await client.post(
      `/nb/tickets/${secret}`,
      isAsking ? { then: 'help', need: 'hearing' } : { then: 'no-help' },
    )
    if (count === Math.floor(events * WARM_UP)) early = residentMB(pid) ?? NaN
  }
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
