import { z } from 'zod'
import { OFFICE_SERVICES } from '#app/domain/offices/place-rules.ts'
import { findOffices } from '#app/use-cases/find-offices.server.ts'
import { officeFacts } from '#app/use-cases/office-facts.server.ts'
import { placesToMeet } from '#app/use-cases/places-to-meet.server.ts'
import { officeHours } from '#app/use-cases/office-hours.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { passportRules, todayOf } from '#app/use-cases/portal.server.ts'
import { queueWaitsNow } from '#app/use-cases/queue-wait-now.server.ts'
import { aProblem, type ApiAnswer } from './api-answer.ts'
import { apiResource } from './api-resource.ts'
import { dayHoursJson, officeJson, officeNameJson, roundedKm } from './office-json.ts'
import { DayOfAll, OfficeDetails, Offices, OpeningHours, QueueWaits } from './open-data-schemas.ts'
import { fromOf, PLACE_PARAMETERS } from './place-parameters.ts'

/** So many are answered at once. */
const MOST_DAYS = 31

const officeId = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/, 'Letters a–z, digits and hyphens.')
  .describe('The id of an office.')

const day = z.iso.date('A day as YYYY-MM-DD.').optional().describe('YYYY-MM-DD; today when it is left out.')

function unknownOffice(office: string) {
  return aProblem('unknown-office', {
    ...{ status: 404, title: 'There is no such office' },
    detail: `No place has the id ${office}. All ids are in /api/v1/offices.`,
  })
}

