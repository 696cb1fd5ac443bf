import { z } from 'zod'
import type { Point } from '#app/domain/geography/distance.ts'
import type { Place } from '#app/domain/geography/find-place.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { namesakes, searchPlaces } from '#app/use-cases/search-places.server.ts'
import { aProblem, type ApiAnswer } from './api-answer.ts'
import type { From } from './open-data-schemas.ts'

/** Where one counts from: a place by its name, post code or id, or a point. */
export const PLACE_PARAMETERS = {
  place: z
    .string()
    .min(1)
    .max(60)
    .optional()
    .describe(
      'A post code, a place or a municipality as people write it, in any official language, or an id.',
    ),
  latitude: z.coerce
    .number()
    .min(-90)
    .max(90)
    .optional()
    .describe('With `longitude`: a point in WGS84 degrees.'),
  longitude: z.coerce.number().min(-180).max(180).optional(),
}

const choiceOf = ({ id, name, municipality }: Place) => ({ place: id, name, municipality })

type Given = { place?: string | undefined; latitude?: number | undefined; longitude?: number | undefined }

export type FromPoint = { point: Point; json: z.infer<typeof From> } | null

/** Finds the point that distances are counted from; null for the whole country. */
export function fromOf({ catalogue }: Portal, { place, latitude, longitude }: Given): ApiAnswer<FromPoint> {
  if (
    (latitude === undefined) !== (longitude === undefined) ||
    (place !== undefined && latitude !== undefined)
  ) {
    return aProblem('wrong-place', {
      ...{ status: 400, title: 'Say either a place or a whole point' },
      detail: 'Give `place`, or both `latitude` and `longitude`, or none of them.',
    })
  }
  if (latitude !== undefined && longitude !== undefined) {
    const point = { latitude, longitude }
    return { ok: true, body: { point, json: { id: null, name: null, ...point, sameName: [] } } }
  }
  if (place === undefined) return { ok: true, body: null }
  const known = catalogue.places.byId.get(place)
  const found = known ? ({ found: 'one', place: known } as const) : searchPlaces({ catalogue }, place)
  switch (found.found) {
    case 'one': {
      const { id, name, latitude, longitude } = found.place
      const point = { latitude, longitude }
      const sameName = namesakes({ catalogue }, found.place).map(choiceOf)
      return { ok: true, body: { point, json: { id, name, ...point, sameName } } }
    }
    case 'several':
      return aProblem('ambiguous-place', {
        ...{ status: 400, title: 'Several places may be meant' },
        detail: 'Ask again with one of `choices` as `place`.',
        choices: found.places.map(choiceOf),
      })
    case 'none':
      return aProblem('unknown-place', {
        ...{ status: 400, title: 'The place is not known' },
        detail: 'Write a post code of four digits, a place or a municipality in Norway.',
      })
    default:
      return found satisfies never
  }
}
