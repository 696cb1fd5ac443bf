import type { ParseKeys } from 'i18next'
import type { NAMESPACES, Translate } from '#app/i18n/i18n.ts'
import { z } from 'zod'

export type TextKey = ParseKeys<typeof NAMESPACES>

/** What a route tells the shell about its page. */
export type PageHandle = {
  /** The page's part of the title; what was loaded may name another as `titleKey`. */
  title: TextKey
  service?: TextKey
  /** Where the page stands in a journey. */
  step?: { step: number; of: number }
  /** Names of enhancement modules that the page loads; what was loaded may name others as `enhancements`. */
  enhancements?: readonly string[]
  /** A screen on a wall: without the header, the notice and the footer of the others. */
  isBare?: boolean
  /** True for pages that hydrate (staff); citizen pages have no script. */
  scripts?: boolean
  /** True for screens that use the whole width of the window; pages to read are one column of text. */
  isWide?: boolean
}

/** The router gives handles as unknown; every handle of ours has a title. */
export function isPageHandle(handle: unknown): handle is PageHandle {
  return typeof handle === 'object' && handle !== null && 'title' in handle
}

/** A page that has several states loads the key of its title, what is put into it, and its step with its data. */
const LoadedTitle = z.object({
  titleKey: z.custom<TextKey>((key) => typeof key === 'string').optional(),
  titleOptions: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  step: z.object({ step: z.number(), of: z.number() }).optional(),
})

/** Whether what was loaded is for a screen that many use: the shell around it then leads nowhere else. */
export function isWallPage(data: unknown): boolean {
  return z.object({ isWall: z.literal(true) }).safeParse(data).success
}

/** The names of the enhancement modules of a page. */
export function enhancementsOf(handle: PageHandle | undefined, data: unknown): readonly string[] {
  const loaded = z.object({ enhancements: z.array(z.string()) }).safeParse(data).data
  return loaded?.enhancements ?? handle?.enhancements ?? []
}

/** "Feil: Hvem skal ha pass? – steg 1 av 6 – Pass og ID-kort – Første kontakt". */
export function pageTitle(
  handle: PageHandle | undefined,
  data: unknown,
  { t, formFailed }: { t: Translate; formFailed: boolean },
): string {
  const loaded = LoadedTitle.safeParse(data).data
  const step = loaded?.step ?? handle?.step
  const parts = [
    handle && t(loaded?.titleKey ?? handle.title, { ...loaded?.titleOptions }),
    step && t('common:title.step', step),
    handle?.service && t(handle.service),
    t('common:portalName'),
  ]
  const title = joinTitle(parts)
  return formFailed ? `${t('common:title.error')} ${title}` : title
}

/** The parts of a title, as they are read in the list of windows. */
export function joinTitle(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' – ')
}