export const OFFICE_RESOURCES = [
  apiResource({
    path: '/offices',
    operationId: 'findOffices',
    summary: 'Places where one can meet the police',
    description:
      'Offices, stops of the passport buses and local service centres: near a place, for a service, open now. What is not known to fit is listed apart.',
    keptSeconds: 3,
    parameters: z.strictObject({
      ...PLACE_PARAMETERS,
      service: z.enum(OFFICE_SERVICES).optional(),
      open: z.literal('now').optional().describe('Only what is open at this moment.'),
      municipality: z
        .string()
        .regex(/^\d{4}$/, 'Four digits.')
        .optional()
        .describe('A municipality number.'),
      district: z
        .string()
        .regex(/^[a-z-]{1,40}$/, 'The id of a district.')
        .optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    answer: Offices,
    examples: [
      { summary: 'Open now near a post code', parameters: { place: '1337', open: 'now', limit: '1' } },
      { summary: 'By a Sámi name', parameters: { place: 'Kárášjohka', limit: '1' } },
    ],
    async read(portal, { service = null, open, municipality, district, limit, ...place }) {
      const from = fromOf(portal, place)
      if (!from.ok) return from
      const found = await findOffices(portal, {
        ...{ service, openNow: open === 'now', from: from.body?.point ?? null },
      })
      const isWanted = ({ office }: (typeof found.fits)[number]) =>
        (municipality === undefined || office.municipalityNumber === municipality) &&
        (district === undefined || office.districtId === district)
      const [fits, unknown] = [found.fits.filter(isWanted), found.unknown.filter(isWanted)]
      const shown = [...fits.slice(0, limit), ...unknown.slice(0, limit)]
      const queues = await queueWaitsNow(
        portal,
        shown.map(({ office }) => office.id),
      )
      const json = (row: (typeof fits)[number]) => officeJson(portal, row, queues.get(row.office.id) ?? null)
      return {
        ok: true,
        body: {
          from: from.body?.json ?? null,
          fits: fits.slice(0, limit).map(json),
          unknown: unknown.slice(0, limit).map(json),
          total: { fits: fits.length, unknown: unknown.length },
        },
      }
    },
  }),
  apiResource({
    path: '/offices/{office}',
    operationId: 'readOffice',
    summary: 'One place with all that is known of it',
    description:
      'The same facts as on its page: hours of the week, services, queue, earliest time, municipalities.',
    keptSeconds: 3,
    parameters: z.strictObject({ office: officeId }),
    answer: OfficeDetails,
    examples: [{ summary: 'A police station', parameters: { office: 'oslo-baerum' } }],
    async read(portal, { office }) {
      const facts = await officeFacts(portal, office)
      if (!facts) return unknownOffice(office)
      const { week, nearestFor, busDays, earliest, queue } = facts
      return {
        ok: true,
        body: {
          ...officeJson(portal, { office: facts.office, distanceKm: null, earliest }, queue),
          week: week.map(dayHoursJson),
          nearestFor: nearestFor.map(({ municipality: { number, name }, distanceKm }) => ({
            ...{ number, name, distanceKm: roundedKm(distanceKm) },
          })),
          busDays: busDays.map(dayHoursJson),
        },
      }
    },
  }),
  apiResource({
    path: '/offices/{office}/opening-hours',
    operationId: 'readOpeningHours',
    summary: 'The opening hours of one place, day by day',
    description: 'Holidays, closures and seasons are taken off.',
    keptSeconds: 60,
    parameters: z.strictObject({
      office: officeId,
      from: day,
      days: z.coerce.number().int().min(1).max(MOST_DAYS).default(7),
    }),
    answer: OpeningHours,
    examples: [
      { summary: 'Over Christmas', parameters: { office: 'oslo-baerum', from: '2026-12-24', days: '3' } },
    ],
    async read(portal, { office: id, from, days }) {
      const office = placesToMeet(portal).get(id)
      if (!office) return unknownOffice(id)
      const first = knownDay(portal, from, days)
      if (!first.ok) return first
      const hours = officeHours(portal, { officeId: id, from: first.body, days })
      const { hoursBasis } = office
      return {
        ok: true,
        body: { office: officeNameJson(office), hoursBasis, days: hours.map(dayHoursJson) },
      }
    },
  }),
  apiResource({
    path: '/opening-hours',
    operationId: 'readOpeningHoursOfAll',
    summary: 'When every place is open on a day',
    description: 'Places of which no hours are known are not here.',
    keptSeconds: 60,
    parameters: z.strictObject({
      day,
      district: z
        .string()
        .regex(/^[a-z-]{1,40}$/)
        .optional(),
    }),
    answer: DayOfAll,
    examples: [
      { summary: 'A Saturday in one district', parameters: { day: '2026-11-28', district: 'finnmark' } },
    ],
    async read(portal, { day, district }) {
      const known = knownDay(portal, day)
      if (!known.ok) return known
      const date = known.body
      const offices = [...placesToMeet(portal).values()].filter(
        ({ id, districtId }) =>
          portal.catalogue.resourcesOf(id).length > 0 && (district === undefined || districtId === district),
      )
      return {
        ok: true,
        body: {
          day: date.toString(),
          offices: offices.flatMap((office) =>
            officeHours(portal, { officeId: office.id, from: date, days: 1 }).map((hours) => ({
              office: officeNameJson(office),
              hoursBasis: office.hoursBasis,
              hours: dayHoursJson(hours),
            })),
          ),
        },
      }
    },
  }),
  apiResource({
    path: '/queue-waits',
    operationId: 'readQueueWaits',
    summary: 'How long the queues are now',
    description: 'Only places whose queue is known; elsewhere there is none, or nothing is known of it.',
    keptSeconds: 3,
    parameters: z.strictObject({ office: officeId.optional() }),
    answer: QueueWaits,
    examples: [{ summary: 'Every queue', parameters: {} }],
    async read(portal, { office }) {
      const places = placesToMeet(portal)
      if (office !== undefined && !places.has(office)) return unknownOffice(office)
      const queues = await queueWaitsNow(portal, office === undefined ? [...places.keys()] : [office])
      return {
        ok: true,
        body: {
          queues: [...queues].flatMap(([id, queue]) => {
            const place = places.get(id)
            return place ? [{ office: officeNameJson(place), queue }] : []
          }),
        },
      }
    },
  }),
]

/** The first of so many days, when hours are known of all of them: from today on, as far ahead as times can be booked. */
function knownDay(portal: Portal, asked: string | undefined, days = 1): ApiAnswer<Temporal.PlainDate> {
  const today = todayOf(portal.clock)
  const last = today.add({ days: passportRules(portal).bookingWindowDays })
  const first = asked === undefined ? today : Temporal.PlainDate.from(asked)
  const isKnown =
    Temporal.PlainDate.compare(first, today) >= 0 &&
    Temporal.PlainDate.compare(first.add({ days: days - 1 }), last) <= 0
  if (isKnown) return { ok: true, body: first }
  return aProblem('unknown-day', {
    ...{ status: 400, title: 'The hours of that day are not known' },
    detail: `Hours are known from ${today} to ${last}.`,
  })
}
