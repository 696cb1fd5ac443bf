import type { Tx } from '#db/engine.ts'
import {
  claimsIn,
  claimTicks,
  holdEndsOf,
  releaseClaims,
  releaseTicks,
  touchOfficeDay,
} from '#db/queries/claims.ts'
import { epochSeconds, type Appointment } from '#app/domain/scheduling/appointment.ts'
import { freeRuns, officeDay } from '#app/domain/scheduling/free-time.ts'
import { areFree, planGroup, type GroupNeed, type Seat } from '#app/domain/scheduling/group-times.ts'
import { shapeOf } from '#app/domain/scheduling/group-shape.ts'
import type { Interval } from '#app/domain/time/interval.ts'
import { dayOfTick, tickFrom } from '#app/domain/time/tick.ts'
import type { Portal } from './portal.server.ts'

type WantedTime = {
  appointmentId: number
  officeId: string
  startTick: number
  need: GroupNeed
  /** Seats to take when they are free, before others are looked for. */
  preferred?: readonly Seat[]
  /** A confirmed appointment that this one is to replace: its ticks may be used, and stay its own until then. */
  changesId?: number | null
}

/** Why a time cannot be had: somebody has it, or it has begun. */
export type TimeRefusal = { ok: false; reason: 'slot-taken' | 'slot-passed' }

/**
 * Gives an appointment its time, inside a write: seats everybody at resources that are open and free, throws out holds
 * that have expired there, and claims the ticks. The appointment's own claims are given back first, so it may overlap
 * itself. On a refusal the whole write must be refused: that keeps the earlier time.
 */
export async function takeTime(
  tx: Tx,
  portal: Portal,
  wanted: WantedTime,
): Promise<{ ok: true; seats: Seat[] } | TimeRefusal> {
  const { engine, clock } = portal
  const { appointmentId, officeId, startTick, changesId = null } = wanted
  if (startTick < tickFrom(clock.now())) return { ok: false, reason: 'slot-passed' }

  await releaseClaims(tx, engine.tables, appointmentId)
  const open = openResources(portal, wanted)
  const claims = await claimsIn(
    tx,
    engine.tables,
    open.map(({ resourceId }) => resourceId),
    spanOf(wanted),
  )
  const owners = [...new Set(claims.map((claim) => claim.appointmentId))]
  const holds = await holdEndsOf(tx, engine.tables, owners)
  const now = epochSeconds(clock.now())
  const isOwn = (owner: number) => owner === changesId
  const isTaken = (owner: number) => !isOwn(owner) && (holds.get(owner) ?? Infinity) > now
  const taken = Map.groupBy(
    claims.filter((claim) => isTaken(claim.appointmentId)),
    ({ resourceId }) => resourceId,
  )
  const free = officeDay(
    open.map(({ resourceId, intervals }) => ({
      resourceId,
      free: freeRuns(intervals, new Set(taken.get(resourceId)?.map(({ tick }) => tick))),
    })),
  )

  const seats =
    chooseSeats(portal, wanted, (some) => areFree(free, some)) ?? planGroup(free, wanted.need, startTick)
  if (!seats) return { ok: false, reason: 'slot-taken' }
  const owned = claims.filter((claim) => isOwn(claim.appointmentId))
  const ticks = ticksOf(seats).filter((tick) => !owned.some((claim) => isSameTick(claim, tick)))
  const expired = claims.filter((claim) => ticks.some((tick) => isSameTick(claim, tick)))
  await releaseTicks(tx, engine.tables, expired)
  if (!(await claimTicks(tx, engine.tables, appointmentId, ticks))) return { ok: false, reason: 'slot-taken' }
  await touchTime(tx, portal, { officeId, startTick })
  return { ok: true, seats }
}

/** Tells caches, in the same write, that the free times around a time have changed. */
export async function touchTime(
  tx: Tx,
  { engine, clock }: Portal,
  { officeId, startTick }: Pick<Appointment, 'officeId' | 'startTick'>,
): Promise<void> {
  const day = dayOfTick(startTick).toString()
  await touchOfficeDay(tx, engine.tables, { officeId, day, nowMilliseconds: clock.now().epochMilliseconds })
}

/** Those that are preferred, or the best choice by the cache, which sees the whole day: long runs stay whole. */
function chooseSeats(
  { availability }: Portal,
  { officeId, startTick, need, preferred = [] }: WantedTime,
  isFree: (seats: readonly Seat[]) => boolean,
): Seat[] | null {
  if (preferred.length > 0 && isFree(preferred)) return [...preferred]
  const planned = availability.plan(officeId, startTick, need)
  return planned && isFree(planned) ? planned : null
}

/** The ticks in which those who start here can be served; no wider, since on PostgreSQL all that is read may clash. */
function spanOf({ startTick, need }: WantedTime): Interval {
  const { total } = shapeOf(need)
  const ticks = need.stays.length === 1 ? total : Math.max(total, need.windowTicks)
  return { start: startTick, end: startTick + ticks }
}

function openResources({ catalogue, availability }: Portal, wanted: WantedTime) {
  const day = dayOfTick(wanted.startTick)
  if (!availability.days().includes(day.toString())) return []
  const span = spanOf(wanted)
  return catalogue.resourcesOf(wanted.officeId).flatMap((resource) => {
    const intervals = catalogue
      .openOn(resource, day)
      .map(({ start, end }) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) }))
      .filter(({ start, end }) => start < end)
    return intervals.length > 0 ? [{ resourceId: resource.id, intervals }] : []
  })
}

type Tick = { resourceId: number; tick: number }

/** Every tick of some seats. */
export function ticksOf(seats: readonly Seat[]): Tick[] {
  return seats.flatMap(({ resourceId, startTick, ticks }) =>
    Array.from({ length: ticks }, (_, step) => ({ resourceId, tick: startTick + step })),
  )
}

function isSameTick(one: Tick, other: Tick): boolean {
  return one.resourceId === other.resourceId && one.tick === other.tick
}
