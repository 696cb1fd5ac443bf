import type { OfficeDay } from './free-time.ts'
import type { GroupNeed, Seat, Stay } from './group-times.ts'

/** A free stretch of one counter that can take people one after the other. */
type Stretch = { resourceId: number; start: number; end: number }

/** Ways to seat a group that are tried for one start; a fit is mostly found long before. */
const MOST_TRIES = 600

/**
 * Seats at several counters, everybody within the window and the first at `start`; null when there is no way, or none
 * among the `MOST_TRIES` that are tried: then a later start is offered.
 */
export function sideBySide(day: OfficeDay, need: GroupNeed, start: number): Seat[] | null {
  const stretches = stretchesWithin(day, start, start + need.windowTicks)
  if (!stretches.some((stretch) => stretch.start === start)) return null
  const room = stretches.reduce((sum, { start: from, end }) => sum + end - from, 0)
  if (room < totalOf(need)) return null
  return (
    (isLimited(need) ? null : earliestFinish(stretches, need, start)) ?? seatOneByOne(stretches, need, start)
  )
}

/** How long everybody's stays are together, in ticks. */
export function totalOf({ stays }: Pick<GroupNeed, 'stays'>): number {
  return stays.reduce((sum, { ticks }) => sum + ticks, 0)
}

/** False when even all at once would leave a guardian beside each child. */
function isLimited({ stays, companions }: GroupNeed): boolean {
  const children = stays.filter(({ attendance }) => attendance === 'accompanied').length
  const adults = stays.filter(({ attendance }) => attendance === 'may-accompany').length
  return children > 0 && children + adults > companions
}

function stretchesWithin(day: OfficeDay, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = []
  for (const { resourceId, free } of day.resources) {
    for (let at = 0; at < free.length; at += 2) {
      const start = Math.max(free[at] ?? 0, from)
      const end = Math.min(free[at + 1] ?? 0, to)
      if (start < end) stretches.push({ resourceId, start, end })
    }
  }
  return stretches.sort((a, b) => a.start - b.start || a.end - b.end || a.resourceId - b.resourceId)
}

/** The numbers of the people, those who stay longest first: they are the hardest to place. */
function longestFirst(stays: readonly Stay[]): number[] {
  const ticksOf = (person: number) => stays[person]?.ticks ?? 0
  return stays.map((_, person) => person).sort((a, b) => ticksOf(b) - ticksOf(a) || a - b)
}

/** Each person to the stretch where they begin earliest. Fast and nearly always enough. */
function earliestFinish(stretches: readonly Stretch[], { stays }: GroupNeed, start: number): Seat[] | null {
  const next = stretches.map((stretch) => stretch.start)
  const placed: number[] = []
  for (const person of longestFirst(stays)) {
    const ticks = stays[person]?.ticks ?? 0
    let best = -1
    for (const [index, { end }] of stretches.entries()) {
      const begin = next[index] ?? 0
      if (begin + ticks <= end && (best < 0 || begin < (next[best] ?? 0))) best = index
    }
    if (best < 0) return null
    next[best] = (next[best] ?? 0) + ticks
    placed[person] = best
  }
  const seats = seatsIn(stretches, stays, placed)
  return seats.some(({ startTick }) => startTick === start) ? seats : null
}

/** People of one stretch follow each other in the order of the group. */
function seatsIn(stretches: readonly Stretch[], stays: readonly Stay[], placed: readonly number[]): Seat[] {
  const next = stretches.map(({ start }) => start)
  return stays.map(({ ticks }, person) => {
    const index = placed[person] ?? 0
    const startTick = next[index] ?? 0
    next[index] = startTick + ticks
    return { resourceId: stretches[index]?.resourceId ?? 0, startTick, ticks }
  })
}

/**
 * Seats people one by one in every order, each as early as their stretch and the guardians allow, and goes back when
 * somebody is left over. A counter may stand idle for a while: the guardian is at another.
 */
function seatOneByOne(stretches: readonly Stretch[], need: GroupNeed, start: number): Seat[] | null {
  const { stays, companions, windowTicks } = need
  const next = stretches.map((stretch) => stretch.start)
  const children = new Int32Array(windowTicks)
  const adults = new Int32Array(windowTicks)
  const seats: (Seat | undefined)[] = stays.map(() => undefined)
  const order = longestFirst(stays)
  let tries = 0

  function mayStand({ attendance, ticks }: Stay, begin: number): boolean {
    if (attendance === 'alone') return true
    for (let at = begin - start; at < begin - start + ticks; at += 1) {
      const standing = children[at] ?? 0
      const served = adults[at] ?? 0
      const beside = attendance === 'accompanied' || standing > 0
      if (beside && standing + served + 1 > companions) return false
    }
    return true
  }

  function count({ attendance, ticks }: Stay, begin: number, change: 1 | -1): void {
    if (attendance === 'alone') return
    const counts = attendance === 'accompanied' ? children : adults
    for (let at = begin - start; at < begin - start + ticks; at += 1) counts[at] = (counts[at] ?? 0) + change
  }

  function place(left: number): boolean {
    if (left === 0) return true
    const triedPeople = new Set<string>()
    for (const person of order) {
      const stay = stays[person]
      // Two people with the same stay are the same choice, and so are two stretches that go on alike.
      const kind = `${stay?.ticks} ${stay?.attendance}`
      if (!stay || seats[person] || triedPeople.has(kind)) continue
      triedPeople.add(kind)
      const triedStretches = new Set<string>()
      for (const [index, { resourceId, end }] of stretches.entries()) {
        const from = next[index] ?? 0
        if (triedStretches.has(`${from} ${end}`)) continue
        triedStretches.add(`${from} ${end}`)
        if ((tries += 1) > MOST_TRIES) return false
        let begin = from
        while (begin + stay.ticks <= end && !mayStand(stay, begin)) begin += 1
        // The first to be seated begins the group's time.
        if (begin + stay.ticks > end || (left === stays.length && begin !== start)) continue
        seats[person] = { resourceId, startTick: begin, ticks: stay.ticks }
        next[index] = begin + stay.ticks
        count(stay, begin, 1)
        if (place(left - 1)) return true
        count(stay, begin, -1)
        next[index] = from
        seats[person] = undefined
      }
    }
    return false
  }

  return place(stays.length) ? seats.filter((seat) => seat !== undefined) : null
}
