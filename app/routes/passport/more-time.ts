import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { renewHold } from '#app/use-cases/renew-hold.server.ts'
import { secretParameter } from '../appointments/personal-link.ts'
import { languageOf } from '../request-language.ts'
import { afterRefusal } from './held-appointment.ts'

/**
 * "More time" on the review page: renews the hold, and the page says so. The contact page does it in its own form, which
 * keeps what is typed.
 */
export async function action({ params, context: { portal } }: ActionFunctionArgs) {
  const language = languageOf(params)
  const renewed = await renewHold(portal, params.secret ?? '')
  if (!renewed.ok) return afterRefusal(portal, params, { language, reason: renewed.reason })
  return redirect(`/${language}/passport/book/${params.secret}/review?told=more-time`)
}

/** A reload of this address shows the page it belongs to. */
export async function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/${languageOf(params)}/passport/book/${secretParameter(params)}/review`)
}
