import { fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock } from '#app/server/clock.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import { openReadyDatabase } from '#app/use-cases/open-database.server.ts'
import { firstBookableTick, type Portal } from '#app/use-cases/portal.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { randomOf } from '#app/domain/chance/random-of.ts'
import { aNeed, aPerson, aSavedContact } from '#tests/support/builders.ts'
import { CLOCK_START } from '#tests/support/demo-database.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { openTestPortal } from '#tests/support/small-country.ts'
import { openBareEngine } from './bare-engine.ts'
import { quantiles, type Figures } from './figures.ts'
import { BENCH_FOLDER, nationalDatabase, nationalSizes } from './national.ts'
import type { VisitorsAnswer, VisitorsOrder, WantedBooking } from './visitors.ts'

/** Over HTTP at least a quarter of what the bare engine does (security.md, goals). */
const GOAL_PERCENT = 25
const VISITORS = 32
/** A stay for a passport, in ticks. */
const STAY_TICKS = 2
const PAUSE_MILLISECONDS = 200

type Way = { name: string; bookings: number; run(wanted: readonly WantedBooking[]): Promise<number> }

/**
 * Appointments per second that are held and confirmed, each durable before it is answered: by SQLite alone with two
 * commits for each, and by the portal over HTTP. In turn, on copies of one database on one disk; then the same with
 * what shares commits.
 */
export async function benchBooking({ quick }: { quick: boolean }): Promise<Figures> {
  const [claims] = nationalSizes({ quick })
  mkdirSync(BENCH_FOLDER, { recursive: true })
  const folder = mkdtempSync(join(BENCH_FOLDER, 'booking-'))
  const ending: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })]
  const copyFor = (name: string) => {
    const path = join(folder, `${name}.db`)
    // Nobody has the original open, so a plain copy is whole.
    copyFileSync(nationalDatabase(claims), path)
    return path
  }
  try {
    const bare = openBareEngine(copyFor('bare'))
    ending.unshift(async () => void bare.close())
    const inside = await openPortalOn(copyFor('inside'))
    ending.unshift(() => inside.engine.close())
    const served = await startPortal({ databaseUrl: `file:${copyFor('served')}`, dataDir: folder })
    ending.unshift(() => served.stop())

    const share = quick ? 0.25 : 1
    const whole: Way[] = [
      { name: 'SQLite alone, a commit each', bookings: 400, run: async (wanted) => bare.book(wanted, 1) },
      {
        name: `SQLite alone, ${VISITORS} to a commit`,
        bookings: 800,
        run: async (all) => bare.book(all, VISITORS),
      },
      { name: 'use cases, one at a time', bookings: 200, run: (wanted) => bookInside(inside, wanted, 1) },
      {
        name: `use cases, ${VISITORS} at a time`,
        bookings: 400,
        run: (all) => bookInside(inside, all, VISITORS),
      },
      { name: 'HTTP, one visitor', bookings: 150, run: (wanted) => bookOverHttp(served, wanted, 1) },
      {
        name: `HTTP, ${VISITORS} visitors`,
        bookings: 400,
        run: (all) => bookOverHttp(served, all, VISITORS),
      },
    ]
    const ways = whole.map((way) => ({ ...way, bookings: Math.round(way.bookings * share) }))
    return figuresOf(await measure(ways, { portal: inside, rounds: quick ? 3 : 7 }))
  } finally {
    for (const end of ending) await end()
  }
}

type Measured = Map<string, number[]>

/** Appointments per second of each way, round by round; the first round warms up. */
async function measure(
  ways: readonly Way[],
  { portal, rounds }: { portal: Portal; rounds: number },
): Promise<Measured> {
  const measured: Measured = new Map(ways.map(({ name }) => [name, []]))
  const most = (some: (name: string) => boolean) =>
    Math.max(...ways.filter(({ name }) => some(name)).map(({ bookings }) => bookings))
  const needed = (rounds + 1) * (most(isForMany) + most((name) => !isForMany(name)))
  const free = freeTimes(portal, needed)
  const next = new Map(ways.map(({ name }) => [name, 0]))
  for (let round = 0; round <= rounds; round += 1) {
    console.log(round === 0 ? 'Warming up …' : `Round ${round} of ${rounds} …`)
    for (const { name, bookings, run } of ways) {
      const from = next.get(name) ?? 0
      next.set(name, from + bookings)
      // Two ways share a database and must not want the same times: those for many take from the end.
      const wanted = isForMany(name)
        ? free.slice(free.length - from - bookings, free.length - from)
        : free.slice(from, from + bookings)
      await wait(PAUSE_MILLISECONDS)
      const seconds = await run(wanted)
      if (round > 0) measured.get(name)?.push(wanted.length / seconds)
    }
  }
  return measured
}

