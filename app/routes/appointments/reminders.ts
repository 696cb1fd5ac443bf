import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { resumeReminders } from '#app/use-cases/resume-reminders.server.ts'
import { stopReminders } from '#app/use-cases/stop-reminders.server.ts'
import { writtenDownFor } from '#app/use-cases/written-down-for.server.ts'
import { staffHelping } from '../logged-in.ts'
import { languageOf } from '../request-language.ts'
import { unknownAppointment } from './personal-link.ts'

/** A link must not change anything: the address itself leads to the appointment. */
export async function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/${languageOf(params)}/appointments/${params.secret}`)
}

/** No more reminders of this appointment, or reminders after all. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { portal } = context
  const member = staffHelping(context, 'serve-queue')
  const secret = params.secret ?? ''
  const resumes = (await request.formData()).get('then') === 'resume'
  const done = resumes
    ? await resumeReminders(portal, secret, writtenDownFor(portal, member, 'reminders-resumed-for'))
    : await stopReminders(portal, secret, writtenDownFor(portal, member, 'reminders-stopped-for'))
  if (!done.ok && done.reason === 'unknown-appointment') throw unknownAppointment()
  const told = resumes ? 'reminders' : 'no-reminders'
  return redirect(`/${languageOf(params)}/appointments/${secret}?told=${told}`)
}
