import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { DOCUMENTS, NEEDS, type Need } from '#app/domain/passport/person.ts'
import type { GroupNeed } from '#app/domain/scheduling/group-times.ts'
import { earliestTimes } from '#app/use-cases/earliest-times.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { needOf } from '#app/use-cases/stay.server.ts'
import { randomOf } from '#app/domain/chance/random-of.ts'
import { aNeed } from '#tests/support/builders.ts'
import { quantiles, type Figures } from './figures.ts'
import { nationalDatabase, nationalSizes, openNationalPortal } from './national.ts'
import { FAMILIES } from './people.ts'

const LONGEST_TICKS = 8
const GOAL_P99_MS = 10
const GOAL_RATIO = 2

/** A family that nobody is like has nothing that was found out for others. */
const VISITORS = ['one person', 'family of four', 'family like no other'] as const
type Visitor = (typeof VISITORS)[number]

const NEEDS_OF_ONE: readonly (readonly Need[])[] = [[], [], [], ['accessible'], ['interpreter'], [...NEEDS]]

type Loaded = {
  claims: number
  portal: Portal
  loadMs: number
  memoryMB: number
  ms: Record<Visitor, number[]>
}

/** The earliest time at every office, at the size of the country and at ten times that, call by call in turn. */
export async function benchEarliest({ quick }: { quick: boolean }): Promise<Figures> {
  const sizes = nationalSizes({ quick })
  const calls = quick ? 500 : 3_000
  // Made before anything is loaded: it is work for minutes, in other processes.
  for (const claims of sizes) nationalDatabase(claims)
  const loaded: Loaded[] = []
  for (const claims of sizes) loaded.push(await load(claims))

  console.log(`Searching ${calls} times at each size, for one and for four …`)
  await search(loaded, { calls: 300, seed: 'warm up' })
  for (const one of loaded) one.ms = noTimes()
  await search(loaded, { calls, seed: 'measure' })
  for (const { portal } of loaded) await portal.engine.close()

  const figures: Figures = {}
  for (const { claims, ms, loadMs, memoryMB } of loaded) {
    for (const visitor of VISITORS) {
      const { p50, p99, max } = quantiles(ms[visitor])
      // The goal is for the size of the country; ten times that has the goal of the ratio.
      const goal = claims === sizes[0] ? { most: GOAL_P99_MS } : {}
      figures[`${visitor} at ${claims} claims, p50`] = { value: p50, unit: 'ms' }
      figures[`${visitor} at ${claims} claims, p99`] = { value: p99, unit: 'ms', ...goal }
      figures[`${visitor} at ${claims} claims, slowest`] = { value: max, unit: 'ms' }
    }
    figures[`loading ${claims} claims`] = { value: loadMs / 1000, unit: 's' }
    figures[`memory at ${claims} claims`] = { value: memoryMB, unit: 'MB' }
  }
  for (const visitor of VISITORS) {
    const [small, large] = loaded.map(({ ms }) => quantiles(ms[visitor]))
    if (!small || !large) continue
    const of = (size: 'p50' | 'p99') => ({
      value: large[size] / small[size],
      unit: 'times',
      most: GOAL_RATIO,
    })
    figures[`${visitor}, ten times the claims, p50`] = of('p50')
    figures[`${visitor}, ten times the claims, p99`] = of('p99')
  }
  return figures
}

async function load(claims: number): Promise<Loaded> {
  console.log(`Loading the free times among ${claims} claims …`)
  const before = memoryInUse()
  const started = performance.now()
  const portal = await openNationalPortal(claims)
  const loadMs = performance.now() - started
  return { claims, portal, loadMs, memoryMB: (memoryInUse() - before) / 1e6, ms: noTimes() }
}

/**
 * Stays of all lengths and families of all kinds, from a place or from nowhere; one call at each size in turn, so that
 * they share the weather.
 */
async function search(
  loaded: readonly Loaded[],
  { calls, seed }: { calls: number; seed: string },
): Promise<void> {
  const random = randomOf(seed)
  const some = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
  const places = [...(loaded[0]?.portal.catalogue.places.byId.values() ?? [])]
  for (let call = 0; call < calls; call += 1) {
    const ticks = 1 + Math.floor(random() * LONGEST_TICKS)
    const from = random() < 0.5 ? (some(places) ?? null) : null
    const family = some(FAMILIES) ?? []
    const unlike = family.map((person) => ({
      ...person,
      document: some(DOCUMENTS) ?? person.document,
      needs: some(NEEDS_OF_ONE) ?? [],
    }))
    for (const { portal, ms } of loaded) {
      // A request works its need out anew, and so does this.
      const needs: Record<Visitor, () => GroupNeed> = {
        'one person': () => aNeed(ticks),
        'family of four': () => needOf(portal, family),
        'family like no other': () => needOf(portal, unlike),
      }
      for (const visitor of VISITORS) {
        const started = performance.now()
        await earliestTimes(portal, { need: needs[visitor](), from })
        ms[visitor].push(performance.now() - started)
      }
    }
  }
}

function noTimes(): Record<Visitor, number[]> {
  return { 'one person': [], 'family of four': [], 'family like no other': [] }
}

function memoryInUse(): number {
  setFlagsFromString('--expose_gc')
  runInNewContext('gc')()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
