import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import sodium, { type StateAddress } from 'libsodium-wrappers'
import { z } from 'zod'

/** What is encrypted at once. Whoever reads the file has this much of it in memory, not more. */
const CHUNK_BYTES = 256 * 1024

/** Fast, and a database of appointments becomes a quarter (measured, docs/decisions/014). */
const COMPRESSION_LEVEL = 3

const LENGTH_BYTES = 4

/** The first line of a file, in the clear: which key opens it. It is authenticated with the first chunk. */
const Header = z.strictObject({
  format: z.literal('forste-kontakt-sealed-1'),
  keyId: z.string(),
  /** Tells a wrong key from a changed file. */
  keyCheck: z.string(),
  /** libsodium's own header of a secret stream. */
  stream: z.string(),
})

const LONGEST_HEADER_BYTES = 1_000

/** The file cannot be opened; the sentence is for the operator. */
export class SealedFileError extends Error {
  override name = 'SealedFileError'
}

/**
 * Compresses and encrypts to a file, in constant memory. The file has its name only when it is whole and on the disk.
 * @param keys "id:secret", several separated by commas: the first one seals
 */
export async function writeSealed(
  path: string,
  keys: string,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  await sodium.ready
  const [key] = parseKeys(keys)
  if (!key) throw new SealedFileError('There is no key to seal with.')
  const making = `${path}.making`
  try {
    await pipeline(
      Readable.from(content, { objectMode: false }),
      createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: COMPRESSION_LEVEL } }),
      (compressed: AsyncIterable<Buffer>) => encrypted(inChunks(compressed), key),
      createWriteStream(making, { mode: 0o600, flush: true }),
    )
    await rename(making, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(making, { force: true })
    throw error
  }
}

/**
 * Gives `consume` the content, chunk by chunk; what it has got by then is as it was written. Only when it has got
 * everything does it know that nothing was cut off: it must keep nothing before.
 * @throws {SealedFileError} when no key fits, or the file is not as it was written
 */
export async function readSealed<T>(
  path: string,
  keys: string,
  consume: (content: AsyncIterable<Buffer>) => Promise<T>,
): Promise<T> {
  await sodium.ready
  let answer: { value: T } | null = null
  try {
    await pipeline(
      createReadStream(path, { highWaterMark: CHUNK_BYTES }),
      (bytes: AsyncIterable<Buffer>) => decrypted(bytes, parseKeys(keys), path),
      createZstdDecompress(),
      async (content: AsyncIterable<Buffer>) => {
        answer = { value: await consume(content) }
        // A consumer that has all it needs still has to learn that the file ends as it should.
        for await (const _ of content);
      },
    )
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new SealedFileError(`There is no file ${path}.`, { cause: error })
    }
    throw error
  }
  return valueOf(answer)
}

/** TypeScript does not see that the pipeline has set it. */
function valueOf<T>(answer: { value: T } | null): T {
  if (!answer) throw new Error('the pipeline ended before its last step')
  return answer.value
}

type SealingKey = { id: string; bytes: Uint8Array }

function parseKeys(keys: string): SealingKey[] {
  return keys.split(',').map((key) => {
    const [id = '', secret = ''] = key.split(':')
    const bytes = sodium.crypto_generichash(
      sodium.crypto_secretstream_xchacha20poly1305_KEYBYTES,
      secret,
      'forste-kontakt sealed file',
    )
    return { id, bytes }
  })
}

function checkOf({ bytes }: SealingKey): string {
  return Buffer.from(sodium.crypto_generichash(16, 'key check', bytes)).toString('base64url')
}

async function* encrypted(chunks: AsyncIterable<Buffer>, key: SealingKey): AsyncGenerator<Buffer> {
  const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key.bytes)
  const line = JSON.stringify({
    format: 'forste-kontakt-sealed-1',
    keyId: key.id,
    keyCheck: checkOf(key),
    stream: Buffer.from(header).toString('base64url'),
  } satisfies z.infer<typeof Header>)
  yield Buffer.from(`${line}\n`)
  yield frame(state, Buffer.alloc(0), line, sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE)
  for await (const chunk of chunks) {
    yield frame(state, chunk, null, sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE)
  }
  yield frame(state, Buffer.alloc(0), null, sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL)
}

