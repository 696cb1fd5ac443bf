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
import { dayOfTick, tickFrom } from '#app/domain/time/tick.ts'
import type { Portal } from './portal.server.ts'

type WantedTime = { appointmentId: number; officeId: string; startTick: number; ticks: number }

/** Why a time cannot be had: somebody has it, or it has begun. */
export type TimeRefusal = { ok: false; reason: 'slot-taken' | 'slot-passed' }

/**
 * Gives an appointment its time, inside a write: picks a resource that is open and free, throws out holds that have
 * expired there, and claims the ticks. The appointment's own claims are given back first, so it may overlap itself.
 * On a refusal the whole write must be refused: that keeps the earlier time.
 */
export async function takeTime(
  tx: Tx,
  portal: Portal,
  wanted: WantedTime,
): Promise<{ ok: true; resourceId: number } | TimeRefusal> {
  const { engine, clock } = portal
  const { appointmentId, officeId, startTick, ticks } = wanted
  if (startTick < tickFrom(clock.now())) return { ok: false, reason: 'slot-passed' }

  const interval = { start: startTick, end: startTick + ticks }
  await releaseClaims(tx, engine.tables, appointmentId)
  const candidates = candidateResources(portal, wanted)
  const claims = await claimsIn(tx, engine.tables, candidates, interval)
  const owners = [...new Set(claims.map((claim) => claim.appointmentId))]
  const holds = await holdEndsOf(tx, engine.tables, owners)
  const now = epochSeconds(clock.now())
  const isTaken = (resourceId: number) =>
    claims.some(
      (claim) => claim.resourceId === resourceId && (holds.get(claim.appointmentId) ?? Infinity) > now,
    )

  const resourceId = candidates.find((candidate) => !isTaken(candidate))
  if (resourceId === undefined) return { ok: false, reason: 'slot-taken' }
  const expired = claims.filter((claim) => claim.resourceId === resourceId).map(({ tick }) => tick)
  await releaseTicks(tx, engine.tables, resourceId, expired)
  const won = await claimTicks(tx, engine.tables, { appointmentId, resourceId, startTick, ticks })
  if (!won) return { ok: false, reason: 'slot-taken' }
  await touchTime(tx, portal, { officeId, startTick })
  return { ok: true, resourceId }
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

/**
 * Resources that are open for the whole time, the best choice by the cache first. The cache may lag behind, so the
 * others follow: the claims decide.
 */
function candidateResources({ catalogue, availability }: Portal, wanted: WantedTime): number[] {
  const { officeId, startTick, ticks } = wanted
  const day = dayOfTick(startTick)
  if (!availability.days().includes(day.toString())) return []
  const open = catalogue
    .resourcesOf(officeId)
    .filter((resource) =>
      catalogue
        .openOn(resource, day)
        .some(({ start, end }) => start <= startTick && startTick + ticks <= end),
    )
    .map(({ id }) => id)
  const ranked = availability.ranked(officeId, startTick, ticks).filter((id) => open.includes(id))
  return [...new Set([...ranked, ...open])]
}
