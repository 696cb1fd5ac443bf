import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { readSealed, writeSealed } from '#app/server/sealed-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'sealed-file-'))
after(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = () => join(folder, String((files += 1)))

const KEY = `k1:${'a'.repeat(43)}`

async function* pieces(count: number, bytes: number): AsyncGenerator<Buffer> {
  for (let piece = 0; piece < count; piece += 1) {
    // Hashes do not compress, so that many chunks are sealed.
    const hash = createHash('sha256').update(`${piece}`).digest()
    yield Buffer.alloc(bytes, hash)
  }
}

async function sumOf(content: AsyncIterable<Uint8Array>): Promise<{ bytes: number; hash: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const some of content) {
    bytes += some.length
    hash.update(some)
  }
  return { bytes, hash: hash.digest('hex') }
}

for (const [count, bytes] of [
  [0, 0],
  [1, 1],
  [3, 262_144],
  [5_000, 997],
] as const) {
  test(`${count} pieces of ${bytes} bytes come back as they were`, async () => {
    const file = newFile()
    await writeSealed(file, KEY, pieces(count, bytes))
    assert.deepEqual(await readSealed(file, KEY, sumOf), await sumOf(pieces(count, bytes)))
    assert.equal(statSync(file).mode & 0o777, 0o600)
  })
}

test('the same content is never sealed to the same bytes', async () => {
  const [first, second] = [newFile(), newFile()]
  for (const file of [first, second]) await writeSealed(file, KEY, pieces(1, 1_000))
  assert.notDeepEqual(readFileSync(first), readFileSync(second))
})

test('two chunks that changed places are noticed', async () => {
  const file = newFile()
  await writeSealed(file, KEY, incompressible(3 * 262_144))
  const bytes = readFileSync(file)
  const frame = 4 + 262_144 + 17
  const start = bytes.indexOf('\n') + 1 + 4 + 17
  const swapped = Buffer.concat([
    bytes.subarray(0, start),
    bytes.subarray(start + frame, start + 2 * frame),
    bytes.subarray(start, start + frame),
    bytes.subarray(start + 2 * frame),
  ])
  assert.equal(swapped.length, bytes.length)
  writeFileSync(file, swapped)
  await assert.rejects(readSealed(file, KEY, sumOf), /damaged/)
})

async function* incompressible(bytes: number): AsyncGenerator<Buffer> {
  for (let made = 0; made < bytes; made += 32) yield createHash('sha256').update(`${made}`).digest()
}

test('content that fails half-way leaves no file', async () => {
  const file = newFile()
  async function* failing() {
    yield Buffer.from('some')
    throw new Error('the database is gone')
  }
  await assert.rejects(writeSealed(file, KEY, failing()), /the database is gone/)
  assert.equal(existsSync(file) || existsSync(`${file}.making`), false)
})

test('what the reader throws is what one gets', async () => {
  const file = newFile()
  await writeSealed(file, KEY, pieces(2_000, 1_000))
  await assert.rejects(
    readSealed(file, KEY, () => Promise.reject(new Error('no room'))),
    /no room/,
  )
})

test('another file and no file are told of in a sentence', async () => {
  const file = newFile()
  writeFileSync(file, 'SQLite format 3')
  await assert.rejects(readSealed(file, KEY, sumOf), /is no backup/)
  await assert.rejects(readSealed(newFile(), KEY, sumOf), /There is no file/)
})
