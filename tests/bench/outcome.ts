import type { Portal } from '#app/use-cases/portal.server.ts'
import { randomOf } from '#app/domain/chance/random-of.ts'
import { againstConstants, type Kind } from './against-constants.ts'
import type { Figures } from './figures.ts'

const PAGES_PER_KIND = 30

/** Outcomes whose pages show what the waits are now: times for passports, and offices near. */
const WAYS = {
  'outcome with the earliest time': 'passport-lost/outcome?how-gone=was-lost&lost-document=',
  'outcome with offices near': 'theft/outcome?now=over&stolen=vehicle',
} as const

/** The pages of outcomes with live waits against the same pages from constants. */
export function benchOutcome({ quick }: { quick: boolean }): Promise<Figures> {
  return againstConstants(kindsOfPages, { quick })
}

async function kindsOfPages(portal: Portal): Promise<Kind[]> {
  const random = randomOf('outcome')
  const places = [...portal.catalogue.places.byId.keys()]
  const somePlace = () => encodeURIComponent(places[Math.floor(random() * places.length)] ?? 'post-0150')
  return Object.entries(WAYS).map(([name, way]) => ({
    name,
    paths: Array.from({ length: PAGES_PER_KIND }, () => `/nb/guide/${way}&at=${somePlace()}`),
  }))
}
