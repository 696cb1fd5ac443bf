import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { stopReminders } from '#app/use-cases/stop-reminders.server.ts'
import { writtenDownFor } from '#app/use-cases/written-down-for.server.ts'
import { staffHelping } from '../logged-in.ts'
import { languageOf } from '../request-language.ts'
import { unknownAppointment } from './personal-link.ts'

/** A link must not change anything: the address itself leads to the appointment. */
export async function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/${languageOf(params)}/appointments/${params.secret}`)
}

/** No more reminders of this appointment. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { portal } = context
  const member = staffHelping(context, 'serve-queue')
  const stopped = await stopReminders(
    portal,
    params.secret ?? '',
    writtenDownFor(portal, member, 'reminders-stopped-for'),
  )
  if (!stopped.ok && stopped.reason === 'unknown-appointment') throw unknownAppointment()
  return redirect(`/${languageOf(params)}/appointments/${params.secret}?told=no-reminders`)
}
