import { Button, Link, Paragraph } from '@digdir/designsystemet-react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { tickAt } from '#app/domain/time/tick.ts'
import { cancelAppointment } from '#app/use-cases/cancel-appointment.server.ts'
import { writtenDownFor } from '#app/use-cases/written-down-for.server.ts'
import { staffHelping } from '../logged-in.ts'
import { languageOf } from '../request-language.ts'
import { appointmentOf, describeAppointment, unknownAppointment } from './personal-link.ts'

export const handle = {
  title: 'appointments:cancel.title',
  service: 'appointments:service',
} satisfies PageHandle

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { portal } = context
  const language = languageOf(params)
  const { appointment, secret } = await appointmentOf(portal, params)
  if (appointment.status !== 'confirmed') throw redirect(`/${language}/appointments/${secret}`)
  const { moment, officeName, startTick } = describeAppointment(portal, appointment, language)
  return {
    secret,
    moment,
    officeName,
    tooLate: startTick <= tickAt(portal.clock.now()),
  }
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { portal } = context
  const member = staffHelping(context, 'serve-queue')
  const path = `/${languageOf(params)}/appointments/${params.secret}`
  const cancelled = await cancelAppointment(
    portal,
    params.secret ?? '',
    writtenDownFor(portal, member, 'appointment-cancelled-for'),
  )
  if (!cancelled.ok && cancelled.reason === 'unknown-appointment') throw unknownAppointment()
  return redirect(cancelled.ok ? path : `${path}/cancel`)
}

/** Asks once before an appointment is cancelled; the page that follows can undo it. */
export default function Cancel() {
  const { secret, moment, officeName, tooLate } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  const path = `/${language}/appointments/${secret}`
  return (
    <div className="stack">
      <StepHeading title={t('appointments:cancel.title')} back={path} />
      {tooLate ? (
        <Paragraph>{t('appointments:cancel.tooLate')}</Paragraph>
      ) : (
        <>
          <Paragraph>{t('appointments:cancel.body', { time: moment.full, office: officeName })}</Paragraph>
          <form method="post" className="actions">
            <Button type="submit" data-color="danger">
              {t('appointments:cancel.submit')}
            </Button>
          </form>
        </>
      )}
      <p className="links">
        <Link href={path}>{t('appointments:cancel.keep')}</Link>
      </p>
    </div>
  )
}
