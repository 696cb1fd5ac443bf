import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import type { Audience } from '#app/domain/identity/session-rules.ts'
import { endSession, endSessionsOf } from '#app/use-cases/session.server.ts'
import { languageOf } from '../request-language.ts'

/** Somebody who opens the address itself is not logged out by that: a link must not change anything. */
export async function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/${languageOf(params)}`)
}

/** What lies in the browser goes with the session: pages that Back would show, whatever a script has stored. */
const CLEAR = '"cache", "storage"'

/** Logs out here and at the provider; with `everywhere` on all the person's devices. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = languageOf(params)
  const audience: Audience = new URL(request.url).pathname.split('/')[2] === 'staff' ? 'staff' : 'citizen'
  const { identity, cookies, loggedIn } = context
  const isEverywhere = (await request.formData()).has('everywhere')
  const session = loggedIn[audience]?.session
  const headers = { 'Set-Cookie': cookies.clear(audience), 'Clear-Site-Data': CLEAR }
  const done = `/${language}/logged-out${audience === 'staff' ? '?who=staff' : ''}`
  if (!session) return redirect(done, { headers })
  if (isEverywhere) await endSessionsOf(identity, session)
  else await endSession(identity, session)
  const { idToken } = session
  const provider = await identity.providers[audience].logoutAddress({ idToken, language })
  return redirect(provider ?? done, { headers })
}
