import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { and, eq, sql } from 'drizzle-orm'
import { openEngine, type Engine, type Reader, type Tx } from '#db/engine.ts'
import { DatabaseUnavailable, isDatabaseUnavailable, isUniqueViolation } from '#db/errors.ts'
import { openReadyDatabase } from '#app/use-cases/open-database.server.ts'
import { overwritePage, pageOf } from '#tests/support/damage.ts'
import { onBothEngines, emptyDatabase, urlOf } from '#tests/support/both-engines.ts'

const DAY = '2026-11-23'

onBothEngines('The engine', (openFresh, kind) => {
  test('gives the answer of a write, and reads see it once it is acknowledged', async () => {
    const engine = await openFresh()
    const answer = await engine.write(async (tx) => {
      await insertOfficeDay(engine, tx, 'sandvika')
      return { ok: true, version: 0 } as const
    })
    assert.deepEqual(answer, { ok: true, version: 0 })
    assert.equal(await versionOf(engine, 'sandvika'), 0)
  })

  test('passes a refusal on and keeps nothing of it', async () => {
    const engine = await openFresh()
    const answer = await engine.write(async (tx) => {
      await insertOfficeDay(engine, tx, 'sandvika')
      return { ok: false, reason: 'slot-taken' } as const
    })
    assert.deepEqual(answer, { ok: false, reason: 'slot-taken' })
    assert.equal(await versionOf(engine, 'sandvika'), undefined)
  })

  test('undoes an exception and only itself among writes that wait together', async () => {
    const engine = await openFresh()
    const outcomes = await Promise.allSettled(
      ['sandvika', 'tromso', 'bodo'].map((officeId) =>
        engine.write(async (tx) => {
          await insertOfficeDay(engine, tx, officeId)
          if (officeId === 'tromso') throw new Error('a bug')
          return officeId
        }),
      ),
    )
    assert.deepEqual(
      outcomes.map((outcome) => outcome.status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
    assert.equal(await versionOf(engine, 'sandvika'), 0)
    assert.equal(await versionOf(engine, 'tromso'), undefined)
    assert.equal(await versionOf(engine, 'bodo'), 0)
  })

  test('undoes a refusal and only itself among writes that wait together', async () => {
    const engine = await openFresh()
    await Promise.all(
      ['sandvika', 'tromso', 'bodo'].map((officeId) =>
        engine.write(async (tx) => {
          await insertOfficeDay(engine, tx, officeId)
          return { ok: officeId !== 'tromso' }
        }),
      ),
    )
    assert.equal(await versionOf(engine, 'sandvika'), 0)
    assert.equal(await versionOf(engine, 'tromso'), undefined)
    assert.equal(await versionOf(engine, 'bodo'), 0)
  })

  test('loses none of 50 increments that are made at the same time', async () => {
    const engine = await openFresh()
    await engine.write((tx) => insertOfficeDay(engine, tx, 'sandvika'))
    const { officeDays } = engine.tables
    await Promise.all(
      Array.from({ length: 50 }, () =>
        engine.write(async (tx) => {
          // Read, then write: what a use case does, and what a lost update needs.
          const [row] = await tx.select().from(officeDays).where(isDayOf(engine, 'sandvika'))
          await tx
            .update(officeDays)
            .set({ version: (row?.version ?? 0) + 1 })
            .where(isDayOf(engine, 'sandvika'))
        }),
      ),
    )
    assert.equal(await versionOf(engine, 'sandvika'), 50)
  })

  test('shows a row that another one forbids as a unique violation, and goes on', async () => {
    const engine = await openFresh()
    await engine.write((tx) => insertOfficeDay(engine, tx, 'sandvika'))
    await assert.rejects(
      engine.write((tx) => insertOfficeDay(engine, tx, 'sandvika')),
      isUniqueViolation,
    )
    await engine.write((tx) => insertOfficeDay(engine, tx, 'tromso'))
    assert.equal(await versionOf(engine, 'tromso'), 0)
  })

  test('does not take another error for a unique violation', async () => {
    const engine = await openFresh()
    await assert.rejects(
      engine.write(async (tx) => {
        await tx.select({ nothing: sql`no_such_column` }).from(engine.tables.officeDays)
      }),
      (error) => !isUniqueViolation(error) && !(error instanceof DatabaseUnavailable),
    )
  })

  test('knows no newest migration before migrating, and the same after migrating again', async () => {
    const engine = await openEngine(await emptyDatabase(kind))
    try {
      assert.equal(await engine.newestMigration(), null)
      await engine.migrate()
      const newest = await engine.newestMigration()
      assert.ok(newest !== null && newest > Date.parse('2026-01-01'))
      await engine.migrate()
      assert.equal(await engine.newestMigration(), newest)
    } finally {
      await engine.close()
    }
  })

  test('finds nothing wrong with a database that is whole', async () => {
    const engine = await openFresh()
    await engine.write((tx) => insertOfficeDay(engine, tx, 'sandvika'))
    assert.equal(await engine.check(), null)
  })

  test('a portal in earnest is not served from a demonstration', async () => {
    const engine = await openFresh()
    const { tables } = engine
    const seeding = { day: '2026-11-23', finishedAt: 0 }
    await engine.write((tx) => tx.insert(tables.seedings).values({ ...seeding, size: 'empty' }))
    const url = urlOf(engine)
    await (await openReadyDatabase(url, { inEarnest: true })).close()
    await engine.write((tx) => tx.insert(tables.seedings).values({ ...seeding, size: 'demo' }))
    await (await openReadyDatabase(url)).close()
    await assert.rejects(openReadyDatabase(url, { inEarnest: true }), {
      name: 'DatabaseNotReady',
      message: /holds a demonstration/,
    })
  })

  if (kind === 'sqlite') {
    test('finds a page that was overwritten, and the database is not served from', async () => {
      const { url, path } = await aClosedDatabase()
      overwritePage(path, pageOf(path, 'office_days'))
      const engine = await openEngine(url)
      try {
        assert.match((await engine.check()) ?? '', /page \d+/i)
        await assert.rejects(versionOf(engine, 'sandvika'), isDatabaseUnavailable)
      } finally {
        await engine.close()
      }
      await assert.rejects(openReadyDatabase(url), {
        name: 'DatabaseNotReady',
        message: /is damaged: .*backup/,
      })
    })

    test('says of a file whose first page was overwritten that it is damaged', async () => {
      const { url, path } = await aClosedDatabase()
      overwritePage(path, 1)
      await assert.rejects(openReadyDatabase(url), {
        name: 'DatabaseNotReady',
        message: /is damaged: .*backup/,
      })
    })

    test('asks the disk to confirm each commit (synchronous=FULL), on each of its connections', async () => {
      const engine = await openFresh()
      const levelOf = (reader: Reader) =>
        reader.select({ level: sql<number>`synchronous` }).from(sql`pragma_synchronous`)
      assert.deepEqual(await engine.write(async (tx) => levelOf(tx)), [{ level: 2 }])
      assert.deepEqual(await levelOf(engine.read), [{ level: 2 }])
    })

    test('says that the database is unavailable while another process holds it, and recovers', async () => {
      const engine = await openFresh()
      const other = new Database(urlOf(engine).slice('file:'.length))
      other.exec('BEGIN IMMEDIATE')
      try {
        await assert.rejects(
          engine.write((tx) => insertOfficeDay(engine, tx, 'sandvika')),
          DatabaseUnavailable,
        )
      } finally {
        other.exec('ROLLBACK')
        other.close()
      }
      await engine.write((tx) => insertOfficeDay(engine, tx, 'sandvika'))
      assert.equal(await versionOf(engine, 'sandvika'), 0)
    })
  } else {
    test('runs a write serializable', async () => {
      const engine = await openFresh()
      const answer = await engine.write(async (tx) =>
        tx
          .select({ level: sql<string>`current_setting('transaction_isolation')` })
          .from(sql`(SELECT 1) AS one`),
      )
      assert.deepEqual(answer, [{ level: 'serializable' }])
    })

    test('says that the database is busy when a write loses every race', async () => {
      const engine = await openFresh()
      const serializationFailure = Object.assign(new Error('could not serialize access'), { code: '40001' })
      await assert.rejects(
        engine.write(() => Promise.reject(serializationFailure)),
        DatabaseUnavailable,
      )
    })

    test('says so when its connection breaks between two queries of a write, lives on, and keeps nothing', async () => {
      const engine = await openFresh()
      const endOf = (pid: number) =>
        engine.read.select({ ended: sql`pg_terminate_backend(${pid})` }).from(sql`(SELECT 1) AS one`)
      await assert.rejects(
        engine.write(async (tx) => {
          await insertOfficeDay(engine, tx, 'sandvika')
          const [own] = await tx.select({ pid: sql<number>`pg_backend_pid()` }).from(sql`(SELECT 1) AS one`)
          await endOf(own?.pid ?? 0)
          // Long enough for the end of the connection to be noticed while no query is under way.
          await wait(200)
          await insertOfficeDay(engine, tx, 'tromso')
        }),
        DatabaseUnavailable,
      )
      assert.equal(await versionOf(engine, 'sandvika'), undefined)
      await engine.write((tx) => insertOfficeDay(engine, tx, 'sandvika'))
      assert.equal(await versionOf(engine, 'sandvika'), 0)
    })

    test('says that the database is unavailable when nothing listens', async () => {
      const engine = await openEngine('postgres://portal@127.0.0.1:1/portal')
      try {
        await assert.rejects(versionOf(engine, 'sandvika'), isDatabaseUnavailable)
        await assert.rejects(engine.newestMigration(), DatabaseUnavailable)
        await assert.rejects(
          engine.write((tx) => insertOfficeDay(engine, tx, 'sandvika')),
          DatabaseUnavailable,
        )
      } finally {
        await engine.close()
      }
    })
  }
})

/** Nothing of it is in the log any more: the last to close it has copied everything into the file. */
async function aClosedDatabase(): Promise<{ url: string; path: string }> {
  const url = await emptyDatabase('sqlite')
  const engine = await openEngine(url)
  await engine.migrate()
  await engine.write((tx) => insertOfficeDay(engine, tx, 'sandvika'))
  await engine.close()
  return { url, path: url.slice('file:'.length) }
}

async function insertOfficeDay(engine: Engine, tx: Tx, officeId: string): Promise<void> {
  await tx.insert(engine.tables.officeDays).values({ officeId, day: DAY, version: 0, changedAt: 0 })
}

function isDayOf({ tables }: Engine, officeId: string) {
  return and(eq(tables.officeDays.officeId, officeId), eq(tables.officeDays.day, DAY))
}

async function versionOf(engine: Engine, officeId: string): Promise<number | undefined> {
  const [row] = await engine.read.select().from(engine.tables.officeDays).where(isDayOf(engine, officeId))
  return row?.version
}
