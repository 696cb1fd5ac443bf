import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { renewHold } from '#app/use-cases/renew-hold.server.ts'
import { languageOf } from '../request-language.ts'
import { afterRefusal } from './held-appointment.ts'

/** "More time": renews the hold and goes back to the page it was asked on. */
export async function action({ request, params, context: { portal } }: ActionFunctionArgs) {
  const language = languageOf(params)
  const page = (await request.formData()).get('page') === 'review' ? 'review' : 'contact'
  const renewed = await renewHold(portal, params.secret ?? '')
  if (!renewed.ok) return afterRefusal(portal, params, { language, reason: renewed.reason })
  return redirect(`/${language}/passport/book/${params.secret}/${page}`)
}

/** A reload of this address shows the page it belongs to. */
export async function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/${languageOf(params)}/passport/book/${params.secret}/contact`)
}
