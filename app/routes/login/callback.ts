import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import type { Audience } from '#app/domain/identity/session-rules.ts'
import { finishLogin } from '#app/use-cases/finish-login.server.ts'
import { requestLanguage } from '../request-language.ts'
import { failedPath } from './start.ts'

/** Where the identity provider sends people back to. Each provider has an address of its own: none answers for another. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const callback = new URL(request.url)
  const audience: Audience = callback.pathname.startsWith('/login/staff/') ? 'staff' : 'citizen'
  const { identity, cookies } = context
  const header = request.headers.get('Cookie')
  const language = requestLanguage(request)
  const answer = await finishLogin(identity, {
    ...{ audience, callback },
    browser: cookies.read(header, 'login'),
    session: cookies.read(header, audience),
  })
  if (answer.ok) {
    const { returnTo } = answer.attempt
    return redirect(returnTo, { headers: { 'Set-Cookie': cookies.set(audience, answer.secret) } })
  }
  const { returnTo: to, language: chosen } =
    answer.reason === 'unknown-attempt'
      ? { returnTo: `/${language}/${audience === 'staff' ? 'staff' : 'me'}`, language }
      : answer.attempt
  return redirect(failedPath(chosen, { why: answer.reason, audience, to }))
}
