import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { TOP } from '#app/start/runtime.js'
import { systemClock } from '#app/server/clock.ts'
import { earliestTimes } from '#app/use-cases/earliest-times.server.ts'
import { openReadyDatabase } from '#app/use-cases/open-database.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { randomOf } from '#db/seed/plan/random.ts'
import { aNeed } from '#tests/support/builders.ts'
import { CLOCK_START } from '#tests/support/demo-database.ts'
import { openTestPortal } from '#tests/support/small-country.ts'
import { quantiles, type Figures } from './figures.ts'

const FOLDER = join(TOP, 'node_modules', '.cache', 'forste-kontakt', 'bench')
const LONGEST_TICKS = 8
const GOAL_P99_MS = 10
const GOAL_RATIO = 2

type Loaded = { claims: number; portal: Portal; loadMs: number; memoryMB: number; ms: number[] }

/** The earliest time at every office, at the size of the country and at ten times that, call by call in turn. */
export async function benchEarliest({ quick }: { quick: boolean }): Promise<Figures> {
  const sizes = quick ? [120_000, 1_200_000] : [1_200_000, 12_000_000]
  const calls = quick ? 1_000 : 6_000
  const loaded: Loaded[] = []
  for (const claims of sizes) loaded.push(await load(claims))

  console.log(`Searching ${calls} times at each size …`)
  await search(loaded, { calls: 1_000, seed: 'warm up' })
  for (const one of loaded) one.ms = []
  await search(loaded, { calls, seed: 'measure' })
  for (const { portal } of loaded) await portal.engine.close()

  const figures: Figures = {}
  for (const { claims, ms, loadMs, memoryMB } of loaded) {
    const { p50, p99, max } = quantiles(ms)
    figures[`at ${claims} claims, p50`] = { value: p50, unit: 'ms' }
    // The goal is for the size of the country; ten times that has the goal of the ratio.
    const goal = claims === sizes[0] ? { most: GOAL_P99_MS } : {}
    figures[`at ${claims} claims, p99`] = { value: p99, unit: 'ms', ...goal }
    figures[`at ${claims} claims, slowest`] = { value: max, unit: 'ms' }
    figures[`at ${claims} claims, loading`] = { value: loadMs / 1000, unit: 's' }
    figures[`at ${claims} claims, memory`] = { value: memoryMB, unit: 'MB' }
  }
  const [small, large] = loaded.map(({ ms }) => quantiles(ms))
  if (small && large) {
    figures['ten times the claims, p50'] = { value: large.p50 / small.p50, unit: 'times', most: GOAL_RATIO }
    figures['ten times the claims, p99'] = { value: large.p99 / small.p99, unit: 'times', most: GOAL_RATIO }
  }
  return figures
}

async function load(claims: number): Promise<Loaded> {
  const path = databaseOf(claims)
  const engine = await openReadyDatabase(`file:${path}`)
  console.log(`Loading the free times among ${claims} claims …`)
  const before = memoryInUse()
  const started = performance.now()
  const portal = await openTestPortal(engine, systemClock(Temporal.Instant.from(CLOCK_START)))
  const loadMs = performance.now() - started
  return { claims, portal, loadMs, memoryMB: (memoryInUse() - before) / 1e6, ms: [] }
}

/** Stays of all lengths, from a place or from nowhere; one call at each size in turn, so that they share the weather. */
async function search(
  loaded: readonly Loaded[],
  { calls, seed }: { calls: number; seed: string },
): Promise<void> {
  const random = randomOf(seed)
  const places = [...(loaded[0]?.portal.catalogue.places.byId.values() ?? [])]
  for (let call = 0; call < calls; call += 1) {
    const ticks = 1 + Math.floor(random() * LONGEST_TICKS)
    const from = random() < 0.5 ? (places[Math.floor(random() * places.length)] ?? null) : null
    for (const { portal, ms } of loaded) {
      const started = performance.now()
      await earliestTimes(portal, { need: aNeed(ticks), from })
      ms.push(performance.now() - started)
    }
  }
}

/** A database of so many claims; made once, which takes minutes for the large one, and kept. */
function databaseOf(claims: number): string {
  const path = join(FOLDER, `claims-${claims}.db`)
  if (existsSync(path)) return path
  mkdirSync(FOLDER, { recursive: true })
  const making = join(FOLDER, `making-${claims}.db`)
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

function memoryInUse(): number {
  setFlagsFromString('--expose_gc')
  runInNewContext('gc')()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
