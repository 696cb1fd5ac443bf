import { z } from 'zod'
import type { ApiResource } from './api-resource.ts'
import { NAMED_SCHEMAS, Problem } from './open-data-schemas.ts'
import { API, RESOURCES, TERMS } from './resources.ts'

const VERSION = '1.0.0'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of the open data, made from what answers are checked by. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Første kontakt: open data',
      version: VERSION,
      summary: 'Offices, opening hours, earliest times and queues of the Norwegian police.',
      description:
        'Read-only and without personal data. Anybody may use it, from programs and from pages of other sites. Answers may be kept for the seconds that Cache-Control says, and asked for again with If-None-Match. In the demonstration times and queues are made up. Where the data is from and whom to name stands on /en/about-data; the rights to the list of offices are not cleared yet.',
      termsOfService: TERMS,
    },
    servers: [{ url: API }],
    paths: Object.fromEntries(RESOURCES.map((resource) => [resource.path, { get: operationOf(resource) }])),
    components: { schemas: namedSchemas() },
  }
}

function operationOf({
  operationId,
  summary,
  description,
  parameters,
  answer,
  path,
  examples,
}: ApiResource): Json {
  const { properties = {} } = z.toJSONSchema(parameters, { io: 'output' })
  return {
    operationId,
    summary,
    description,
    parameters: Object.entries(properties).map(([name, schema]) =>
      parameterOf(name, schema, { path, examples }),
    ),
    responses: {
      200: {
        description: summary,
        headers: {
          ETag: { description: 'Send it back in If-None-Match.', schema: { type: 'string' } },
          'Cache-Control': {
            description: 'For how long the answer may be kept.',
            schema: { type: 'string' },
          },
          'RateLimit-Policy': {
            description: 'So many (q) in so many seconds (w).',
            schema: { type: 'string' },
          },
        },
        content: { 'application/json': { schema: referenceTo(answer) } },
      },
      304: { description: 'Nothing has changed since the answer whose ETag was sent.' },
      ...Object.fromEntries(
        [
          [400, 'The question cannot be answered as it is written.'],
          [404, 'There is nothing here.'],
          [429, 'Too many questions: Retry-After says how many seconds to wait.'],
          [503, 'The portal is away for a moment: Retry-After says for how long.'],
        ].map(([status, description]) => [
          status,
          { description, content: { 'application/problem+json': { schema: referenceTo(Problem) } } },
        ]),
      ),
    },
  }
}

/** A parameter with the value that it has in each example. */
function parameterOf(
  name: string,
  schema: unknown,
  { path, examples }: Pick<ApiResource, 'path' | 'examples'>,
): Json {
  const isInPath = path.includes(`{${name}}`)
  const described = z.looseObject({ description: z.string().optional() }).parse(schema)
  const { description, ...rest } = described
  const isNumber = rest.type === 'integer' || rest.type === 'number'
  const values = examples.flatMap(({ summary, parameters }) => {
    const value = parameters[name]
    return value === undefined ? [] : [[summary, { value: isNumber ? Number(value) : value }] as const]
  })
  return {
    name,
    in: isInPath ? 'path' : 'query',
    ...(isInPath ? { required: true } : {}),
    ...(description === undefined ? {} : { description }),
    schema: rest,
    ...(values.length > 0
      ? {
          examples: Object.fromEntries(
            values.map(([summary, value]) => [exampleName(summary), { summary, ...value }]),
          ),
        }
      : {}),
  }
}

/** "Over Christmas" is called over-christmas. */
function exampleName(summary: string): string {
  return summary
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
}

function referenceTo(schema: z.ZodType): Json {
  const id = NAMED_SCHEMAS.get(schema)?.id
  if (id === undefined) throw new Error('What is answered must have a name in the document')
  return { $ref: addressOf(id) }
}

function addressOf(id: string): string {
  return `#/components/schemas/${id}`
}

/** Without `$id` and `$schema`: in the document a schema is where it stands. */
function namedSchemas(): Json {
  const { schemas } = z.toJSONSchema(NAMED_SCHEMAS, { uri: addressOf })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]),
  )
}
