import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { LEVELS } from '#app/domain/identity/assurance.ts'
import type { Audience } from '#app/domain/identity/session-rules.ts'
import { countAttempt } from '#app/use-cases/count-within.server.ts'
import { returnPathOf } from '#app/use-cases/return-path.server.ts'
import { startLogin } from '#app/use-cases/start-login.server.ts'
import { languageOf } from '../request-language.ts'

/** To the identity provider, and afterwards back to the page that `to` names. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = languageOf(params)
  const url = new URL(request.url)
  const audience: Audience = url.pathname.split('/')[2] === 'staff' ? 'staff' : 'citizen'
  const home = `/${language}/${audience === 'staff' ? 'staff' : 'me'}`
  const { identity, cookies, settings } = context
  const atBase = baseAddressOf(url, settings.baseUrl)
  if (atBase !== null) return redirect(atBase)
  const returnTo = returnPathOf(url.searchParams.get('to')) ?? home
  const { portal, visit } = context
  const counted = await countAttempt(portal, { limit: 'logins', visitor: visit.visitor })
  if (!counted.ok) {
    visit.refused = 'logins'
    // This address has no page of its own to say it on.
    const wait = String(counted.retryAfterSeconds)
    return redirect(failedPath(language, { why: 'too-many', audience, to: returnTo, wait }))
  }
  const begun = await startLogin(identity, {
    ...{ audience, language, returnTo },
    level: LEVELS.find((level) => level === url.searchParams.get('level')) ?? 'substantial',
    browser: cookies.read(request.headers.get('Cookie'), 'login'),
  })
  if (!begun) return redirect(failedPath(language, { why: 'away', audience, to: returnTo }))
  return redirect(begun.address, { headers: { 'Set-Cookie': cookies.set('login', begun.browser) } })
}

const AT_BASE = 'at-base'

/**
 * Where a login goes on that was begun at another address of the same portal (127.0.0.1 for localhost): the provider
 * sends people back to the base address, which would not know their browser. Null when they are there, or have been
 * sent there before: a proxy may show us another host than they see.
 */
export function baseAddressOf(url: URL, baseUrl: string): string | null {
  if (url.host === new URL(baseUrl).host || url.searchParams.has(AT_BASE)) return null
  const address = new URL(baseUrl)
  // Not read together: a path may begin like the name of another host.
  address.pathname = url.pathname
  address.search = url.search
  address.searchParams.set(AT_BASE, 'yes')
  return address.href
}

/** The page that says why nobody was logged in. */
export function failedPath(
  language: string,
  { why, audience, to, ...more }: { why: string; audience: Audience; to: string; wait?: string },
): string {
  const search = new URLSearchParams({ why, who: audience, to, ...more })
  return `/${language}/login/failed?${search}`
}
