import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { TOP, contentsHash } from '#app/start/runtime.js'

const CACHE = join(TOP, 'node_modules', '.cache', 'forste-kontakt')

/** A Monday morning before the counters open: a whole week of free times lies ahead. */
export const CLOCK_START = '2026-11-23T07:00:00Z'

/** What the demonstration's data is made from. */
const INGREDIENTS = ['db', 'app/domain', 'app/start/prepare-database.ts']

/** Migrates and seeds a database as `npm start` does on the first run. */
export function prepareDatabase(env: { DATA_DIR: string; DATABASE_URL?: string; CLOCK_START: string }): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(TOP, 'app', 'start', 'prepare.ts')], {
    cwd: TOP,
    env: { ...process.env, NODE_ENV: 'production', PORTAL_MODE: 'demo', ...env },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`app/start/prepare.ts failed (exit ${status}):\n${stdout}${stderr}`)
}

/** The folder of a finished demonstration database; made when the seed or the clock has changed, else kept. */
export function demoTemplate(clockStart: string): string {
  const clock = clockStart.replaceAll(/\W/g, '')
  const folder = join(CACHE, `demo-${clock}-${contentsHash(INGREDIENTS).slice(0, 16)}`)
  if (existsSync(folder)) return folder
  mkdirSync(CACHE, { recursive: true })
  const fresh = mkdtempSync(join(CACHE, 'making-'))
  const data = join(fresh, 'data')
  const template = join(fresh, 'template')
  mkdirSync(template)
  prepareDatabase({
    DATA_DIR: data,
    DATABASE_URL: `file:${join(data, 'portal.db')}`,
    CLOCK_START: clockStart,
  })
  for (const name of readdirSync(data)) {
    if (name.endsWith('.db')) copyDatabase(join(data, name), join(template, name))
    // The keys that the demonstration made for itself belong to the data.
    else if (!/\.db-(wal|shm)$/.test(name)) copyFileSync(join(data, name), join(template, name))
  }
  try {
    renameSync(template, folder)
  } catch (error) {
    // Another test process made the same one meanwhile.
    if (!existsSync(folder)) throw error
  }
  rmSync(fresh, { recursive: true, force: true })
  forgetOlder(folder, `demo-${clock}-`)
  return folder
}

/** Those that earlier sources made: each is some tens of megabytes. */
function forgetOlder(folder: string, prefix: string): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name)
    if (name.startsWith(prefix) && path !== folder) rmSync(path, { recursive: true, force: true })
  }
}

/** Nobody opens the template, so here – unlike for a database in use (security.md, pitfall 7) – a plain copy is whole. */
export function copyTemplate(template: string, dataDir: string): void {
  for (const name of readdirSync(template)) copyFileSync(join(template, name), join(dataDir, name))
}

function copyDatabase(from: string, to: string): void {
  const database = new Database(from)
  database.prepare('VACUUM INTO ?').run(to)
  database.close()
}
