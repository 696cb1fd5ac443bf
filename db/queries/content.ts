import type { Advice, Service } from '#app/domain/content/content.ts'
import { ContentSchema } from '../seed/content/content-schema.ts'
import advice from '../seed/content/advice.json' with { type: 'json' }
import services from '../seed/content/services.json' with { type: 'json' }

/**
 * The pages about services and the advice. They are text that an editor changes together with its words, so they stay in
 * files with a version (docs/decisions/021); a file that is wrong stops the start.
 */
export const CONTENT: { services: readonly Service[]; advice: readonly Advice[] } = ContentSchema.parse({
  services,
  advice,
})
