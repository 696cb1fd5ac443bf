import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { TOP } from '#app/start/runtime.js'
import { benchAudit } from './audit.ts'
import { benchNext } from './next.ts'
import { benchBooking } from './booking.ts'
import { benchEarliest } from './earliest.ts'
import { isMissed, rounded, tableOf, type Figures } from './figures.ts'
import { benchLive } from './live.ts'
import { benchMemory } from './memory.ts'
import { benchOverload } from './overload.ts'
import { benchPages } from './pages.ts'
import { benchRender } from './render.ts'
import { benchStartup } from './startup.ts'

/** `npm run bench [-- NAME…] [--quick] [--minutes N]`: measures, prints a table, and keeps the figures in bench/latest.json. */

const LATEST = join(TOP, 'bench', 'latest.json')

type BenchOptions = { quick: boolean; minutes: number }

const BENCHES: Record<string, (options: BenchOptions) => Promise<Figures>> = {
  earliest: benchEarliest,
  render: benchRender,
  booking: benchBooking,
  pages: benchPages,
  start: benchStartup,
  overload: benchOverload,
  live: benchLive,
  memory: benchMemory,
  audit: benchAudit,
  next: benchNext,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, minutes: { type: 'string' } },
})
/** `npm run bench memory -- --minutes 60` for an hour; among the others it may not take that long. */
const options = { quick: values.quick, minutes: Number(values.minutes ?? (values.quick ? 1 : 5)) }
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES)
const unknown = names.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exitCode = 1
} else if (!(options.minutes > 0)) {
  console.error('--minutes must be a number above 0.')
  process.exitCode = 1
} else await measure()

async function measure(): Promise<void> {
  const all: Record<string, unknown> = existsSync(LATEST) ? JSON.parse(readFileSync(LATEST, 'utf8')) : {}
  for (const name of names) {
    console.log(`\n${name}`)
    const loadBefore = loadavg()[0] ?? 0
    const figures = (await BENCHES[name]?.(options)) ?? {}
    console.log(tableOf(figures))
    if (Object.values(figures).some(isMissed)) process.exitCode = 1
    // A quick run is for looking; only a whole one is kept.
    if (values.quick) continue
    // What else the machine did belongs to the figures: on a busy one they say little.
    const machine = { cores: availableParallelism(), 'load before': rounded(loadBefore) }
    all[name] = { ...machine, ...plain(figures) }
    mkdirSync(join(TOP, 'bench'), { recursive: true })
    writeFileSync(LATEST, `${JSON.stringify(all, null, 2)}\n`)
  }
}

function plain(figures: Figures): Record<string, string> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, { value, unit }]) => [name, `${rounded(value)} ${unit}`.trim()]),
  )
}
