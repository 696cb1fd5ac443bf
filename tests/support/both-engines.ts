import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe } from 'node:test'
import { openEngine, type Engine } from '#db/engine.ts'
import { makeTemplate, onServer, startPostgres, type TestPostgres } from './postgres.ts'

/** Opens a database of its own: migrated, empty, gone when the suite has ended. */
export type OpenFresh = () => Promise<Engine>

/** Where the database of an engine that `openFresh` gave lies: for tests that come at it from outside. */
const urls = new WeakMap<Engine, string>()

export function urlOf(engine: Engine): string {
  const url = urls.get(engine)
  if (!url) throw new Error('not an engine of this suite')
  return url
}

/** Declares the same suite twice, once for each engine. */
export function onBothEngines(
  name: string,
  suite: (openFresh: OpenFresh, kind: Engine['kind']) => void,
): void {
  describe(`${name} (SQLite)`, () => suite(opener('sqlite'), 'sqlite'))
  describe(`${name} (PostgreSQL)`, () => suite(opener('postgres'), 'postgres'))
}

/** The url of a database that has nothing in it, not even tables. */
export async function emptyDatabase(kind: Engine['kind']): Promise<string> {
  return kind === 'sqlite' ? sqliteUrl() : postgresUrl()
}

/** Must be called inside `describe`: it closes what it opened when the suite ends. */
function opener(kind: Engine['kind']): OpenFresh {
  const opened: Engine[] = []
  after(async () => {
    for (const engine of opened) await engine.close()
  })
  return async () => {
    const url = kind === 'sqlite' ? await migratedSqliteUrl() : await migratedPostgresUrl()
    const engine = await openEngine(url)
    opened.push(engine)
    urls.set(engine, url)
    return engine
  }
}

let folder: string | undefined
let files = 0

function sqliteUrl(): string {
  folder ??= mkdtempSync(join(tmpdir(), 'forste-kontakt-sqlite-'))
  return `file:${join(folder, `${(files += 1)}.db`)}`
}

let template: Promise<string> | undefined

/** A copy of one that was migrated: to make the tables takes ten times as long. */
async function migratedSqliteUrl(): Promise<string> {
  template ??= makeSqliteTemplate()
  const url = sqliteUrl()
  copyFileSync(pathOf(await template), pathOf(url))
  return url
}

async function makeSqliteTemplate(): Promise<string> {
  const url = sqliteUrl()
  const engine = await openEngine(url)
  await engine.migrate()
  await engine.close()
  return url
}

function pathOf(sqlite: string): string {
  return sqlite.slice('file:'.length)
}

let own: Promise<TestPostgres> | undefined
let ownTemplate: Promise<string> | undefined

/** On the server of the run (postgres-for-all.ts), or on one of this process when a file is run alone. */
async function postgresUrl(): Promise<string> {
  const shared = process.env.TEST_POSTGRES_URL
  if (shared) return onServer(shared).createDatabase()
  own ??= startPostgres()
  return (await own).createDatabase()
}

async function migratedPostgresUrl(): Promise<string> {
  const { TEST_POSTGRES_URL: shared, TEST_POSTGRES_TEMPLATE: made } = process.env
  if (shared && made) return onServer(shared).createDatabase({ template: made })
  own ??= startPostgres()
  ownTemplate ??= own.then(makeTemplate)
  return (await own).createDatabase({ template: await ownTemplate })
}

// At the root of the file, so that it runs after every suite.
after(async () => {
  await (await own)?.stop()
  if (folder) rmSync(folder, { recursive: true, force: true })
})
