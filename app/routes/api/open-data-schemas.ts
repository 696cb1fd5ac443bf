import { z } from 'zod'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { SERVICE_GROUPS, SERVICE_STATES, WAYS } from '#app/domain/content/content.ts'
import { OFFICE_SERVICES, GIVEN } from '#app/domain/offices/place-rules.ts'
import { PUBLISHED } from '#app/domain/rules/published-rules.ts'

/** What the open data looks like. One description: it makes the OpenAPI document, and tests hold every answer to it. */

/** Schemas that have a name in the OpenAPI document. */
export const NAMED_SCHEMAS = z.registry<{ id: string }>()

function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  NAMED_SCHEMAS.add(schema, { id })
  return schema
}

const Day = z.iso.date()
const Clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/)
export const Moment = named(
  'Moment',
  z.iso
    .datetime({ offset: true })
    .describe('A moment with its offset, for instance 2026-11-27T11:30:00+01:00.'),
)

export const OfficeName = named(
  'OfficeName',
  z.strictObject({
    id: z.string(),
    kind: z.enum(['station', 'bus-stop', 'governor', 'service-centre']),
    name: z.string().describe('Of a bus stop and a service centre: the name of the place.'),
  }),
)

export const QueueWait = named(
  'QueueWait',
  z.strictObject({
    isOpen: z.boolean(),
    waiting: z.int().min(0),
    wait: z
      .strictObject({
        half: z.strictObject({ from: z.int(), to: z.int() }),
        most: z.strictObject({ from: z.int(), to: z.int() }),
      })
      .nullable()
      .describe(
        'Minutes: half of all waits lie within `half`, four fifths within `most`; null when it cannot be said.',
      ),
  }),
)

const OpenNow = named(
  'OpenNow',
  z.discriminatedUnion('is', [
    z.strictObject({
      is: z.literal('open'),
      until: Moment,
      again: z
        .strictObject({ from: Moment, until: Moment })
        .nullable()
        .describe('When it is open again on the same day, after a break.'),
    }),
    z.strictObject({ is: z.literal('closed'), opens: Moment.nullable() }),
    z.strictObject({ is: z.literal('unknown') }),
  ]),
)

const OfficeFields = {
  ...OfficeName.shape,
  district: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  municipality: z
    .strictObject({ number: z.string(), name: z.string(), names: z.array(z.string()) })
    .nullable()
    .describe('`names`: in all official languages.'),
  address: z
    .strictObject({
      street: z.string(),
      postalCode: z.string().nullable(),
      postalPlace: z.string().nullable(),
    })
    .nullable()
    .describe('Null where the address is not confirmed.'),
  position: z.strictObject({
    latitude: z.number(),
    longitude: z.number(),
    basis: z.enum(['address', 'place']).describe('`place`: about there.'),
  }),
  phone: z.string().nullable(),
  services: z.array(z.strictObject({ service: z.enum(OFFICE_SERVICES), given: z.enum(GIVEN) })),
  openMonths: z.array(z.int().min(1).max(12)).nullable().describe('Null for a place that is open all year.'),
  isWithoutRoad: z.boolean().describe('No road leads there without a ferry.'),
  hoursBasis: z
    .enum(['source-2022', 'assumed', 'demonstration'])
    .describe('Where the hours are from; `assumed`: an ordinary week that we made up.'),
  openNow: OpenNow,
  earliest: Moment.nullable().describe('The earliest passport time of one adult.'),
  queue: QueueWait.nullable(),
  distanceKm: z.number().nullable().describe('In a straight line from the place that was asked for.'),
}

export const Office = named('Office', z.strictObject(OfficeFields))

export const DayHours = named(
  'DayHours',
  z.strictObject({
    day: Day,
    open: z.array(z.strictObject({ from: Clock, to: Clock })),
    closed: z
      .strictObject({ kind: z.enum(['holiday', 'closure', 'season']), reason: z.string().nullable() })
      .nullable()
      .describe('Why it is closed, whatever its ordinary week says.'),
  }),
)

export const OfficeDetails = named(
  'OfficeDetails',
  z.strictObject({
    ...OfficeFields,
    week: z.array(DayHours).describe('Today and the six days after it.'),
    nearestFor: z.array(z.strictObject({ number: z.string(), name: z.string(), distanceKm: z.number() })),
    busDays: z.array(DayHours).describe('The days on which the bus is there; made up in the demonstration.'),
  }),
)

