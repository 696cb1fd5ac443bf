import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { isLanguage } from '#app/i18n/languages.ts'
import { requestLanguage } from '../request-language.ts'

/** Where the provider sends people who have logged out; it gives back the language that we gave along as `state`. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams, pathname } = new URL(request.url)
  const state = searchParams.get('state') ?? undefined
  const language = isLanguage(state) ? state : requestLanguage(request)
  return redirect(`/${language}/logged-out${pathname.startsWith('/login/staff/') ? '?who=staff' : ''}`)
}
