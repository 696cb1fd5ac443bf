import type {
  ContactReceipt,
  ContactWords,
  WaitingContactMessage,
} from '#app/domain/contact/contact-message.ts'
import { and, asc, eq, inArray, isNull, lte, lt, or } from 'drizzle-orm'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

export type NewContactMessage = ContactWords & {
  idempotencyKey: string
  reference: string
  municipalityNumber: string
  districtId: string
  receivedAt: number
}

/** The reference of the message that a form has sent already; null before. */
export async function referenceOfContactForm(
  reader: Reader,
  { contactMessages }: Tables,
  idempotencyKey: string,
): Promise<string | null> {
  const [row] = await reader
    .select({ reference: contactMessages.reference })
    .from(contactMessages)
    .where(eq(contactMessages.idempotencyKey, idempotencyKey))
  return row?.reference ?? null
}

export async function insertContactMessage(
  tx: Tx,
  { contactMessages }: Tables,
  message: NewContactMessage,
): Promise<void> {
  await tx.insert(contactMessages).values({ ...message, attempts: 0 })
}

export async function findContactReceipt(
  reader: Reader,
  { contactMessages }: Tables,
  reference: string,
): Promise<ContactReceipt | null> {
  const { municipalityNumber, receivedAt } = contactMessages
  const [row] = await reader
    .select({ municipalityNumber, receivedAt })
    .from(contactMessages)
    .where(eq(contactMessages.reference, reference))
  return row ?? null
}

/** Not handed over, and in nobody's hands at `now` (epoch seconds). */
function isWaiting({ contactMessages }: Tables, now: number) {
  const { sentAt, leaseUntil } = contactMessages
  return and(isNull(sentAt), or(isNull(leaseUntil), lte(leaseUntil, now)))
}

export async function hasWaitingContactMessage(
  reader: Reader,
  tables: Tables,
  now: number,
): Promise<boolean> {
  const { contactMessages } = tables
  const rows = await reader
    .select({ id: contactMessages.id })
    .from(contactMessages)
    .where(isWaiting(tables, now))
    .limit(1)
  return rows.length > 0
}

/** Takes up to `most` that wait, the oldest first; nobody else gets them before `until`. */
export async function leaseContactMessages(
  tx: Tx,
  tables: Tables,
  { now, until, most }: { now: number; until: number; most: number },
): Promise<WaitingContactMessage[]> {
  const { contactMessages } = tables
  const rows = await tx
    .select()
    .from(contactMessages)
    .where(isWaiting(tables, now))
    .orderBy(asc(contactMessages.receivedAt), asc(contactMessages.id))
    .limit(most)
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) {
    await tx.update(contactMessages).set({ leaseUntil: until }).where(inArray(contactMessages.id, ids))
  }
  return rows.map(({ name, words, ...row }) => ({ ...row, name: name ?? '', words: words ?? '' }))
}

/** It is in the hands of the district: what somebody wrote, and who, is forgotten. */
export async function markHandedOver(
  tx: Tx,
  { contactMessages }: Tables,
  { id, sentAt }: { id: number; sentAt: number },
): Promise<void> {
  const forgotten = { name: null, email: null, mobile: null, words: null }
  await tx
    .update(contactMessages)
    .set({ ...forgotten, sentAt, leaseUntil: null, failure: null })
    .where(and(eq(contactMessages.id, id), isNull(contactMessages.sentAt)))
}

export async function markNotHandedOver(
  tx: Tx,
  { contactMessages }: Tables,
  { id, ...failed }: { id: number; attempts: number; leaseUntil: number; failure: string },
): Promise<void> {
  await tx
    .update(contactMessages)
    .set(failed)
    .where(and(eq(contactMessages.id, id), isNull(contactMessages.sentAt)))
}

/** Deletes those that came before a moment; answers the ids of those that nobody ever got. */
export async function deleteContactMessagesBefore(
  tx: Tx,
  { contactMessages }: Tables,
  moment: number,
): Promise<number[]> {
  const gone = await tx
    .delete(contactMessages)
    .where(lt(contactMessages.receivedAt, moment))
    .returning({ id: contactMessages.id, sentAt: contactMessages.sentAt })
  return gone.filter(({ sentAt }) => sentAt === null).map(({ id }) => id)
}
