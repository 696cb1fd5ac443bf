import type { Engine } from '../engine.ts'

/** What a table holds: how many rows, and a hash over all of them in the order of their key. */
export type TableDigest = { name: string; rows: number; sha256: string }

/** A counter of ids, so that a restored database never gives an id a second time. */
export type SequenceState = { name: string; lastValue: string; isCalled: boolean }

/** What stands between the data of a backup. */
export type BackupNote =
  | { type: 'begin'; engine: Engine['kind']; schema: number; madeAt: string }
  | { type: 'table'; name: string; columns: string[] }
  | { type: 'end'; tables: TableDigest[]; sequences: SequenceState[] }

/** A backup is a row of these: a `begin`, the data – of each `table` on PostgreSQL, of the file on SQLite –, an `end`. */
export type BackupRecord = { note: BackupNote } | { data: Uint8Array }

/** A backup cannot or must not be made or restored; the sentence is for the operator. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
}

const HEAD_BYTES = 5
const [NOTE, DATA] = [0, 1]

/** Records as bytes: a kind, a length, the content. */
export async function* packRecords(records: AsyncIterable<BackupRecord>): AsyncGenerator<Buffer> {
  for await (const record of records) {
    const content = 'note' in record ? Buffer.from(JSON.stringify(record.note)) : record.data
    const head = Buffer.alloc(HEAD_BYTES)
    head.writeUInt8('note' in record ? NOTE : DATA, 0)
    head.writeUInt32BE(content.length, 1)
    yield head
    yield Buffer.from(content.buffer, content.byteOffset, content.length)
  }
}

/** Bytes, cut anywhere, as records again. */
export async function* unpackRecords(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BackupRecord> {
  let pending = Buffer.alloc(0)
  for await (const some of bytes) {
    pending = Buffer.concat([pending, some])
    let from = 0
    for (let whole = lengthAt(pending, from); whole !== null; whole = lengthAt(pending, from)) {
      const content = pending.subarray(from + HEAD_BYTES, from + HEAD_BYTES + whole)
      yield pending[from] === NOTE ? { note: JSON.parse(content.toString()) } : { data: content }
      from += HEAD_BYTES + whole
    }
    pending = pending.subarray(from)
  }
  if (pending.length > 0) throw new BackupRefused('The backup ends in the middle.')
}

/** The length of the record that begins there; null when it is not all there yet. */
function lengthAt(bytes: Buffer, from: number): number | null {
  if (bytes.length - from < HEAD_BYTES) return null
  const length = bytes.readUInt32BE(from + 1)
  return bytes.length - from - HEAD_BYTES < length ? null : length
}

/** A sentence for the first table that does not hold what was backed up. */
export function differenceOf(expected: readonly TableDigest[], found: readonly TableDigest[]): string | null {
  const byName = new Map(found.map((digest) => [digest.name, digest]))
  for (const { name, rows, sha256 } of expected) {
    const there = byName.get(name)
    if (!there) return `the table ${name} is missing`
    if (there.rows !== rows) return `the table ${name} has ${there.rows} rows instead of ${rows}`
    if (there.sha256 !== sha256) return `the rows of the table ${name} are not those that were backed up`
  }
  return null
}

/**
 * Looks whether nothing follows. Only then has the file been read to its end, and is known to be whole.
 * @throws {BackupRefused} when something does
 */
export async function expectNothingMore(records: AsyncIterator<BackupRecord>): Promise<void> {
  const next = await records.next()
  if (!next.done) throw new BackupRefused('The backup goes on after its end.')
}
