import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { TOP, contentsHash } from '#app/start/runtime.js'
import { systemClock } from '#app/server/clock.ts'
import { openReadyDatabase } from '#app/use-cases/open-database.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { CLOCK_START } from '#tests/support/demo-database.ts'
import { openTestPortal } from '#tests/support/small-country.ts'

export const BENCH_FOLDER = join(TOP, 'node_modules', '.cache', 'forste-kontakt', 'bench')

/** The size of the country, and ten times that; a quick run looks at a tenth of each. */
export function nationalSizes({ quick }: { quick: boolean }): [small: number, large: number] {
  return quick ? [120_000, 1_200_000] : [1_200_000, 12_000_000]
}

/** What the databases are made from: one of an older version is made anew. */
const INGREDIENTS = ['db/migrations/sqlite', 'db/seed']

/** The path of a database of so many claims; made once, which takes minutes for the large one, and kept. */
export function nationalDatabase(claims: number): string {
  const name = `claims-${claims}-`
  const path = join(BENCH_FOLDER, `${name}${contentsHash(INGREDIENTS).slice(0, 12)}.db`)
  if (existsSync(path)) return path
  mkdirSync(BENCH_FOLDER, { recursive: true })
  for (const older of readdirSync(BENCH_FOLDER)) if (older.startsWith(name)) rmSync(join(BENCH_FOLDER, older))
  const making = join(BENCH_FOLDER, `making-${claims}.db`)
  rmSync(making, { force: true })
  const { status } = spawnSync(
    process.execPath,
    [join(TOP, 'db', 'seed', 'run.ts'), '--size', 'national', '--claims', String(claims)],
    { stdio: 'inherit', env: { ...process.env, DATABASE_URL: `file:${making}`, CLOCK_START } },
  )
  if (status !== 0) throw new Error(`The database of ${claims} claims could not be made.`)
  renameSync(making, path)
  return path
}

/** The seed says that every day has changed; a portal looks at that for some seconds. */
const LATER = { minutes: 1 }

/** The portal in this process, on the database of so many claims. Close its engine afterwards. */
export async function openNationalPortal(claims: number): Promise<Portal> {
  const engine = await openReadyDatabase(`file:${nationalDatabase(claims)}`)
  return openTestPortal(engine, systemClock(Temporal.Instant.from(CLOCK_START).add(LATER)))
}
