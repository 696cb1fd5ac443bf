import { z } from 'zod'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { findService, listServices, type ListedService } from '#app/use-cases/services.server.ts'
import { aProblem } from './api-answer.ts'
import { apiResource, type ApiResource } from './api-resource.ts'
import { ServiceDetails, Services } from './open-data-schemas.ts'

const language = z.enum(LANGUAGES).default('nb').describe('The language of titles and texts.')

/** The catalogue of services, from the same texts as its pages. */
export const SERVICE_RESOURCES: readonly ApiResource[] = [
  apiResource({
    path: '/services',
    operationId: 'listServices',
    summary: 'What the police do for people',
    description: 'All services, whether the portal does them yet or says how they are done until then.',
    keptSeconds: 300,
    parameters: z.strictObject({ language }),
    answer: Services,
    examples: [{ summary: 'In nynorsk', parameters: { language: 'nn' } }],
    async read(portal, { language }) {
      return { ok: true, body: { language, services: listServices(portal, language).map(serviceJson) } }
    },
  }),
  apiResource({
    path: '/services/{service}',
    operationId: 'readService',
    summary: 'One service: who it is for, how, what it takes',
    description: 'The same texts as on its page, and the fees and lengths that hold today.',
    keptSeconds: 300,
    parameters: z.strictObject({
      service: z
        .string()
        .regex(/^[a-z0-9-]{1,80}$/, 'Letters a–z, digits and hyphens.')
        .describe('The id of a service.'),
      language,
    }),
    answer: ServiceDetails,
    examples: [
      {
        summary: 'Passport and ID card in English',
        parameters: { service: 'passport-and-id-card', language: 'en' },
      },
    ],
    async read(portal, { service: id, language }) {
      const service = findService(portal, id, language)
      if (!service) {
        return aProblem('unknown-service', {
          ...{ status: 404, title: 'There is no such service' },
          detail: `No service has the id ${id}. All ids are in /api/v1/services.`,
        })
      }
      const { who, how, need, price, time, after, languages, ways } = service
      return {
        ok: true,
        body: {
          ...serviceJson(service),
          ...{ language, who, how, need, price, time, after, languages, ways: [...ways] },
        },
      }
    },
  }),
]

function serviceJson(service: ListedService): z.infer<typeof Services>['services'][number] {
  const { id, title, summary, group, state, path, flow, version, reviewBy, isReviewLate } = service
  return { id, title, summary, group, state, page: path, start: flow, version, reviewBy, isReviewLate }
}
