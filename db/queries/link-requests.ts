import type { LinkRequest } from '#app/domain/messages/link-request.ts'
import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

/** Writes down that somebody asked; the same again changes nothing. */
export async function insertLinkRequest(
  tx: Tx,
  { linkRequests }: Tables,
  request: LinkRequest,
): Promise<void> {
  await tx.insert(linkRequests).values(request).onConflictDoNothing()
}

/** The oldest requests. */
export async function findLinkRequests(
  reader: Reader,
  { linkRequests }: Tables,
  most: number,
): Promise<(LinkRequest & { id: number })[]> {
  return reader.select().from(linkRequests).orderBy(asc(linkRequests.id)).limit(most)
}

export async function deleteLinkRequests(
  tx: Tx,
  { linkRequests }: Tables,
  ids: readonly number[],
): Promise<void> {
  await tx.delete(linkRequests).where(inArray(linkRequests.id, ids))
}

/** The confirmed appointments from a tick on whose contact has this e-mail address or mobile number, the first ones. */
export async function findComingOf(
  tx: Tx,
  { appointments }: Tables,
  {
    by,
    values,
    fromTick,
    most,
  }: {
    by: 'email' | 'mobile'
    values: readonly string[]
    fromTick: number
    most: number
  },
): Promise<{ id: number; sequence: number }[]> {
  const isTheirs = inArray(appointments[by], values)
  return tx
    .select({ id: appointments.id, sequence: appointments.sequence })
    .from(appointments)
    .where(and(isTheirs, eq(appointments.status, 'confirmed'), gt(appointments.startTick, fromTick)))
    .orderBy(asc(appointments.startTick))
    .limit(most)
}
