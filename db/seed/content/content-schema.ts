import { z } from 'zod'
import { LANGUAGE_FACTS, SERVICE_GROUPS, SERVICE_STATES, WAYS } from '#app/domain/content/content.ts'
import { PUBLISHED } from '#app/domain/rules/published-rules.ts'

const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be kebab-case')
const path = z.string().regex(/^(\/[a-z-]+)+$/, 'must be an address without its language')
const related = z.strictObject({ services: z.array(id), advice: z.array(id) })
const ways = z.array(z.enum(WAYS)).min(1)
const reviewed = {
  id,
  version: z.int().min(1),
  reviewBy: z.iso.date(),
  sources: z.array(z.string().min(1)).min(1),
  isSensitive: z.boolean(),
  neutralPath: z
    .string()
    .regex(/^page-\d+$/, 'must say nothing')
    .nullable()
    .default(null),
}

function isHidden({
  isSensitive,
  neutralPath,
}: {
  isSensitive: boolean
  neutralPath: string | null
}): boolean {
  return isSensitive === (neutralPath !== null)
}

const HIDDEN = { error: 'a sensitive page has an address that says nothing, and no other page has one' }

const ServiceSchema = z
  .strictObject({
    ...reviewed,
    row: z.int().min(1),
    group: z.enum(SERVICE_GROUPS),
    state: z.enum(SERVICE_STATES),
    flow: path.nullable(),
    also: z.array(path),
    ways,
    price: z.enum(['none', 'unknown', 'rules']),
    priceRules: z.array(z.enum(PUBLISHED)),
    timeRules: z.array(z.enum(PUBLISHED)),
    languages: z.array(z.enum(LANGUAGE_FACTS)).min(1),
    related,
  })
  .refine(({ state, flow }) => (state === 'here') === (flow !== null), {
    error: 'what the portal does has an address to begin at, and nothing else has',
  })
  .refine(({ price, priceRules }) => (price === 'rules') === priceRules.length > 0, {
    error: 'a price by rules names them',
  })
  .refine(isHidden, HIDDEN)

const AdviceSchema = z.strictObject({ ...reviewed, ways, related }).refine(isHidden, HIDDEN)

/** The files services.json and advice.json beside this one, together. */
export const ContentSchema = z
  .strictObject({ services: z.array(ServiceSchema).min(1), advice: z.array(AdviceSchema).min(1) })
  .superRefine(({ services, advice }, context) => {
    const pages = { services, advice }
    const known = { services: services.map(({ id }) => id), advice: advice.map(({ id }) => id) }
    for (const kind of ['services', 'advice'] as const) {
      const twice = known[kind].find((id, index) => known[kind].indexOf(id) !== index)
      if (twice) context.addIssue(`${twice} stands twice`)
      const paths = pages[kind].flatMap(({ neutralPath }) => neutralPath ?? [])
      if (new Set(paths).size < paths.length) context.addIssue(`two pages of ${kind} have one address`)
      for (const { id, related } of [...services, ...advice]) {
        const nowhere = related[kind].find((other) => !known[kind].includes(other) || other === id)
        if (nowhere) context.addIssue(`${id} leads on to ${nowhere}, which is no other page`)
      }
    }
  })