function isForMany(way: string): boolean {
  return way.includes(String(VISITORS))
}

function figuresOf(measured: Measured): Figures {
  const figures: Figures = {}
  const p50 = (name: string) => quantiles(measured.get(name) ?? []).p50
  for (const [name, perSecond] of measured) {
    figures[name] = { value: p50(name), unit: '/s' }
    figures[`${name}, lowest`] = { value: Math.min(...perSecond), unit: '/s' }
    figures[`${name}, highest`] = { value: Math.max(...perSecond), unit: '/s' }
  }
  const bare = p50('SQLite alone, a commit each')
  const of = (name: string) => (100 * p50(name)) / bare
  figures['HTTP, one visitor, of SQLite alone'] = { value: of('HTTP, one visitor'), unit: '%' }
  figures[`HTTP, ${VISITORS} visitors, of SQLite alone`] = {
    value: of(`HTTP, ${VISITORS} visitors`),
    unit: '%',
    least: GOAL_PERCENT,
  }
  figures['shared commits add, use cases'] = {
    value: p50(`use cases, ${VISITORS} at a time`) / p50('use cases, one at a time'),
    unit: 'times',
  }
  figures['shared commits add, SQLite alone'] = {
    value: p50(`SQLite alone, ${VISITORS} to a commit`) / bare,
    unit: 'times',
  }
  return figures
}

async function openPortalOn(path: string): Promise<Portal> {
  const engine = await openReadyDatabase(`file:${path}`)
  return openTestPortal(engine, systemClock(Temporal.Instant.from(CLOCK_START)))
}

/** So many times that overlap none of the others, in offices all over the country. */
function freeTimes(portal: Portal, count: number): WantedBooking[] {
  const { catalogue, availability } = portal
  const notBefore = firstBookableTick(portal)
  const byOffice = [...catalogue.offices.keys()].map((officeId) =>
    availability.days().flatMap((day) => {
      const starts = availability.starts(officeId, day, aNeed(STAY_TICKS), { notBefore })
      // Steps of two counters may lie across each other.
      const apart: number[] = []
      for (const start of starts) if (start >= (apart.at(-1) ?? 0) + STAY_TICKS) apart.push(start)
      return apart.map((startTick) => ({ officeId, startTick }))
    }),
  )
  const all = byOffice.flat()
  if (all.length < count) throw new Error(`There are ${all.length} free times, and ${count} are needed.`)
  const random = randomOf('booking')
  const order = all.map((time) => ({ time, rank: random() })).sort((a, b) => a.rank - b.rank)
  return order.slice(0, count).map(({ time }) => time)
}

/** The use cases of one booking, without HTTP and pages. Answers how many seconds all of them took. */
async function bookInside(portal: Portal, wanted: readonly WantedBooking[], atOnce: number): Promise<number> {
  const queue = [...wanted]
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, () => bookAll()))
  return (performance.now() - started) / 1000

  async function bookAll(): Promise<void> {
    for (let time = queue.shift(); time; time = queue.shift()) {
      const idempotencyKey = Buffer.from(portal.randomBytes(18)).toString('base64url')
      const fresh = { idempotencyKey, replaces: null, changes: null, people: [aPerson()] }
      const held = await holdTime(portal, { ...fresh, ...time })
      if (!held.ok) throw new Error(`A free time was refused: ${held.reason}`)
      const saved = await saveContact(portal, held.secret, aSavedContact())
      const confirmed = await confirmAppointment(portal, held.secret)
      if (!saved.ok || !confirmed.ok) throw new Error('A hold could not be confirmed')
    }
  }
}

/** The visitors are a process of their own, so that their work is not the portal's. */
async function bookOverHttp(
  { url }: TestPortal,
  bookings: readonly WantedBooking[],
  atOnce: number,
): Promise<number> {
  const visitors = fork(join(import.meta.dirname, 'visitors.ts'))
  const order: VisitorsOrder = { url, bookings: [...bookings], atOnce }
  visitors.send(order)
  const ended = once(visitors, 'exit').then(([code]) =>
    Promise.reject(new Error(`The visitors ended: ${code}`)),
  )
  ended.catch(() => {})
  const answered = new Promise<VisitorsAnswer>((resolve) =>
    visitors.once('message', (answer: VisitorsAnswer) => resolve(answer)),
  )
  const { seconds } = await Promise.race([answered, ended])
  return seconds
}
