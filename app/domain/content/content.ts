import type { PublishedName } from '../rules/published-rules.ts'

/** What the list of services is sorted by, in the order in which it is read. */
export const SERVICE_GROUPS = ['find-your-way', 'travel', 'tell-us', 'apply', 'take-part'] as const
export type ServiceGroup = (typeof SERVICE_GROUPS)[number]

/** Ways to us that are always there, whatever the portal can do. */
export const WAYS = ['emergency', 'text-telephone', 'call', 'office', 'write', 'guide'] as const
export type Way = (typeof WAYS)[number]

/**
 * - `here`: the portal does it, at `flow`.
 * - `coming`: not yet; until then one of the ways is used.
 * - `elsewhere`: another authority does it, and we only show the way.
 */
export const SERVICE_STATES = ['here', 'coming', 'elsewhere'] as const
export type ServiceState = (typeof SERVICE_STATES)[number]

/** What is said about languages; the sentences are the same on every page. */
export const LANGUAGE_FACTS = ['page', 'interpreter', 'answer', 'ask'] as const
export type LanguageFact = (typeof LANGUAGE_FACTS)[number]

/** What every page of content has, so that it is looked at again in time. */
export type Reviewed = {
  /** Kebab-case, the last part of its address unless it is sensitive. */
  id: string
  version: number
  /** YYYY-MM-DD: on the day after it is late. */
  reviewBy: string
  /** Where its facts are from, for the editors. */
  sources: readonly string[]
  /** Somebody near may look on: a way to leave quickly, a title that says nothing, no trace in the browser's store. */
  isSensitive: boolean
  /** Of a sensitive page, the last part of its address: it stays in the list of pages that were visited. Else null. */
  neutralPath: string | null
}

/** What a page leads on to, by id. */
export type Related = { services: readonly string[]; advice: readonly string[] }

/** A service as data; its words are texts (locales/…/services.json). No fee and no length stands here: those are rules. */
export type Service = Reviewed & {
  /** The row of domain.md §2 that it works off. */
  row: number
  group: ServiceGroup
  state: ServiceState
  /** Where one begins, without the language: '/guide'. */
  flow: string | null
  /** More that the portal does for it; each has words of its own. */
  also: readonly string[]
  ways: readonly Way[]
  /** `none`: we take no money for it. `rules`: what the rules of the price say today. */
  price: 'none' | 'unknown' | 'rules'
  priceRules: readonly PublishedName[]
  timeRules: readonly PublishedName[]
  languages: readonly LanguageFact[]
  related: Related
}

/** A page of advice as data; its words are texts (locales/…/advice.json). */
export type Advice = Reviewed & {
  ways: readonly Way[]
  related: Related
}