export const From = named(
  'From',
  z
    .strictObject({
      id: z.string().nullable(),
      name: z.string().nullable(),
      latitude: z.number(),
      longitude: z.number(),
      sameName: z
        .array(z.strictObject({ place: z.string(), name: z.string(), municipality: z.string() }))
        .describe('Smaller places that have the same name; ask again with one of them as `place`.'),
    })
    .describe('What distances are counted from.'),
)

export const Offices = named(
  'Offices',
  z.strictObject({
    from: From.nullable(),
    fits: z.array(Office),
    unknown: z.array(Office).describe('It is not known whether these fit.'),
    total: z.strictObject({ fits: z.int(), unknown: z.int() }),
  }),
)

export const OpeningHours = named(
  'OpeningHours',
  z.strictObject({ office: OfficeName, hoursBasis: OfficeFields.hoursBasis, days: z.array(DayHours) }),
)

export const DayOfAll = named(
  'DayOfAll',
  z.strictObject({
    day: Day,
    offices: z.array(
      z.strictObject({ office: OfficeName, hoursBasis: OfficeFields.hoursBasis, hours: DayHours }),
    ),
  }),
)

export const EarliestTimes = named(
  'EarliestTimes',
  z.strictObject({
    from: From.nullable(),
    service: z.enum(['passport', 'id-card', 'passport-and-id-card']),
    people: z.int(),
    times: z.array(
      z.strictObject({
        office: OfficeName,
        distanceKm: z.number().nullable(),
        earliest: Moment.nullable().describe('Null when nothing is free as far ahead as one can book.'),
      }),
    ),
    total: z.int(),
  }),
)

export const QueueWaits = named(
  'QueueWaits',
  z.strictObject({
    queues: z
      .array(z.strictObject({ office: OfficeName, queue: QueueWait }))
      .describe('Offices whose queue is known; the others are not here.'),
  }),
)

const ServiceFields = {
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  group: z.enum(SERVICE_GROUPS),
  state: z
    .enum(SERVICE_STATES)
    .describe('`here`: the portal does it; `coming`: not yet; `elsewhere`: another authority does it.'),
  page: z.string(),
  start: z.string().nullable().describe('The page where one begins.'),
  version: z.int(),
  reviewBy: Day.describe('After this day what is said may be old.'),
  isReviewLate: z.boolean(),
}

export const Services = named(
  'Services',
  z.strictObject({ language: z.enum(LANGUAGES), services: z.array(z.strictObject(ServiceFields)) }),
)

export const Rule = named(
  'Rule',
  z.strictObject({
    name: z.enum(PUBLISHED),
    ages: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('all') }),
      z.strictObject({ kind: z.literal('range'), from: z.int(), to: z.int() }),
      z.strictObject({ kind: z.enum(['under', 'over']), age: z.int() }),
    ]),
    value: z.number().nullable().describe('Null when it is not known.'),
    unit: z.enum(['NOK', 'years', 'months', 'days', 'minutes', 'km', 'times', 'count']),
    confidence: z.enum(['documented', 'unverified', 'unknown', 'demonstration']),
  }),
)

export const ServiceDetails = named(
  'ServiceDetails',
  z.strictObject({
    ...ServiceFields,
    language: z.enum(LANGUAGES),
    who: z.array(z.string()),
    how: z.array(z.string()),
    need: z.array(z.string()),
    price: z.strictObject({
      kind: z.enum(['none', 'unknown', 'rules']),
      rules: z.array(Rule),
      notes: z.array(z.string()),
    }),
    time: z.strictObject({ rules: z.array(Rule), notes: z.array(z.string()) }),
    after: z.array(z.string()),
    languages: z.array(z.string()),
    ways: z.array(z.enum(WAYS)),
  }),
)

export const Index = named(
  'Index',
  z.strictObject({
    title: z.string(),
    terms: z.string(),
    openapi: z.string(),
    resources: z.array(z.strictObject({ path: z.string(), summary: z.string() })),
  }),
)

export const Problem = named(
  'Problem',
  z.strictObject({
    type: z.string().describe('What is wrong, as an address that stays the same.'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    parameters: z.array(z.strictObject({ name: z.string(), problem: z.string() })).optional(),
    choices: z
      .array(z.strictObject({ place: z.string(), name: z.string(), municipality: z.string() }))
      .optional(),
    reference: z.string().optional(),
  }),
)
