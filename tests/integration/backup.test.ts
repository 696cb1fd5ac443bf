import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test, { after, before, beforeEach } from 'node:test'
import { fileURLToPath } from 'node:url'
import { max } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { makeBackup } from '#app/start/make-backup.ts'
import { readSealed, writeSealed } from '#app/server/sealed-file.ts'
import { confirmAppointment } from '#app/use-cases/confirm-appointment.server.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import { openReadyDatabase } from '#app/use-cases/open-database.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { saveContact } from '#app/use-cases/save-contact.server.ts'
import { readDatabase, restoreDatabase } from '#db/backup/backup.ts'
import { packRecords, unpackRecords, type BackupRecord } from '#db/backup/records.ts'
import { openEngine, type Engine } from '#db/engine.ts'
import { schemaState } from '#db/schema-state.ts'
import { emptyDatabase, onBothEngines, urlOf } from '#tests/support/both-engines.ts'
import { aPerson, aSavedContact, tickOf } from '#tests/support/builders.ts'
import { brokenClaims } from '#tests/support/claim-invariants.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { byOutsideHand } from '#tests/support/outside-hand.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'

const KEY = `k2:${'n'.repeat(43)}`
const OLDER_KEY = `k1:${'o'.repeat(43)}`
const MONDAY_MORNING = '2026-11-23T07:00:00Z'
const MADE_AT = MONDAY_MORNING
const NINE = tickOf('2026-11-24T09:00')
const STALLED = fileURLToPath(new URL('../support/stalled-restore.ts', import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'forste-kontakt-backup-'))
after(() => rmSync(folder, { recursive: true }))
let files = 0
const newFile = () => join(folder, `${(files += 1)}.backup`)

