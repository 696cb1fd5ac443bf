import type { Engine } from '#db/engine.ts'
import { auditNotesOf, sealedEntriesAfter, waitingState } from '#db/queries/audit.ts'
import { NO_HEAD, whatIsWrong, type ChainHead, type SealedEntry } from '#app/domain/audit/audit-chain.ts'
import { auditNote } from '#app/domain/audit/audit-note.ts'
import { expectedHeads, type WitnessLine } from '#app/domain/audit/witness.ts'
import { auditDigest } from '#app/server/audit-digest.ts'

/** Entries in memory at once. */
const PAGE = 5_000

export type AuditVerdict =
  | {
      ok: true
      entries: number
      /** Heads from outside that the chain agrees with. */
      heads: number
      waiting: number
      oldestWaitingAt: number | null
      /** Entries that restored backups took away, at least. */
      takenAway: number
    }
  | { ok: false; reason: 'broken'; position: number; what: string }

/** Walks the whole chain and compares it with the heads that were noted outside; stops at the first wrong entry. */
export async function verifyAudit(
  engine: Engine,
  lines: readonly WitnessLine[],
  onProgress: (position: number) => void = () => {},
): Promise<AuditVerdict> {
  const expected = expectedHeads(lines)
  if (typeof expected === 'string') return broken(0, expected)
  let head: ChainHead = NO_HEAD
  // Also what somebody put in front of the first.
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const page = await sealedEntriesAfter(engine.read, engine.tables, after, PAGE)
    for (const entry of page) {
      const wrong = whatIsWrong(head, entry, auditDigest)
      if (wrong) return broken(head.position + 1, wrong)
      const noted = expected.hashes.get(entry.position)
      if (noted !== undefined && noted !== entry.hash) {
        return broken(
          entry.position,
          'it is not the entry whose hash was noted outside: the chain was rewritten',
        )
      }
      head = entry
    }
    const note = await wrongNote(engine, page)
    if (note) return broken(note.position, 'the note beside it is not what was written')
    onProgress(head.position)
    after = head.position
    if (page.length < PAGE) break
  }
  if (head.position < expected.last) {
    return broken(head.position + 1, `the end is cut off: entry ${expected.last} was noted outside`)
  }
  const { waiting, oldestAt } = await waitingState(engine.read, engine.tables)
  const { hashes, takenAway } = expected
  return {
    ok: true,
    entries: head.position,
    heads: hashes.size,
    waiting,
    oldestWaitingAt: oldestAt,
    takenAway,
  }
}

function broken(position: number, what: string): AuditVerdict {
  return { ok: false, reason: 'broken', position, what }
}

/** A note may be erased, but not changed. */
async function wrongNote(engine: Engine, page: readonly SealedEntry[]): Promise<SealedEntry | undefined> {
  const withNote = page.filter(({ noteHash }) => noteHash !== null)
  for (let from = 0; from < withNote.length; from += 500) {
    const hashes = withNote.slice(from, from + 500).flatMap(({ noteHash }) => noteHash ?? [])
    for (const note of await auditNotesOf(engine.read, engine.tables, hashes)) {
      if (auditNote(note, auditDigest).hash === note.hash) continue
      return withNote.find(({ noteHash }) => noteHash === note.hash)
    }
  }
  return undefined
}
