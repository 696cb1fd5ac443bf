import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { TOP } from '#app/start/runtime.js'
import { benchEarliest } from './earliest.ts'
import { isMissed, rounded, tableOf, type Figures } from './figures.ts'
import { benchPages } from './pages.ts'
import { benchStartup } from './startup.ts'

/** `npm run bench [-- NAME…] [--quick]`: measures, prints a table, and keeps the figures in bench/latest.json. */

const LATEST = join(TOP, 'bench', 'latest.json')

const BENCHES: Record<string, (options: { quick: boolean }) => Promise<Figures>> = {
  earliest: benchEarliest,
  pages: benchPages,
  start: benchStartup,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
})
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES)
const unknown = names.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exitCode = 1
} else await measure()

async function measure(): Promise<void> {
  const all: Record<string, unknown> = existsSync(LATEST) ? JSON.parse(readFileSync(LATEST, 'utf8')) : {}
  for (const name of names) {
    console.log(`\n${name}`)
    const loadBefore = loadavg()[0] ?? 0
    const figures = (await BENCHES[name]?.(values)) ?? {}
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
