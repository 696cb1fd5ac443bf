import { z } from 'zod'
import { MOST_PEOPLE, type Document, type Person } from '#app/domain/passport/person.ts'
import { earliestTimes } from '#app/use-cases/earliest-times.server.ts'
import { needOf } from '#app/use-cases/stay.server.ts'
import { apiResource } from './api-resource.ts'
import { momentJson, officeNameJson, roundedKm } from './office-json.ts'
import { EarliestTimes } from './open-data-schemas.ts'
import { fromOf, PLACE_PARAMETERS } from './place-parameters.ts'

/** What one may ask times for; of an ID card the kind makes no difference to the time it takes. */
const DOCUMENT_OF = {
  passport: 'passport',
  'id-card': 'id-card-travel',
  'passport-and-id-card': 'passport-and-id-card-travel',
} as const satisfies Record<string, Document>

export const TIME_RESOURCES = [
  apiResource({
    path: '/earliest-times',
    operationId: 'findEarliestTimes',
    summary: 'The earliest appointment at every place, for one to eight people',
    description:
      'At each office and bus stop the earliest start at which everybody fits. It is right within five seconds after somebody has taken a time. Book on the pages of the portal: a time that is shown is not held.',
    keptSeconds: 2,
    parameters: z.strictObject({
      ...PLACE_PARAMETERS,
      service: z.enum(['passport', 'id-card', 'passport-and-id-card']).default('passport'),
      people: z.coerce.number().int().min(1).max(MOST_PEOPLE).default(1).describe('How many adults.'),
      sort: z
        .enum(['distance', 'time'])
        .optional()
        .describe('The nearest or the earliest first; the nearest where there is a place to count from.'),
      limit: z.coerce.number().int().min(1).max(500).default(20),
    }),
    answer: EarliestTimes,
    examples: [
      { summary: 'Two adults near a post code', parameters: { place: '9008', people: '2', limit: '2' } },
      { summary: 'The earliest in the country', parameters: { sort: 'time', limit: '2' } },
    ],
    async read(portal, { service, people, sort, limit, ...place }) {
      const from = fromOf(portal, place)
      if (!from.ok) return from
      const person: Person = { ageGroup: '18+', document: DOCUMENT_OF[service], needs: [], guardians: null }
      const need = needOf(portal, Array<Person>(people).fill(person))
      const { offices } = await earliestTimes(portal, { need, from: from.body?.point ?? null })
      const byTime = (sort ?? (from.body ? 'distance' : 'time')) === 'time'
      const sorted = byTime
        ? offices.toSorted((a, b) => (a.earliest ?? Infinity) - (b.earliest ?? Infinity))
        : offices
      return {
        ok: true,
        body: {
          from: from.body?.json ?? null,
          ...{ service, people },
          times: sorted.slice(0, limit).map(({ office, distanceKm, earliest }) => ({
            office: officeNameJson(office),
            distanceKm: roundedKm(distanceKm),
            earliest: momentJson(earliest),
          })),
          total: offices.length,
        },
      }
    },
  }),
]
