import { z } from 'zod'
import { apiResource, type ApiResource } from './api-resource.ts'
import { OFFICE_RESOURCES } from './office-resources.ts'
import { Index } from './open-data-schemas.ts'
import { SERVICE_RESOURCES } from './service-resources.ts'
import { TIME_RESOURCES } from './time-resources.ts'

/** Where the open data begins. */
export const API = '/api/v1'

/** Where the data is from, how sure it is, and whom to name. */
export const TERMS = '/en/about-data'

const DATA: readonly ApiResource[] = [...SERVICE_RESOURCES, ...OFFICE_RESOURCES, ...TIME_RESOURCES]

/** Everything that can be read from the open data. */
export const RESOURCES: readonly ApiResource[] = [
  apiResource({
    path: '/',
    operationId: 'readIndex',
    summary: 'What there is to read',
    description: 'All resources of the open data, and where they are described.',
    keptSeconds: 300,
    parameters: z.strictObject({}),
    answer: Index,
    examples: [{ summary: 'The beginning', parameters: {} }],
    async read() {
      return {
        ok: true,
        body: {
          title: 'Første kontakt: open data',
          terms: TERMS,
          openapi: `${API}/openapi.json`,
          resources: DATA.map(({ path, summary }) => ({ path: `${API}${path}`, summary })),
        },
      }
    },
  }),
  ...DATA,
]
