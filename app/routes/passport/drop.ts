import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { cancelAppointment } from '#app/use-cases/cancel-appointment.server.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { findChanged } from '#app/use-cases/find-changed.server.ts'
import { appointmentOf, secretParameter } from '../appointments/personal-link.ts'
import { languageOf } from '../request-language.ts'
import { secretOrNull } from './booking-steps.server.ts'

/**
 * "Keep the appointment as it is": gives the held time back and shows the appointment that stays, also when the hold
 * has been forgotten meanwhile.
 */
export async function action({ request, params, context: { portal } }: ActionFunctionArgs) {
  const change = secretOrNull(new URL(request.url).searchParams.get('change'))
  const isForgotten = (await findAppointment(portal, params.secret ?? '')) === null
  if (isForgotten && change) return redirect(`/${languageOf(params)}/appointments/${change}`)
  const { appointment, secret } = await appointmentOf(portal, params)
  const changed = await findChanged(portal, appointment)
  if (changed && appointment.status === 'held') await cancelAppointment(portal, secret)
  return redirect(`/${languageOf(params)}/appointments/${changed?.secret ?? secret}`)
}

/** A reload of this address shows the page it belongs to. */
export async function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/${languageOf(params)}/passport/book/${secretParameter(params)}/review`)
}
