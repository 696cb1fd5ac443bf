import { CONTENT } from '#db/queries/content.ts'
import { SERVICE_GROUPS, type Service, type ServiceGroup } from '#app/domain/content/content.ts'
import { isReviewLate } from '#app/domain/content/is-review-late.ts'
import type { PublishedRule } from '#app/domain/rules/published-rules.ts'
import type { MessageLanguage } from '#app/domain/scheduling/appointment.ts'
import { serviceWords, type ServiceWords } from '#app/server/content/service-words.ts'
import { todayOf, type Portal } from './portal.server.ts'
import { adviceLink, pageNamed, relatedPages, serviceLink, type PageLink } from './related-pages.server.ts'
import { rulesInForce } from './rules-in-force.server.ts'

/** A service in a list. All addresses have their language. */
export type ListedService = PageLink &
  Pick<Service, 'row' | 'group' | 'state' | 'flow' | 'version' | 'reviewBy'> & {
    /** The day of its review has passed: what it says may be old. */
    isReviewLate: boolean
  }

/** A service with all that its page says, and the rules that hold today. */
export type FoundService = ListedService &
  Omit<ServiceWords, 'also' | 'price' | 'time'> &
  Pick<Service, 'ways' | 'sources' | 'isSensitive'> & {
    /** `rules`: fees with their ages and how sure they are; `notes`: what is to be said of it. */
    price: { kind: Service['price']; rules: PublishedRule[]; notes: string[] }
    /** `rules`: how long it takes at the counter. */
    time: { rules: PublishedRule[]; notes: string[] }
    also: { path: string; title: string }[]
    related: PageLink[]
  }

/** All services in a language, in the order of their groups. */
export function listServices({ clock }: Pick<Portal, 'clock'>, language: MessageLanguage): ListedService[] {
  const today = todayOf(clock)
  const rank = (group: ServiceGroup) => SERVICE_GROUPS.indexOf(group)
  return CONTENT.services
    .toSorted((one, other) => rank(one.group) - rank(other.group))
    .map((service) => listed(service, language, today))
}

/** One service in a language with what it costs and takes today; by its id or its neutral path; null when there is none. */
export function findService(
  portal: Pick<Portal, 'catalogue' | 'clock'>,
  name: string,
  language: MessageLanguage,
): FoundService | null {
  const service = pageNamed(CONTENT.services, name)
  if (!service) return null
  const { ways, sources, isSensitive, also, related, price, priceRules, timeRules } = service
  const words = serviceWords(service, language)
  const rules = rulesInForce(portal)
  const pick = (names: readonly string[]) => rules.filter(({ name }) => names.includes(name))
  return {
    ...words,
    ...listed(service, language, todayOf(portal.clock)),
    ...{ ways, sources, isSensitive },
    price: { kind: price, rules: pick(priceRules), notes: words.price },
    time: { rules: pick(timeRules), notes: words.time },
    also: also.map((path, item) => ({ path: `/${language}${path}`, title: words.also[item] ?? path })),
    related: relatedPages(related, language),
  }
}

function listed(service: Service, language: MessageLanguage, today: Temporal.PlainDate): ListedService {
  const { id, row, group, state, flow, version, reviewBy } = service
  return {
    ...serviceLink(id, language),
    ...{ row, group, state, version, reviewBy },
    flow: flow === null ? null : flowPath(flow, language),
    isReviewLate: isReviewLate(service, today),
  }
}

/** Of a page of advice straight to its own address, which may be neutral: an address in between would be one more trace. */
function flowPath(flow: string, language: MessageLanguage): string {
  const advice = /^\/advice\/(.+)$/.exec(flow)?.[1]
  return advice === undefined ? `/${language}${flow}` : adviceLink(advice, language).path
}
