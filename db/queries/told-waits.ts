import type { WaitRange } from '#app/domain/queue/wait-range.ts'
import { and, asc, eq, gte, lt, min } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** How many waits of an office's day were told beforehand, and how many were as told. */
export type WaitHits = { officeId: string; day: string; told: number; half: number; most: number }

/** Keeps what was told to who holds a ticket when they came. */
export async function insertPrediction(
  tx: Tx,
  { ticketPredictions }: Tables,
  {
    wait: { half, most },
    ...ticket
  }: { ticketId: number; officeId: string; day: string; givenAt: number; wait: WaitRange },
): Promise<void> {
  await tx.insert(ticketPredictions).values({
    ...ticket,
    ...{ halfFrom: half.from, halfTo: half.to, mostFrom: most.from, mostTo: most.to },
  })
}

/**
 * What was told on an office's day to those who have been called since, with how many seconds it was until their first
 * call: one who was parked after it, or called again, had not been told of that.
 */
export async function toldWaitsOf(
  reader: Reader,
  { ticketPredictions, tickets, queueEvents }: Tables,
  { officeId, day }: { officeId: string; day: string },
): Promise<{ wait: WaitRange; seconds: number }[]> {
  const firstCalls = reader
    .select({ ticketId: queueEvents.ticketId, at: min(queueEvents.at).as('first_called_at') })
    .from(queueEvents)
    .where(and(eq(queueEvents.officeId, officeId), eq(queueEvents.day, day), eq(queueEvents.kind, 'called')))
    .groupBy(queueEvents.ticketId)
    .as('first_calls')
  const rows = await reader
    .select({ told: ticketPredictions, arrivedAt: tickets.arrivedAt, calledAt: firstCalls.at })
    .from(ticketPredictions)
    .innerJoin(tickets, eq(tickets.id, ticketPredictions.ticketId))
    .innerJoin(firstCalls, eq(firstCalls.ticketId, tickets.id))
    .where(and(eq(ticketPredictions.officeId, officeId), eq(ticketPredictions.day, day)))
  return rows.map(({ told, arrivedAt, calledAt }) => ({
    wait: {
      half: { from: told.halfFrom, to: told.halfTo },
      most: { from: told.mostFrom, to: told.mostTo },
    },
    seconds: (calledAt ?? arrivedAt) - arrivedAt,
  }))
}

/** Forgets what was told to whom on a day, when it has been counted. */
export async function deletePredictions(
  tx: Tx,
  { ticketPredictions }: Tables,
  { officeId, day }: { officeId: string; day: string },
): Promise<void> {
  await tx
    .delete(ticketPredictions)
    .where(and(eq(ticketPredictions.officeId, officeId), eq(ticketPredictions.day, day)))
}

export async function saveWaitHits(tx: Tx, { waitHits }: Tables, hits: WaitHits): Promise<void> {
  const { officeId: _officeId, day: _day, ...set } = hits
  await tx
    .insert(waitHits)
    .values(hits)
    .onConflictDoUpdate({ target: [waitHits.officeId, waitHits.day], set })
}

/** The hits of an office on the days from `from` until before `to`, by day. */
export function waitHitsOf(
  reader: Reader,
  { waitHits }: Tables,
  { officeId, from, to }: { officeId: string; from: string; to: string },
): Promise<WaitHits[]> {
  return reader
    .select()
    .from(waitHits)
    .where(and(eq(waitHits.officeId, officeId), gte(waitHits.day, from), lt(waitHits.day, to)))
    .orderBy(asc(waitHits.day))
}
