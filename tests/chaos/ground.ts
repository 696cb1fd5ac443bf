import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { TOP } from '#app/start/runtime.js'
import { createLinks } from '#app/server/links.ts'
import { eq } from 'drizzle-orm'
import { openEngine, type Engine } from '#db/engine.ts'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { startPostgres, type TestPostgres } from '#tests/support/postgres.ts'
import { fillSmallCountry } from '#tests/support/small-country.ts'
import { COUNTRY } from './country.ts'

/** Compiled code is kept, so that the thousandth start is not compiled for the thousandth time. */
export const COMPILED = join(TOP, 'node_modules', '.cache', 'forste-kontakt', 'compiled')

const AUDIT_KEY = 'chaos:b-key-of-at-least-forty-three-letters-for-faults'
const BACKUP_KEY = 'chaos:c-key-of-at-least-forty-three-letters-for-faults'
export const FIELD_KEY = 'chaos:a-key-of-at-least-forty-three-letters-for-faults'

/** Makes and knows the secrets of the portals of a ground. */
export const links = createLinks(FIELD_KEY)

/** Where portals of one engine are put to the test. */
export type Ground = {
  kind: Engine['kind']
  /** The PostgreSQL, for those who want to hurt it. */
  postgres: TestPostgres | null
  /** The url of a database of its own, filled with the small country. The one before may be forgotten. */
  freshDatabase(): Promise<string>
  end(): Promise<void>
}

export function openGround(kind: Engine['kind']): Promise<Ground> {
  return kind === 'sqlite' ? sqliteGround() : postgresGround()
}

/** Starts the built server on a database of a ground. */
export async function startOn(
  databaseUrl: string,
  options: { clockStart?: string; waitFor?: 'ready' | 'alive'; env?: Record<string, string> } = {},
): Promise<TestPortal> {
  const env = {
    ...{ FIELD_KEY, AUDIT_KEY, BACKUP_KEY, NODE_COMPILE_CACHE: COMPILED },
    // Nobody logs in here, and a start need not wait for the test logins.
    ...{ CITIZEN_ISSUER: 'http://127.0.0.1:9/citizen', STAFF_ISSUER: 'http://127.0.0.1:9/staff' },
    ...options.env,
  }
  const start = () => startPortal({ ...options, databaseUrl, dataDir: dataFolder(), env })
  if (existsSync(COMPILED)) return start()
  // What was compiled is written down at a gentle end; a portal that is killed leaves nothing.
  await (await start()).stop()
  mkdirSync(COMPILED, { recursive: true })
  return start()
}

let folderOfAll: string | undefined

/** Where messages land, of all portals and until the end of this process: a portal that is killed removes nothing. */
function dataFolder(): string {
  if (folderOfAll) return folderOfAll
  const made = mkdtempSync(join(tmpdir(), 'forste-kontakt-chaos-data-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  folderOfAll = made
  return made
}

async function sqliteGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'forste-kontakt-chaos-'))
  const template = join(folder, 'template.db')
  await fill(`file:${template}`)
  let current = ''
  let count = 0
  return {
    kind: 'sqlite',
    postgres: null,
    async freshDatabase() {
      if (current) rmSync(current, { recursive: true, force: true })
      current = join(folder, String((count += 1)))
      mkdirSync(current)
      const path = join(current, 'portal.db')
      // Nobody has the template open, so a plain copy is whole (security.md, pitfall 7).
      copyFileSync(template, path)
      return `file:${path}`
    },
    async end() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function postgresGround(): Promise<Ground> {
  // With fsync: here PostgreSQL itself is killed too.
  const postgres = await startPostgres({ durable: true })
  await readByIndex(postgres)
  const template = await postgres.createDatabase()
  await fill(template)
  const name = new URL(template).pathname.slice(1)
  return {
    kind: 'postgres',
    postgres,
    freshDatabase: () => postgres.createDatabase({ template: name }),
    end: () => postgres.stop(),
  }
}

/**
 * A small table would be read whole, and then each write is in the way of each other one (serializable). As in a
 * database of the size of the country, rows are found by their keys.
 */
async function readByIndex(postgres: TestPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url('postgres') })
  await client.connect()
  await client.query('ALTER ROLE CURRENT_USER SET enable_seqscan = off')
  await client.end()
}

async function fill(url: string): Promise<void> {
  const engine = await openEngine(url)
  await engine.migrate()
  await fillSmallCountry(engine, COUNTRY)
  // Faults are looked for where everything may be held at once.
  const { serviceRules } = engine.tables
  await engine.write((tx) =>
    tx.update(serviceRules).set({ value: '1000' }).where(eq(serviceRules.attribute, 'unconfirmed-share')),
  )
  await engine.close()
}
