import { setTimeout as wait } from 'node:timers/promises'
import { openTestPortal } from '#tests/support/small-country.ts'
import { aClockAt } from '#tests/support/movable-clock.ts'
import type { Told } from '#tests/support/counters-at-work.ts'
import { hireCounters, type Hands } from '#tests/support/hire-counters.ts'
import { letArrive, openCounters } from '#tests/support/queue-office.ts'
import { brokenQueue } from '#tests/support/queue-sums.ts'
import { openEngine, type Engine } from '#db/engine.ts'
import { OFFICE_IDS } from './country.ts'
import { openGround, type Ground } from './ground.ts'
import { anOutcome, type Outcome } from './outcome.ts'

const NOW = '2026-11-24T10:00:00Z'
const PEOPLE = 60

/** More than any cycle lets a counter do. */
const PRESSES = 100_000

/** The kill comes at some moment after this many acknowledged actions; when they do not come, all the same. */
const FEWEST_TOLD = 20
const MOST_TOLD = 120
const LONGEST_WAIT_MILLISECONDS = 60_000

/** A fresh database after so many cycles: what is checked does not grow without end. */
const CYCLES_OF_DATABASE = 10

/**
 * Kills, with SIGKILL, processes that call and serve people at the counters of an office – and PostgreSQL too – and looks
 * whether everybody is in one place.
 */
export async function killCounters({
  kind,
  cycles,
  stop = new AbortController().signal,
  random = Math.random,
}: {
  kind: Engine['kind']
  cycles: number
  stop?: AbortSignal
  random?: () => number
}): Promise<Outcome> {
  const outcome = anOutcome(`kill -9 at the counters (${kind})`)
  const ground = await openGround(kind)
  let done = 0
  try {
    while (done < cycles && !stop.aborted) {
      const most = Math.min(CYCLES_OF_DATABASE, cycles - done)
      await useOneDatabase(ground, { most, stop, random, outcome })
      done += most
    }
  } finally {
    await ground.end()
  }
  outcome.tried = `${done} × kill -9 at the counters (${kind})`
  return outcome
}

type Run = { most: number; stop: AbortSignal; random: () => number; outcome: Outcome }

async function useOneDatabase(ground: Ground, { most, stop, random, outcome }: Run): Promise<void> {
  const url = await ground.freshDatabase()
  const officeId = OFFICE_IDS[0] ?? ''
  const counters = await prepare(url, officeId)
  const told: Told[] = []
  for (let cycle = 0; cycle < most && !stop.aborted; cycle += 1) {
    // PostgreSQL serves two processes at once.
    const half = Math.ceil(counters.length / 2)
    const parts = ground.postgres ? [counters.slice(0, half), counters.slice(half)] : [counters]
    const hands = await Promise.all(
      parts.map((part) =>
        hireCounters({ url, officeId, counters: part, presses: PRESSES, mix: 'everything', now: NOW }),
      ),
    )
    for (const each of hands) each.begin()
    await untilTold(hands, FEWEST_TOLD + Math.floor(random() * (MOST_TOLD - FEWEST_TOLD)))
    if (ground.postgres && cycle % 3 === 2) await ground.postgres.crash()
    await Promise.all(hands.map((each) => each.kill()))
    const now = hands.flatMap((each) => each.told)
    told.push(...now)
    outcome.acknowledged += now.length
    const engine = await openEngine(url)
    outcome.wrong.push(
      ...(await brokenQueue(engine, told)).map((sentence) => `cycle ${cycle + 1}: ${sentence}`),
    )
    await engine.close()
  }
}

async function untilTold(hands: readonly Hands[], enough: number): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MILLISECONDS
  const sum = () => hands.reduce((all, { told }) => all + told.length, 0)
  while (sum() < enough && Date.now() < deadline) await wait(5)
}

/** Opens the counters and lets people come; answers the counters' ids. */
async function prepare(url: string, officeId: string): Promise<number[]> {
  const engine = await openEngine(url)
  const portal = await openTestPortal(engine, aClockAt(NOW))
  const counters = await openCounters(portal, officeId, { count: 99 })
  await letArrive(portal, officeId, { count: PEOPLE })
  await engine.close()
  return counters
}
