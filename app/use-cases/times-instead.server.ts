import type { Person } from '#app/domain/passport/person.ts'
import { earliestTimes } from './earliest-times.server.ts'
import { needOf } from './stay.server.ts'
import type { Portal } from './portal.server.ts'

/** Like anybody: who it is for is asked in the booking. */
const ONE_ADULT: Person = { ageGroup: '18+', document: 'passport', needs: [], guardians: null }

export type TimeInstead = { officeId: string; officeName: string; distanceKm: number; tick: number }

/**
 * The earliest times that somebody could book instead of waiting: at this office, and – where one is earlier – at
 * another within reach.
 */
export async function timesInstead(
  portal: Portal,
  officeId: string,
): Promise<{ here: TimeInstead | null; nearby: TimeInstead | null }> {
  const office = portal.catalogue.offices.get(officeId)
  if (!office) return { here: null, nearby: null }
  const { offices, reachKm } = await earliestTimes(portal, {
    ...{ need: needOf(portal, [ONE_ADULT]), from: office },
  })
  const within = offices.flatMap(({ office: { id, name }, distanceKm, earliest }) =>
    earliest === null || distanceKm === null || distanceKm > reachKm
      ? []
      : [{ officeId: id, officeName: name, distanceKm, tick: earliest }],
  )
  const here = within.find((one) => one.officeId === officeId) ?? null
  const [first] = within
    .filter((one) => one.officeId !== officeId && (here === null || one.tick < here.tick))
    .sort((a, b) => a.tick - b.tick || a.distanceKm - b.distanceKm)
  return { here, nearby: first ?? null }
}
