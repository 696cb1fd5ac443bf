import { CONTENT } from '#db/queries/content.ts'
import type { Related, Reviewed } from '#app/domain/content/content.ts'
import type { MessageLanguage } from '#app/domain/scheduling/appointment.ts'
import { adviceTitle } from '#app/server/content/advice-words.ts'
import { serviceTitle } from '#app/server/content/service-words.ts'

/** A page that one may go on to, in the language that was asked for; the address has its language. */
export type PageLink = { id: string; path: string; title: string; summary: string }

/** The pages that one leads on to, services first. */
export function relatedPages(related: Related, language: MessageLanguage): PageLink[] {
  return [
    ...related.services.map((id) => serviceLink(id, language)),
    ...related.advice.map((id) => adviceLink(id, language)),
  ]
}

export function serviceLink(id: string, language: MessageLanguage): PageLink {
  return {
    id,
    path: `/${language}/services/${lastPart(CONTENT.services, id)}`,
    ...serviceTitle(id, language),
  }
}

export function adviceLink(id: string, language: MessageLanguage): PageLink {
  return { id, path: `/${language}/advice/${lastPart(CONTENT.advice, id)}`, ...adviceTitle(id, language) }
}

/** The page that an address names: by its id, or by the neutral path that it is led on to. */
export function pageNamed<Page extends Reviewed>(pages: readonly Page[], name: string): Page | undefined {
  return pages.find(({ id, neutralPath }) => name === id || name === neutralPath)
}

function lastPart(pages: readonly Reviewed[], id: string): string {
  return pages.find((page) => page.id === id)?.neutralPath ?? id
}
