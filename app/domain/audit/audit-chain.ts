import type { AuditAction, AuditObjectKind, AuditReason } from './audit-action.ts'

/** What happened, without a word of content: who and what are keyed hashes. */
export type AuditContent = {
  /** Epoch milliseconds. */
  at: number
  /** A keyed hash, or `system`. */
  actor: string
  /** The role that was used: `citizen`, `counter`, `system` … */
  actorRole: string
  action: AuditAction
  objectKind: AuditObjectKind | null
  /** A keyed hash. */
  objectId: string | null
  /** The office or the district within which it happened. */
  scope: string | null
  reason: AuditReason | null
  /** The hash of a salted note that is stored apart, so that it can be erased (docs/decisions/013). */
  noteHash: string | null
}

/** Content that waits for its place in the chain. The number is given once and never again. */
export type WaitingEntry = AuditContent & { id: number }

/** An entry in its place. Positions count from 1. */
export type SealedEntry = AuditContent & {
  position: number
  /** The number that it had while it waited. */
  entryId: number
  previousHash: string
  hash: string
}

/** Where the chain stands. */
export type ChainHead = { position: number; hash: string }

/** SHA-256 of a text. */
export type Digest = (text: string) => string

/** Before the first entry. */
export const NO_HEAD = { position: 0, hash: 'first' } as const satisfies ChainHead

/** Puts waiting entries behind the head, in the order of their numbers. */
export function seal(head: ChainHead, waiting: readonly WaitingEntry[], digest: Digest): SealedEntry[] {
  let { position, hash: previousHash } = head
  return waiting
    .toSorted((a, b) => a.id - b.id)
    .map(({ id, ...content }) => {
      position += 1
      const unhashed = { ...content, position, entryId: id, previousHash }
      const hash = digest(canonicalText(unhashed))
      previousHash = hash
      return { ...unhashed, hash }
    })
}

/** What is wrong with an entry that should follow the head; null when nothing is. */
export function whatIsWrong(head: ChainHead, entry: SealedEntry, digest: Digest): string | null {
  if (entry.position !== head.position + 1) {
    return `entry ${head.position + 1} is missing: the next one is ${entry.position}`
  }
  if (entry.previousHash !== head.hash) return 'it does not follow the entry before it'
  if (entry.hash !== digest(canonicalText(entry))) return 'its content is not what was sealed'
  return null
}

/** The same for the same entry everywhere: a JSON list has one spelling, an object has many. */
function canonicalText(entry: Omit<SealedEntry, 'hash'>): string {
  return JSON.stringify([
    'audit-1',
    entry.position,
    entry.previousHash,
    entry.entryId,
    entry.at,
    entry.actor,
    entry.actorRole,
    entry.action,
    entry.objectKind,
    entry.objectId,
    entry.scope,
    entry.reason,
    entry.noteHash,
  ])
}
