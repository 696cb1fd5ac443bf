import { setImmediate as breathe } from 'node:timers/promises'
import type { Engine } from '#db/engine.ts'
import { claimsIn, holdEnds, officeDaysChangedSince } from '#db/queries/claims.ts'
import { freeRuns, officeDay, withOwnTicks, type OfficeDay } from '#app/domain/scheduling/free-time.ts'
import {
  earliestGroupStart,
  offeredGroupStarts,
  planGroup,
  type GroupNeed,
  type Seat,
} from '#app/domain/scheduling/group-times.ts'
import { epochSeconds } from '#app/domain/scheduling/appointment.ts'
import type { DayBounds } from '#app/domain/scheduling/search-filter.ts'
import type { Interval } from '#app/domain/time/interval.ts'
import { OSLO, dayOfTick } from '#app/domain/time/tick.ts'
import type { Clock } from '#app/server/clock.ts'
import { groupTicks, idsOf, spanOf } from './claims-of-days.ts'
import type { Catalogue } from './catalogue.server.ts'

/** Other nodes' changes are noticed within this long (architecture.md §3). */
const POLL_MILLISECONDS = 400

/** A change may be committed this long after it was stamped; looking back further than the last poll catches it. */
const LOOK_BACK_MILLISECONDS = 10_000

/**
 * The free times of every office, kept in memory. It is a cache: what a person gets is decided by the key of the
 * claims, inside a write; this only tells what to show, and may be thrown away at any time.
 */
export type Availability = {
  /** Takes in what has changed: other nodes' writes, expired holds, a new day. Await before reading. */
  freshen(): Promise<void>
  /** Says that a write of this process changed an office's day; it is read again at the next `freshen`. */
  touched(officeId: string, day: string): void
  /** The days that can be booked, from today. */
  days(): readonly string[]
  /** What is free on a day, as it is drawn; null for a day on which nothing is open. */
  free(officeId: string, day: string): OfficeDay | null
  /** The earliest start for a group within the bounds of the days; null when nothing is free. */
  earliest(officeId: string, need: GroupNeed, bounds: DayBounds): number | null
  /** All starts that are offered on a day. `own`: seats of an appointment that is to be changed, which may be used. */
  starts(
    officeId: string,
    day: string,
    need: GroupNeed,
    from: { notBefore: number; own?: readonly Seat[] },
  ): number[]
  /** Seats for a group that seem free at a start; null when it does not fit. */
  plan(officeId: string, startTick: number, need: GroupNeed, own?: readonly Seat[]): Seat[] | null
}

type Setting = { engine: Engine; catalogue: Catalogue; clock: Clock; windowDays: number }

