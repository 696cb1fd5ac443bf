import { setTimeout as wait } from 'node:timers/promises'
import { openHttpClient } from './http-client.ts'

// Many who ask for the same page, in a process of their own: they get an order, work it off, answer and end.

/** Either `readers` who ask again when they are answered, or `perSecond` who come whether others are answered or not. */
export type CrowdOrder = {
  url: string
  path: string
  seconds: number
  readers?: number
  perSecond?: number
}

/** Milliseconds until each answer, by what it was. */
export type CrowdAnswer = { seconds: number; good: number[]; turnedAway: number[]; others: number }

/** New connections are asked for this often. */
const BEAT_MILLISECONDS = 10
/** More than any rush has under way; a portal that answers nobody is found out, and this machine lives. */
const MOST_UNDER_WAY = 4_000

process.once('message', (order: CrowdOrder) => void work(order))

async function work(order: CrowdOrder): Promise<void> {
  const { url, path, seconds, readers } = order
  const answer: CrowdAnswer = { seconds: 0, good: [], turnedAway: [], others: 0 }
  // Each asks on a connection of its own, as those who come in a rush do.
  const client = openHttpClient(url, { atOnce: readers ?? MOST_UNDER_WAY, keepAlive: false })
  const started = performance.now()
  const passed = () => (performance.now() - started) / 1000

  async function ask(): Promise<void> {
    const asked = performance.now()
    try {
      const { status, retryAfter } = await client.get(path)
      const waited = performance.now() - asked
      if (status === 200) answer.good.push(waited)
      else if (status === 503 && retryAfter !== null) answer.turnedAway.push(waited)
      else answer.others += 1
    } catch {
      answer.others += 1
    }
  }

  async function askAgainAndAgain(): Promise<void> {
    while (passed() < seconds) await ask()
  }

  async function comeAndCome(perSecond: number): Promise<void> {
    const asking = new Set<Promise<void>>()
    let asked = 0
    while (passed() < seconds) {
      for (; asked < perSecond * passed(); asked += 1) {
        if (asking.size >= MOST_UNDER_WAY) answer.others += 1
        else {
          const one = ask().finally(() => asking.delete(one))
          asking.add(one)
        }
      }
      await wait(BEAT_MILLISECONDS)
    }
    await Promise.all(asking)
  }

  if (order.perSecond !== undefined) await comeAndCome(order.perSecond)
  else await Promise.all(Array.from({ length: readers ?? 1 }, () => askAgainAndAgain()))
  answer.seconds = passed()
  client.close()
  process.send?.(answer)
}
