import { asc, count, desc, gt, inArray, lt, min } from 'drizzle-orm'
import type { AuditContent, ChainHead, SealedEntry, WaitingEntry } from '#app/domain/audit/audit-chain.ts'
import type { AuditNote } from '#app/domain/audit/audit-note.ts'
import type { Reader, Tx } from '../engine.ts'
import type { Tables } from '../tables.ts'

export async function insertWaitingEntry(
  tx: Tx,
  { auditWaiting }: Tables,
  content: AuditContent,
): Promise<void> {
  await tx.insert(auditWaiting).values(content)
}

export async function insertAuditNote(tx: Tx, { auditNotes }: Tables, note: AuditNote): Promise<void> {
  await tx.insert(auditNotes).values(note)
}

/** The first that wait for their place. */
export async function waitingEntries(
  tx: Reader,
  { auditWaiting }: Tables,
  most: number,
): Promise<WaitingEntry[]> {
  return tx.select().from(auditWaiting).orderBy(asc(auditWaiting.id)).limit(most)
}

/** How many wait, and since when the first does (epoch milliseconds). */
export async function waitingState(
  reader: Reader,
  { auditWaiting }: Tables,
): Promise<{ waiting: number; oldestAt: number | null }> {
  const [row] = await reader
    .select({ waiting: count(), oldestAt: min(auditWaiting.at).mapWith(auditWaiting.at) })
    .from(auditWaiting)
  return row ?? { waiting: 0, oldestAt: null }
}

/** The newest entry of the chain; null before the first. */
export async function chainHead(reader: Reader, { auditEntries }: Tables): Promise<ChainHead | null> {
  const [row] = await reader
    .select({ position: auditEntries.position, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.position))
    .limit(1)
  return row ?? null
}

/** Puts entries into their places and takes them off those that wait. */
export async function moveIntoChain(
  tx: Tx,
  { auditEntries, auditWaiting }: Tables,
  entries: SealedEntry[],
): Promise<void> {
  await tx.insert(auditEntries).values(entries)
  await tx.delete(auditWaiting).where(
    inArray(
      auditWaiting.id,
      entries.map(({ entryId }) => entryId),
    ),
  )
}

/** The next entries of the chain behind a position. */
export async function sealedEntriesAfter(
  reader: Reader,
  { auditEntries }: Tables,
  position: number,
  most: number,
): Promise<SealedEntry[]> {
  return reader
    .select()
    .from(auditEntries)
    .where(gt(auditEntries.position, position))
    .orderBy(asc(auditEntries.position))
    .limit(most)
}

/** The notes that have not been erased, of those with these hashes. */
export async function auditNotesOf(
  reader: Reader,
  { auditNotes }: Tables,
  hashes: readonly string[],
): Promise<AuditNote[]> {
  if (hashes.length === 0) return []
  return reader
    .select()
    .from(auditNotes)
    .where(inArray(auditNotes.hash, [...hashes]))
}

/** Erases the words of staff that are older than a moment (epoch milliseconds); the chain stays whole. */
export async function eraseAuditNotesBefore(
  tx: Tx,
  { auditNotes }: Tables,
  milliseconds: number,
): Promise<number> {
  const erased = await tx
    .delete(auditNotes)
    .where(lt(auditNotes.at, milliseconds))
    .returning({ hash: auditNotes.hash })
  return erased.length
}
