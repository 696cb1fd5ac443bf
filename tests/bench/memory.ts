import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startPortal, type TestPortal } from '#tests/support/portal.ts'
import { quantiles, type Figures } from './figures.ts'
import { BENCH_FOLDER, nationalDatabase, nationalSizes } from './national.ts'
import { keepVisiting } from './visits.ts'

/** Growth from the first third to the last, of the memory that the process holds. */
const GOAL_GROWTH_PERCENT = 10
const SAMPLES = 120

/** Memory of the portal while visitors come without a pause: read, book and cancel, for so many minutes. */
export async function benchMemory({ quick, minutes }: { quick: boolean; minutes: number }): Promise<Figures> {
  const [claims] = nationalSizes({ quick })
  mkdirSync(BENCH_FOLDER, { recursive: true })
  const folder = mkdtempSync(join(BENCH_FOLDER, 'memory-'))
  const path = join(folder, 'portal.db')
  // Nobody has the original open, so a plain copy is whole.
  copyFileSync(nationalDatabase(claims), path)
  const portal = await startPortal({ databaseUrl: `file:${path}`, dataDir: folder })
  try {
    console.log(`Visiting for ${minutes} minutes …`)
    const stop = new AbortController()
    const visiting = keepVisiting(portal.url, stop.signal)
    const samples: number[] = []
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      await Promise.race([wait((minutes * 60_000) / SAMPLES), visiting])
      samples.push(residentMB(portal))
      if ((sample + 1) % (SAMPLES / 12) === 0)
        console.log(
          `${(((sample + 1) / SAMPLES) * minutes).toFixed(1)} min: ${samples.at(-1)?.toFixed(0)} MB`,
        )
    }
    stop.abort()
    const { visits, requests } = await visiting
    return figuresOf(samples, { minutes, visits, requests })
  } finally {
    await portal.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function figuresOf(
  samples: readonly number[],
  done: { minutes: number; visits: number; requests: number },
): Figures {
  const third = Math.floor(samples.length / 3)
  // The first sixth warms up: code is compiled, and what is kept for each day and office fills.
  const early = quantiles(samples.slice(third / 2, third)).p50
  const late = quantiles(samples.slice(-third)).p50
  return {
    minutes: { value: done.minutes, unit: 'min' },
    visits: { value: done.visits, unit: '' },
    'requests answered': { value: done.requests, unit: '' },
    'memory, first third': { value: early, unit: 'MB' },
    'memory, last third': { value: late, unit: 'MB' },
    'memory, highest': { value: Math.max(...samples), unit: 'MB' },
    growth: { value: (100 * (late - early)) / early, unit: '%', most: GOAL_GROWTH_PERCENT },
  }
}

/** What the process holds in memory (Linux; elsewhere the bench says that it cannot tell). */
function residentMB({ pid }: TestPortal): number {
  const kB = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  if (!kB) throw new Error('The system does not say how much memory a process holds.')
  return Number(kB) / 1000
}