onBothEngines('A backup', (openFresh, kind) => {
  let portal: Portal
  let file: string
  const opened: Engine[] = []

  before(async () => {
    const engine = await openFresh()
    await fillSmallCountry(engine, [{ id: 'sandvika', counters: 4 }])
    portal = await openTestPortal(engine, aClockAt(MONDAY_MORNING))
    for (let booked = 0; booked < 10; booked += 1) await book(portal, booked)
    file = newFile()
    await backUp(urlOf(engine), file)
  })
  beforeEach(async () => {
    for (const engine of opened.splice(0)) await engine.close()
  })
  after(async () => {
    for (const engine of opened.splice(0)) await engine.close()
  })

  /** Books the so manieth time; answers its secret. */
  async function book(at: Portal, number: number): Promise<string> {
    const startTick = NINE + 2 * (number % 36)
    const held = await holdTime(at, {
      idempotencyKey: `key-${number}-${kind}`,
      officeId: 'sandvika',
      startTick,
      people: [aPerson()],
      replaces: null,
      changes: null,
    })
    assert.ok(held.ok, JSON.stringify(held))
    assert.deepEqual(await saveContact(at, held.secret, aSavedContact()), { ok: true })
    assert.deepEqual(await confirmAppointment(at, held.secret), { ok: true })
    return held.secret
  }

  const backUp = (databaseUrl: string, to: string, backupKey = KEY) =>
    makeBackup({ databaseUrl, backupKey }, to, { madeAt: MADE_AT, say: () => {} })

  const restore = (from: string, url: string, { replace = false, key = KEY } = {}) =>
    readSealed(from, key, (content) =>
      restoreDatabase(unpackRecords(content), { url, replace, stamp: '2026-11-23T07-00-00Z' }),
    )

  async function open(url: string): Promise<Engine> {
    const engine = await openReadyDatabase(url)
    opened.push(engine)
    return engine
  }

  /** Every row, as text. */
  async function contentOf(url: string): Promise<string> {
    const all: string[] = []
    for await (const record of readDatabase(url, { madeAt: '', onUnknownTable: () => {} })) {
      if ('note' in record && record.note.type === 'end') all.push(JSON.stringify(record.note.tables))
    }
    return all.join('\n')
  }

  /** A database with one office, that must not be lost. */
  async function another(): Promise<string> {
    const url = await emptyDatabase(kind)
    const engine = await openEngine(url)
    await engine.migrate()
    await fillSmallCountry(engine, [{ id: 'bodo' }])
    await engine.close()
    return url
  }

  const officesOf = async ({ read, tables }: Engine) =>
    (await read.select({ id: tables.offices.id }).from(tables.offices)).map(({ id }) => id)

  /** Nothing may be left of a restore that was refused. */
  function assertNoTraces(url: string): void {
    if (kind === 'sqlite') {
      const path = url.slice('file:'.length)
      const beside = readdirSync(dirname(path)).filter((name) =>
        join(dirname(path), name).startsWith(`${path}.`),
      )
      assert.deepEqual(beside, [])
    }
  }

  test('Threat 22: what is backed up while people book is restored elsewhere row by row, and people book there', async () => {
    const enough = new AbortController()
    const acknowledged: string[] = []
    const during: Promise<void> = (async () => {
      for (let number = 10; !enough.signal.aborted && number < 140; number += 1)
        acknowledged.push(await book(portal, number))
    })()
    while (acknowledged.length < 3) await new Promise((resolve) => setImmediate(resolve))
    const before = [...acknowledged]
    const to = newFile()
    const made = await backUp(urlOf(portal.engine), to)
    enough.abort()
    await during

    const url = await emptyDatabase(kind)
    const restored = await restore(to, url)
    assert.deepEqual(restored.tables, made.tables)
    const engine = await open(url)
    assert.deepEqual(await brokenClaims(engine, portal.clock.now().epochMilliseconds / 1000), [])
    const there = await openTestPortal(engine, portal.clock)
    for (const secret of before) assert.equal((await findAppointment(there, secret))?.status, 'confirmed')
    const secret = await book(there, 143)
    assert.equal((await findAppointment(there, secret))?.status, 'confirmed')
    assert.deepEqual(await brokenClaims(engine, portal.clock.now().epochMilliseconds / 1000), [])
  })

  test('Threat 22: a restored database gives no id a second time, not even that of a row that was deleted', async () => {
    const url = await emptyDatabase(kind)
    await restore(file, url)
    const first = await open(url)
    const { auditWaiting } = first.tables
    const insert = async (engine: Engine) => {
      const content = { at: 1, actor: 'system', actorRole: 'system', action: 'login' } as const
      const [row] = await engine.write((tx) => tx.insert(auditWaiting).values(content).returning())
      return row?.id ?? 0
    }
    for (let count = 0; count < 3; count += 1) await insert(first)
    const last = await insert(first)
    await first.write(async (tx) => {
      await tx.delete(auditWaiting)
    })
    const again = newFile()
    await backUp(url, again)
    const other = await emptyDatabase(kind)
    await restore(again, other)
    assert.ok((await insert(await open(other))) > last)
  })

  test('Threat 22: the same constraints hold in a restored database', async () => {
    const url = await emptyDatabase(kind)
    await restore(file, url)
    const engine = await open(url)
    const { claims } = engine.tables
    const [claim] = await engine.read.select().from(claims)
    assert.ok(claim)
    await assert.rejects(engine.write(async (tx) => void (await tx.insert(claims).values(claim))))
    await assert.rejects(
      engine.write(
        async (tx) => void (await tx.insert(claims).values({ ...claim, tick: 1, appointmentId: 999_999 })),
      ),
    )
  })

  test('tells nothing of what is in it without its key', async () => {
    const bytes = readFileSync(file)
    const [line = ''] = bytes.toString('latin1').split('\n')
    assert.deepEqual(Object.keys(JSON.parse(line)), ['format', 'keyId', 'keyCheck', 'stream'])
    // Not even compressed: what zstd makes begins with these bytes.
    assert.equal(bytes.includes(Buffer.from([0x28, 0xb5, 0x2f, 0xfd])), false)
  })

  test('is opened by an older key when a newer one is in use', async () => {
    const old = newFile()
    await backUp(urlOf(portal.engine), old, OLDER_KEY)
    await assert.rejects(restore(old, await emptyDatabase(kind)), /the key "k1", and BACKUP_KEY has only: k2/)
    await restore(old, await emptyDatabase(kind), { key: `${KEY},${OLDER_KEY}` })
  })

  test('is not opened by another key of the same name, and that is said', async () => {
    const other = `k2:${'x'.repeat(43)}`
    await assert.rejects(restore(file, await emptyDatabase(kind), { key: other }), /is not the one that/)
  })

  test('does not overwrite a file', async () => {
    await assert.rejects(backUp(urlOf(portal.engine), file), /already/)
  })

  test('Threat 22: a backup that is cut off or changed anywhere is refused, and what is there stays', async () => {
    const url = await another()
    const before = await contentOf(url)
    const size = readFileSync(file).length
    const damaged = newFile()
    const spots = [0, 100, 250, 400, size >> 1, size - 60, size - 1]
    for (const spot of spots) {
      copyFileSync(file, damaged)
      truncateSync(damaged, spot)
      await assert.rejects(restore(damaged, url, { replace: true }), /is no backup|end is missing|is damaged/)
      const bytes = readFileSync(file)
      bytes[spot] = (bytes[spot] ?? 0) ^ 1
      writeFileSync(damaged, bytes)
      await assert.rejects(restore(damaged, url, { replace: true }), /is no backup|damaged|BACKUP_KEY/)
    }
    writeFileSync(damaged, Buffer.concat([readFileSync(file), Buffer.from('more')]))
    await assert.rejects(restore(damaged, url, { replace: true }), /damaged/)
    assertNoTraces(url)
    assert.equal(await contentOf(url), before)
    assert.deepEqual(await officesOf(await open(url)), ['bodo'])
  })

  test('Threat 22: a backup whose rows are not those that were read is refused, though its key is right', async () => {
    const url = await another()
    const forged = newFile()
    async function* withOtherHash(records: AsyncIterable<BackupRecord>): AsyncGenerator<BackupRecord> {
      for await (const record of records) {
        if (!('note' in record) || record.note.type !== 'end') yield record
        else {
          const tables = record.note.tables.map((digest) =>
            digest.name.endsWith('claims') ? { ...digest, sha256: 'another' } : digest,
          )
          yield { note: { ...record.note, tables } }
        }
      }
    }
    await readSealed(file, KEY, (content) =>
      writeSealed(forged, KEY, packRecords(withOtherHash(unpackRecords(content)))),
    )
    await assert.rejects(restore(forged, url, { replace: true }), /rows of the table .*claims/)
    assertNoTraces(url)
    assert.deepEqual(await officesOf(await open(url)), ['bodo'])
  })

  test('does not take the place of a database unasked; when asked it keeps what was there', async () => {
    const url = await another()
    await assert.rejects(restore(file, url), /There is a database already/)
    const { keptAs } = await restore(file, url, { replace: true })
    assert.deepEqual(await officesOf(await open(url)), ['sandvika'])
    if (kind === 'sqlite') {
      assert.deepEqual(await officesOf(await open(`file:${keptAs}`)), ['bodo'])
    } else {
      await byOutsideHand(url, `DO $$ BEGIN ASSERT (SELECT id FROM "${keptAs}".offices) = 'bodo'; END $$`)
    }
  })

  test('is not restored over a portal that is running', async () => {
    const url = await another()
    const running = await open(url)
    await officesOf(running)
    await assert.rejects(restore(file, url, { replace: true }), /in use: stop the portal/)
    assertNoTraces(url)
    assert.deepEqual(await officesOf(running), ['bodo'])
  })

  test('Threat 22: a restore that is killed in its middle leaves what was there', async () => {
    const url = await another()
    const stalled = spawn(process.execPath, [STALLED, file, KEY, url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(stalled.stdout, 'data')
    const gone = once(stalled, 'exit')
    stalled.kill('SIGKILL')
    await gone
    assert.deepEqual(await officesOf(await open(url)), ['bodo'])
  })

  test('of a newer version of the tables is refused', async () => {
    const url = await another()
    const table = kind === 'sqlite' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations'
    await byOutsideHand(url, `INSERT INTO ${table} (hash, created_at) VALUES ('later', 99999999999999)`)
    const newer = newFile()
    await backUp(url, newer)
    await assert.rejects(restore(newer, await emptyDatabase(kind)), /newer than this code/)
  })

  test('of an older version of the tables is restored and brought up to date', async () => {
    const url = await olderDatabase()
    const older = newFile()
    await backUp(url, older)
    const restored = await emptyDatabase(kind)
    await restore(older, restored)
    const engine = await openEngine(restored)
    opened.push(engine)
    assert.equal(await schemaState(engine), 'current')
    assert.deepEqual(await officesOf(engine), ['vardo'])
    const { auditEntries } = engine.tables
    assert.deepEqual(await engine.read.select({ last: max(auditEntries.position) }).from(auditEntries), [
      { last: null },
    ])
  })

  /** As the third migration left it. */
  async function olderDatabase(): Promise<string> {
    const url = await emptyDatabase(kind)
    const migrationsFolder = fileURLToPath(new URL(`../../db/migrations/${kind}`, import.meta.url))
    const migrations = readMigrationFiles({ migrationsFolder }).slice(0, 3)
    const table = kind === 'sqlite' ? '__drizzle_migrations' : 'drizzle.__drizzle_migrations'
    const id = kind === 'sqlite' ? 'INTEGER PRIMARY KEY' : 'SERIAL PRIMARY KEY'
    await byOutsideHand(
      url,
      ...(kind === 'postgres' ? ['CREATE SCHEMA drizzle'] : []),
      `CREATE TABLE ${table} (id ${id}, hash text NOT NULL, created_at bigint)`,
      ...migrations.flatMap(({ sql, folderMillis, hash }) => [
        ...sql,
        `INSERT INTO ${table} (hash, created_at) VALUES ('${hash}', ${folderMillis})`,
      ]),
      `INSERT INTO offices (id, kind, name, district_id, municipality_number, latitude, longitude, position_basis, passport, confidence)
        VALUES ('vardo', 'station', 'Vardø', 'finnmark', '5634', 70, 31, 'place', 'yes', 'high')`,
    )
    return url
  }

  test('that fails leaves no file', async () => {
    const to = newFile()
    await assert.rejects(backUp(await emptyDatabase(kind), to))
    assert.equal(existsSync(to), false)
    assert.equal(existsSync(`${to}.making`), false)
  })
})