function frame(state: StateAddress, chunk: Buffer, beside: string | null, tag: number): Buffer {
  const sealed = sodium.crypto_secretstream_xchacha20poly1305_push(state, chunk, beside, tag)
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(sealed.length)
  return Buffer.concat([length, sealed])
}

async function* decrypted(
  bytes: AsyncIterable<Buffer>,
  keys: readonly SealingKey[],
  path: string,
): AsyncGenerator<Buffer> {
  const reader = byteReader(bytes)
  const line = await reader.line(LONGEST_HEADER_BYTES)
  const header = Header.safeParse(line === null ? null : jsonOf(line))
  if (!header.success) throw new SealedFileError(`${path} is no backup.`)
  const { keyId, keyCheck, stream } = header.data
  const key = keys.find(({ id }) => id === keyId)
  if (!key) {
    const ids = keys.map(({ id }) => id).join(', ')
    throw new SealedFileError(`${path} was sealed with the key "${keyId}", and BACKUP_KEY has only: ${ids}.`)
  }
  if (checkOf(key) !== keyCheck) {
    throw new SealedFileError(`The key "${keyId}" in BACKUP_KEY is not the one that ${path} was sealed with.`)
  }
  const changed = () => new SealedFileError(`${path} is damaged: it is not what was written.`)
  const state = initialState(Buffer.from(stream, 'base64url'), key, changed)
  for (let beside: string | null = line; ; beside = null) {
    const length = await reader.exactly(LENGTH_BYTES)
    const sealed = length && (await reader.exactly(Math.min(length.readUInt32BE(), 2 * CHUNK_BYTES)))
    if (!sealed) throw new SealedFileError(`${path} is damaged: its end is missing.`)
    const opened = openFrame(state, sealed, beside)
    if (!opened) throw changed()
    if (opened.message.length > 0) yield Buffer.from(opened.message)
    if (opened.tag === sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL) break
  }
  if (await reader.exactly(1)) throw changed()
}

function initialState(stream: Uint8Array, key: SealingKey, changed: () => Error): StateAddress {
  if (stream.length !== sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES) throw changed()
  return sodium.crypto_secretstream_xchacha20poly1305_init_pull(stream, key.bytes)
}

/** Null for what is not as it was sealed. */
function openFrame(state: StateAddress, sealed: Buffer, beside: string | null) {
  if (sealed.length < sodium.crypto_secretstream_xchacha20poly1305_ABYTES) return null
  return sodium.crypto_secretstream_xchacha20poly1305_pull(state, sealed, beside) || null
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** The same bytes in pieces of one size. */
async function* inChunks(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer[] = []
  let length = 0
  for await (const some of bytes) {
    pending.push(some)
    length += some.length
    if (length < CHUNK_BYTES) continue
    const all = Buffer.concat(pending)
    const whole = length - (length % CHUNK_BYTES)
    for (let from = 0; from < whole; from += CHUNK_BYTES) yield all.subarray(from, from + CHUNK_BYTES)
    pending = [all.subarray(whole)]
    length -= whole
  }
  if (length > 0) yield Buffer.concat(pending)
}

/** Reads so many bytes at a time from what comes in pieces. */
function byteReader(bytes: AsyncIterable<Buffer>) {
  const iterator = bytes[Symbol.asyncIterator]()
  let pending: Buffer = Buffer.alloc(0)

  async function more(): Promise<boolean> {
    const next = await iterator.next()
    if (next.done) return false
    pending = Buffer.concat([pending, next.value])
    return true
  }

  return {
    /** Null when there are not so many left. */
    async exactly(length: number): Promise<Buffer | null> {
      while (pending.length < length) if (!(await more())) return null
      const taken = pending.subarray(0, length)
      pending = pending.subarray(length)
      return taken
    },
    /** Up to a line break, which is taken too; null when there is none within so many bytes. */
    async line(longest: number): Promise<string | null> {
      for (;;) {
        const end = pending.indexOf('\n')
        if (end >= 0) {
          const line = pending.subarray(0, end).toString()
          pending = pending.subarray(end + 1)
          return line
        }
        if (pending.length > longest || !(await more())) return null
      }
    },
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
