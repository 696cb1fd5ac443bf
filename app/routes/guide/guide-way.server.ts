import { redirect, type AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import { NEEDS, type NeedId } from '#app/domain/channels/need.ts'
import { QUESTIONS } from '#app/domain/channels/question.ts'
import type { Language } from '#app/i18n/languages.ts'
import { isAnySensitive, guideStep } from '#app/use-cases/guide-step.server.ts'
import { randomSecret } from '#app/use-cases/session.server.ts'
import { languageOf } from '../request-language.ts'

/** What somebody has told the guide. `at`: the id of a place that they named; `to`: the way that a link leads to. */
export type GuideState = {
  need: NeedId | null
  found: readonly NeedId[]
  answers: Readonly<Record<string, readonly string[]>>
  at: string | null
  to: string | null
}

export const NOTHING_SAID: GuideState = { need: null, found: [], answers: {}, at: null, to: null }

/** The pages of a way through the guide. */
export type GuidePage = 'found' | 'question' | 'outcome' | 'go' | 'place'

type Arguments = {
  request: Request
  params: { language?: string; way?: string }
  context: Pick<AppLoadContext, 'portal' | 'identity' | 'cookies'>
}

/** The word that stands for a sealed way where else a need does. */
const SEALED = 'way'

const Sealed = z.strictObject({
  need: z.enum(NEEDS).nullable(),
  found: z.array(z.enum(NEEDS)),
  answers: z.record(z.string(), z.array(z.string())),
  at: z.string().nullable(),
  to: z.string().nullable(),
})

/**
 * Reads what the address says and makes the next ones. Where anything in it is sensitive it is sealed, and opens only with
 * a cookie that leaving deletes (security.md, threat 25); else it is plain, so that it can be kept and shared.
 */
export function guideWay({ request, params, context: { portal, identity, cookies } }: Arguments) {
  const language = languageOf(params)
  const url = new URL(request.url)
  const held = cookies.read(request.headers.get('Cookie'), 'way')
  const secret = held ?? randomSecret(identity)
  const headers = new Headers()

  /** A page has several links with the same answers. */
  const known = new Map<GuideState['answers'], boolean>()
  function isSensitive({ need, found, answers }: GuideState): boolean {
    if (need === null) return isAnySensitive(portal, found)
    const is = known.get(answers) ?? guideStep(portal, need, answers).isSensitive
    known.set(answers, is)
    return is
  }

  /** Only a link to go on has a way that it leads to: the pages after it are the same for all. */
  function pathTo(page: GuidePage, said: GuideState): string {
    const state = page === 'go' ? said : { ...said, to: null }
    if (!isSensitive(state)) return plainPath(language, page, state)
    if (!held) headers.set('Set-Cookie', cookies.set('way', secret))
    const search = new URLSearchParams({ key: identity.seal.close(JSON.stringify(state), secret) })
    return `${basePath(language, page, SEALED)}?${search}`
  }

  function read(): GuideState | null {
    const key = url.searchParams.get('key')
    if (key === null) return readPlain(params.way, url.searchParams)
    const opened = held && identity.seal.open(key, held)
    return opened ? (Sealed.safeParse(JSON.parse(opened)).data ?? null) : null
  }

  return {
    language,
    headers,
    /** Whether this very address is sealed. */
    isSealed: url.searchParams.has('key'),
    isSensitive,
    pathTo,
    /**
     * What the address says.
     * @throws {Response} to the beginning, when it is closed or says nothing; to the sealed address of what is sensitive
     */
    state(page: GuidePage): GuideState {
      const state = read()
      if (!state) throw redirect(`/${language}/guide`)
      if (!url.searchParams.has('key') && isSensitive(state)) throw this.leadTo(page, state)
      return state
    },
    /** The way on, with the cookie if it is new. */
    leadTo(page: GuidePage, state: GuideState): Response {
      const path = pathTo(page, state)
      return redirect(path, { headers })
    },
  }
}

function basePath(language: Language, page: GuidePage, way: string): string {
  if (page === 'found') return `/${language}/guide/found`
  return `/${language}/guide/${way}${page === 'question' ? '' : `/${page}`}`
}

function plainPath(
  language: Language,
  page: GuidePage,
  { need, found, answers, at, to }: GuideState,
): string {
  const search = new URLSearchParams()
  for (const one of found) search.append('need', one)
  for (const [question, given] of Object.entries(answers)) {
    // A question that is answered with nothing was answered all the same.
    for (const answer of given.length > 0 ? given : ['']) search.append(question, answer)
  }
  if (at) search.set('at', at)
  if (to) search.set('to', to)
  const path = basePath(language, page, need ?? '')
  return search.size > 0 ? `${path}?${search}` : path
}

function readPlain(way: string | undefined, search: URLSearchParams): GuideState | null {
  const isKnown = (text: string | undefined): text is NeedId => NEEDS.some((need) => need === text)
  if (way !== undefined && !isKnown(way)) return null
  const given = QUESTIONS.filter((question) => search.has(question)).map(
    (question) => [question, search.getAll(question).filter((answer) => answer !== '')] as const,
  )
  return {
    need: way ?? null,
    found: search.getAll('need').filter(isKnown).slice(0, NEEDS.length),
    answers: Object.fromEntries(given),
    at: search.get('at'),
    to: search.get('to'),
  }
}