/** Reads all claims once; `onProgress` gets how many offices are done, of how many. */
export async function loadAvailability(
  setting: Setting,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Availability> {
  const { engine, catalogue, clock, windowDays } = setting
  const officeIds = [...catalogue.offices.keys()].filter((id) => catalogue.resourcesOf(id).length > 0)
  const offices = new Map<string, (OfficeDay | null)[]>(officeIds.map((id) => [id, []]))
  let days: string[] = []
  let dayNumbers = new Map<string, number>()
  const versions = new Map<string, number>()
  /** Office days to read again, "office day". */
  const stale = new Set<string>()
  /** When the next hold of an office day ends, epoch seconds. */
  const expiring = new Map<string, number>()
  let lastPoll = 0
  let freshening: Promise<void> | null = null

  const today = () => clock.now().toZonedDateTimeISO(OSLO).toPlainDate()

  function openOf(officeId: string, day: string): { resourceId: number; open: Interval[] }[] {
    const date = Temporal.PlainDate.from(day)
    return catalogue
      .resourcesOf(officeId)
      .map((resource) => ({ resourceId: resource.id, open: catalogue.openOn(resource, date) }))
      .filter(({ open }) => open.length > 0)
  }

  /** Reads an office's given days from the database. `ends` are the holds there are. */
  async function read(officeId: string, wanted: readonly string[], ends: Map<number, number>): Promise<void> {
    const now = epochSeconds(clock.now())
    const openings = wanted.map((day) => ({ day, resources: openOf(officeId, day) }))
    const claims = groupTicks(await claimsIn(engine.read, engine.tables, idsOf(openings), spanOf(openings)))
    for (const { day, resources } of openings) {
      const number = dayNumbers.get(day)
      const list = offices.get(officeId)
      if (number === undefined || !list) continue
      let nextEnd = Infinity
      const free = resources.map(({ resourceId, open }) => {
        const taken = new Set<number>()
        for (const { start, end } of open) {
          for (const claim of claims.within(resourceId, start, end)) {
            const holdEnd = ends.get(claim.appointmentId)
            if (holdEnd !== undefined && holdEnd <= now) continue
            if (holdEnd !== undefined) nextEnd = Math.min(nextEnd, holdEnd)
            taken.add(claim.tick)
          }
        }
        return { resourceId, free: freeRuns(open, taken) }
      })
      list[number] = free.length > 0 ? officeDay(free) : null
      if (nextEnd < Infinity) expiring.set(`${officeId} ${day}`, nextEnd)
      else expiring.delete(`${officeId} ${day}`)
    }
  }

  /** Moves the window to a new first day: past days leave, new ones are read. */
  function rollTo(first: Temporal.PlainDate): void {
    const before = new Map(dayNumbers)
    days = Array.from({ length: windowDays + 1 }, (_, number) => first.add({ days: number }).toString())
    dayNumbers = new Map(days.map((day, number) => [day, number]))
    for (const key of expiring.keys()) if (!dayNumbers.has(key.split(' ')[1] ?? '')) expiring.delete(key)
    for (const [officeId, list] of offices) {
      offices.set(
        officeId,
        days.map((day) => {
          const number = before.get(day)
          if (number === undefined) stale.add(`${officeId} ${day}`)
          return number === undefined ? null : (list[number] ?? null)
        }),
      )
    }
  }

  async function poll(): Promise<void> {
    const now = clock.now().epochMilliseconds
    if (now - lastPoll < POLL_MILLISECONDS) return
    const changes = await officeDaysChangedSince(engine, (lastPoll || now) - LOOK_BACK_MILLISECONDS)
    for (const { officeId, day, version } of changes) {
      const key = `${officeId} ${day}`
      if (versions.get(key) === version) continue
      versions.set(key, version)
      stale.add(key)
    }
    lastPoll = now
  }

  function isFresh(): boolean {
    const now = clock.now()
    if (stale.size > 0 || now.epochMilliseconds - lastPoll >= POLL_MILLISECONDS) return false
    for (const end of expiring.values()) if (end <= epochSeconds(now)) return false
    return true
  }

  async function freshenNow(): Promise<void> {
    const first = today()
    if (days[0] !== first.toString()) rollTo(first)
    await poll()
    const now = epochSeconds(clock.now())
    for (const [key, end] of expiring) if (end <= now) stale.add(key)
    if (stale.size === 0) return
    const keys = [...stale]
    stale.clear()
    try {
      await readAgain(keys)
    } catch (error) {
      // The database went away in between: what changed is still to be read when it is back.
      for (const key of keys) stale.add(key)
      throw error
    }
  }

  async function readAgain(keys: readonly string[]): Promise<void> {
    const ends = await holdEnds(engine.read, engine.tables)
    const pairs = keys.map((key) => key.split(' '))
    for (const [officeId, group] of Map.groupBy(pairs, ([id]) => id)) {
      const wanted = group.map(([, day]) => day ?? '').filter((day) => dayNumbers.has(day))
      if (officeId && offices.has(officeId)) await read(officeId, wanted, ends)
    }
  }

  /** The free time of a day, with an appointment's own seats added where they lie on that day. */
  function dayOf(officeId: string, day: string, own: readonly Seat[]): OfficeDay | null {
    const number = dayNumbers.get(day)
    const list = offices.get(officeId)
    if (number === undefined || !list) return null
    const ownHere = own.filter(({ startTick }) => dayOfTick(startTick).toString() === day)
    const free = list[number] ?? null
    return ownHere.length > 0 ? withOwnTicks(free ?? officeDay([]), ownHere) : free
  }

  rollTo(today())
  await poll()
  // All days are read now, and so is what changed before; what changes from here on is seen by the next poll.
  stale.clear()
  const ends = await holdEnds(engine.read, engine.tables)
  for (const [number, officeId] of officeIds.entries()) {
    await read(officeId, days, ends)
    onProgress(number + 1, officeIds.length)
    await breathe()
  }

  return {
    async freshen() {
      // A run that is under way may have begun before the change that this caller wants to see: wait, look again.
      if (freshening) await freshening
      if (isFresh()) return
      freshening ??= freshenNow().finally(() => (freshening = null))
      await freshening
    },
    touched(officeId, day) {
      stale.add(`${officeId} ${day}`)
    },
    days: () => days,
    free: (officeId, day) => dayOf(officeId, day, []),
    earliest(officeId, need, bounds) {
      for (const [number, day] of offices.get(officeId)?.entries() ?? []) {
        const notBefore = bounds[number] ?? null
        const start = day && notBefore !== null ? earliestGroupStart(day, need, notBefore) : null
        if (start !== null) return start
      }
      return null
    },
    starts(officeId, day, need, { notBefore, own = [] }) {
      const free = dayOf(officeId, day, own)
      return free ? offeredGroupStarts(free, need, notBefore) : []
    },
    plan(officeId, startTick, need, own = []) {
      const free = dayOf(officeId, dayOfTick(startTick).toString(), own)
      return free ? planGroup(free, need, startTick) : null
    },
  }
}
