import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actAtCounter } from '#app/use-cases/act-at-counter.server.ts'
import { openEngine } from '#db/engine.ts'
import { finishAndCallNext } from '#tests/support/counters-at-work.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import { startPostgres } from '#tests/support/postgres.ts'
import { letArrive, openCounters } from '#tests/support/queue-office.ts'
import { fillSmallCountry, openTestPortal } from '#tests/support/small-country.ts'
import { quantiles, type Figures } from './figures.ts'

const COUNTERS = 20
const WAITING = 300
const MOST_MILLISECONDS = 50
const WARM_UP = 40

const STAFF = {
  member: { id: 1, name: 'Kari Nordmann', isActive: true, grants: [] },
  scope: { kind: 'country' as const },
}

/** How long the server takes to finish a visit and call the next, with a full hall; and with ten times as many. */
export async function benchNext({ quick }: { quick: boolean }): Promise<Figures> {
  const presses = quick ? 200 : 2_000
  const folder = mkdtempSync(join(tmpdir(), 'forste-kontakt-bench-next-'))
  const postgres = await startPostgres({ durable: true })
  try {
    return {
      ...(await measure('SQLite', `file:${join(folder, 'portal.db')}`, presses)),
      ...(await measure('PostgreSQL', await postgres.createDatabase(), presses)),
    }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true })
  }
}

async function measure(kind: string, url: string, presses: number): Promise<Figures> {
  const engine = await openEngine(url)
  try {
    await engine.migrate()
    await fillSmallCountry(engine, [
      { id: 'sandvika', counters: COUNTERS },
      { id: 'oslo', counters: COUNTERS },
    ])
    const portal = await openTestPortal(engine, aClockAt('2026-11-24T09:00:00Z'))
    const figures: Figures = {}
    for (const [officeId, waiting] of [
      ['sandvika', WAITING],
      ['oslo', WAITING * 10],
    ] as const) {
      const counters = await openCounters(portal, officeId, { count: COUNTERS })
      await letArrive(portal, officeId, { count: waiting })
      const press = async (counterId: number) => {
        const began = performance.now()
        const at = { officeId, counterId, kind: 'next' }
        const answer = await actAtCounter(portal, STAFF, at, finishAndCallNext)
        if (!answer.ok) throw new Error(answer.reason)
        return performance.now() - began
      }
      const times: number[] = []
      for (let round = 0; times.length < presses + WARM_UP; round += 1) {
        times.push(await press(counters[round % COUNTERS] ?? 0))
        // As many come as are called: the hall stays full.
        if (round % COUNTERS === COUNTERS - 1) await letArrive(portal, officeId, { count: COUNTERS })
      }
      const { p50, p99 } = quantiles(times.slice(WARM_UP))
      const name = `${kind}: "next" with ${waiting} waiting at ${COUNTERS} counters`
      figures[`${name}, median`] = { value: p50, unit: 'ms' }
      figures[`${name}, p99`] = {
        value: p99,
        unit: 'ms',
        ...(waiting === WAITING ? { most: MOST_MILLISECONDS } : {}),
      }
    }
    return figures
  } finally {
    await engine.close()
  }
}
