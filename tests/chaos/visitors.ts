import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Links } from '#app/server/links.ts'
import { adults, contactFields, postForm, timePath, type Answer } from './booking-form.ts'
import { OFFICE_IDS, someStart } from './country.ts'
import type { Change, Fact, Kind, Ledger } from './ledger.ts'

const VISITORS_AT_ONCE = 16
const LONGEST_COMING_MILLISECONDS = 60_000

type Mine = { secret: string; fact: Fact }

/** The times and the answers of one run of visitors that were no redirect, by status. */
export type Troubles = Map<number, number>

type Setting = {
  url: string
  ledger: Ledger
  links: Links
  /** Between 0 and 1, like Math.random. */
  random: () => number
  /** Some come alone, others are so many. */
  mostPeople?: number
}

/** Visitors who book, move and cancel over HTTP, and write into the ledger what they were told. */
export function createVisitors({ url, ledger, links, random, mostPeople = 3 }: Setting) {
  const troubles: Troubles = new Map()
  const mine: Mine[] = ledger.confirmed()
  /** Aborted once nobody answers: then the visitors leave. */
  const gone = new AbortController()

  /** Sends one form. True when it was done and said so; else the ledger knows whether it was refused or not answered. */
  async function send(
    kind: Kind,
    changes: Change[],
    { path, fields, leadsTo }: { path: string; fields?: Record<string, string>; leadsTo: string },
  ): Promise<boolean> {
    const ask = ledger.ask(kind, changes)
    let answer: Answer
    try {
      answer = await postForm(url, path, fields)
    } catch {
      gone.abort()
      return false
    }
    if (answer.status !== 302) {
      troubles.set(answer.status, (troubles.get(answer.status) ?? 0) + 1)
      return false
    }
    // Which change it was stands after that.
    const isDone = answer.location === leadsTo || answer.location.startsWith(`${leadsTo}&`)
    if (isDone) ask.acknowledged()
    else ask.refused()
    return isDone
  }

  async function hold(people: number, change?: Mine): Promise<Mine | null> {
    const key = randomBytes(18).toString('base64url')
    const secret = links.secretOf(key)
    const officeId = OFFICE_IDS[Math.floor(random() * OFFICE_IDS.length)] ?? ''
    const startTick = someStart(random)
    const fact: Fact = { status: 'held', officeId, startTick, people, hasContact: change !== undefined }
    const done = await send('held', [{ secret, becomes: fact }], {
      path: timePath({ officeId, people: adults(people), change: change?.secret }),
      fields: { key, start: String(startTick) },
      leadsTo: `/nb/passport/book/${secret}/${change ? 'review' : 'contact'}`,
    })
    return done ? { secret, fact } : null
  }

  async function book(): Promise<void> {
    const held = await hold(1 + Math.floor(random() * mostPeople))
    // Some walk away.
    if (!held || random() < 0.05) return
    const { secret } = held
    const path = `/nb/passport/book/${secret}`
    const reached: Fact = { ...held.fact, hasContact: true }
    const saved = await send('contact saved', [{ secret, becomes: reached }], {
      path: `${path}/contact`,
      fields: contactFields(held.fact.people),
      leadsTo: `${path}/review`,
    })
    if (!saved) return
    const confirmed: Fact = { ...reached, status: 'confirmed' }
    const done = await send('confirmed', [{ secret, becomes: confirmed }], {
      path: `${path}/review`,
      leadsTo: `${path}/receipt`,
    })
    if (done) mine.push({ secret, fact: confirmed })
  }

  async function cancel({ secret, fact }: Mine): Promise<void> {
    const path = `/nb/appointments/${secret}`
    await send('cancelled', [{ secret, becomes: { ...fact, status: 'cancelled' } }], {
      path: `${path}/cancel`,
      leadsTo: path,
    })
  }

  /** Moves a confirmed appointment to another time: in one write it gets the time and the hold is gone. */
  async function move(one: Mine): Promise<void> {
    const held = await hold(one.fact.people, one)
    if (!held) return void mine.push(one)
    const { officeId, startTick } = held.fact
    const moved = { ...one, fact: { ...one.fact, officeId, startTick } }
    const changes = [
      { secret: one.secret, becomes: moved.fact },
      { secret: held.secret, becomes: null },
    ]
    const done = await send('changed', changes, {
      path: `/nb/passport/book/${held.secret}/review`,
      leadsTo: `/nb/appointments/${one.secret}?told=changed`,
    })
    if (done) mine.push(moved)
  }

  /** One visit: a booking, or something with one that is there; nobody else has that one meanwhile. */
  async function visit(): Promise<void> {
    const chance = random()
    if (chance < 0.5 || mine.length === 0) return book()
    const [one] = mine.splice(Math.floor(random() * mine.length), 1)
    if (!one) return
    return chance < 0.75 ? cancel(one) : move(one)
  }

  /** So many visitors at once, each with one visit after the other, until the signal. */
  async function comeAndGo(count: number, until: AbortSignal): Promise<void> {
    const isOver = AbortSignal.any([until, gone.signal])
    const one = async () => {
      while (!isOver.aborted) await visit()
    }
    await Promise.all(Array.from({ length: count }, one))
  }

  return {
    troubles,
    comeAndGo,
    /** The same until something has been reached, or it takes too long: then it answers false. */
    async comeUntil(isReached: () => boolean): Promise<boolean> {
      const closed = new AbortController()
      const served = comeAndGo(VISITORS_AT_ONCE, closed.signal)
      const deadline = Date.now() + LONGEST_COMING_MILLISECONDS
      while (!isReached() && Date.now() < deadline && !gone.signal.aborted) await wait(5)
      closed.abort()
      await served
      return isReached()
    },
    /** So many visits, one after the other. */
    async oneByOne(visits: number): Promise<void> {
      for (let visitor = 0; visitor < visits; visitor += 1) await visit()
    },
  }
}
