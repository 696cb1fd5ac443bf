import { Button, Link, Paragraph } from '@digdir/designsystemet-react'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { BoardingPass } from '#app/components/passport/boarding-pass.tsx'
import { FactList } from '#app/components/fact-list.tsx'
import { PresentCard } from '#app/components/queue/present-card.tsx'
import { FeeSumFact } from '#app/components/passport/appointment-facts.tsx'
import { ConsentNotice } from '#app/components/passport/consent-notice.tsx'
import { GuardianFacts, hasGuardians, PeopleFacts } from '#app/components/passport/people-facts.tsx'
import { BringList } from '#app/components/passport/bring-list.tsx'
import { ToldNotice } from '#app/components/passport/told-notice.tsx'
import { SaidList } from '#app/components/said-list.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { Appointment } from '#app/domain/scheduling/appointment.ts'
import { tickAt } from '#app/domain/time/tick.ts'
import { checkInState } from '#app/use-cases/check-in-state.server.ts'
import { restoreAppointment } from '#app/use-cases/restore-appointment.server.ts'
import { bookingPath } from '../passport/booking-answers.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { canUndoChange, undoChange } from '#app/use-cases/undo-change.server.ts'
import { writtenDownFor } from '#app/use-cases/written-down-for.server.ts'
import { staffHelping } from '../logged-in.ts'
import { languageOf } from '../request-language.ts'
import { saidWords } from '../said-words.ts'
import { boardingPassData } from './boarding-pass-data.ts'
import { presentData } from './present-data.ts'
import { appointmentOf, describeAppointment, unknownAppointment } from './personal-link.ts'

export const handle = {
  title: 'appointments:see.title',
  service: 'appointments:service',
} satisfies PageHandle

/** Who is late still needs the code: the pass is shown for an hour after the time is over. */
const LATE_TICKS = 12

/** What may have just been done to the appointment. */
const TOLD = [
  'restored',
  'changed',
  'change-undone',
  'change-not-undone',
  'no-reminders',
  'reminders',
] as const

export async function loader({ request, params, context: { portal, settings } }: LoaderFunctionArgs) {
  const language = languageOf(params)
  const { appointment, secret } = await appointmentOf(portal, params)
  if (appointment.status === 'held') throw redirect(`/${language}/passport/book/${secret}/review`)
  const facts = describeAppointment(portal, appointment, language)
  const { moment, officeName, people, fee, lateMinutes } = facts
  const common = { secret, moment, officeName, people, fee }
  const url = new URL(request.url)
  if (appointment.status === 'cancelled') {
    return {
      state: 'cancelled' as const,
      titleKey: 'appointments:see.cancelledTitle',
      ...common,
      restoreFailed: url.searchParams.get('told') === 'not-restored',
    }
  }
  const now = tickAt(portal.clock.now())
  if (facts.endTick + LATE_TICKS <= now) {
    return { state: 'past' as const, titleKey: 'appointments:see.pastTitle', ...common }
  }
  const told = await whatIsTold(portal, url, appointment)
  const answers = { people: appointment.people, officeId: appointment.officeId, change: secret }
  return {
    state: 'coming' as const,
    ...(told === 'changed' ? { titleKey: 'people:change.done' as const } : {}),
    ...common,
    pass: boardingPassData(facts, { ...settings, language }),
    present: presentData(portal, await checkInState(portal, appointment), { ...facts, language }),
    told,
    said: saidWords(appointment.said, language),
    lateMinutes,
    sequence: appointment.sequence,
    reminders: remindersOf(appointment),
    change:
      facts.startTick <= now
        ? null
        : {
            time: bookingPath(language, 'time', answers),
            office: bookingPath(language, 'where', { ...answers, officeId: null }),
            people: bookingPath(language, 'who', answers),
            guardians: bookingPath(language, 'guardians', answers),
          },
  }
}

/** Whether somebody is reminded, and so may stop it or have it back; null for who cannot be. */
function remindersOf({ contact, noReminders }: Appointment): 'on' | 'off' | null {
  if (!(contact?.email ?? contact?.mobile)) return null
  return noReminders ? 'off' : 'on'
}

/**
 * What the address says was done to the appointment. That it was changed is said of its newest change only, and for as
 * long as that can be undone: an address may be kept or come back by the back button.
 */
async function whatIsTold(portal: Portal, { searchParams }: URL, appointment: Appointment) {
  const told = TOLD.find((known) => known === searchParams.get('told')) ?? null
  if (told !== 'changed') return told
  const isNewest = searchParams.get('sequence') === String(appointment.sequence)
  return isNewest && (await canUndoChange(portal, appointment)) ? told : null
}

/** Undoes a change or a cancellation. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { portal } = context
  const member = staffHelping(context, 'serve-queue')
  const secret = params.secret ?? ''
  const path = `/${languageOf(params)}/appointments/${params.secret}`
  const change = (await request.formData()).get('change')
  if (change !== null) {
    const undone = await undoChange(
      portal,
      secret,
      Number(change),
      writtenDownFor(portal, member, 'appointment-change-undone-for'),
    )
    if (!undone.ok && undone.reason === 'unknown-appointment') throw unknownAppointment()
    return redirect(`${path}?told=${undone.ok ? 'change-undone' : 'change-not-undone'}`)
  }
  const restored = await restoreAppointment(
    portal,
    secret,
    writtenDownFor(portal, member, 'appointment-restored-for'),
  )
  if (restored.ok) return redirect(`${path}?told=restored`)
  if (restored.reason === 'unknown-appointment') throw unknownAppointment()
  return redirect(`${path}?told=not-restored`)
}

/** An appointment as it stands: to come, past, or cancelled. */
export default function AppointmentPage() {
  const loaded = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  const { secret, moment, officeName } = loaded
  const bookNew = <Link href={`/${language}/passport/book/who`}>{t('appointments:see.bookNew')}</Link>

  if (loaded.state === 'cancelled') {
    return (
      <div className="stack">
        {loaded.restoreFailed ? (
          <Notice color="warning" takesFocus>
            <Paragraph>{t('appointments:see.restoreFailed')}</Paragraph>
          </Notice>
        ) : null}
        <StepHeading
          title={t('appointments:see.cancelledTitle')}
          lead={t('appointments:see.cancelledBody', { time: moment.full, office: officeName })}
        />
        <form method="post">
          <Button type="submit" variant="secondary">
            {t('appointments:see.restore')}
          </Button>
        </form>
        <p className="links">{bookNew}</p>
      </div>
    )
  }
  if (loaded.state === 'past') {
    return (
      <div className="stack">
        <StepHeading
          title={t('appointments:see.pastTitle')}
          lead={t('appointments:see.pastBody', { time: moment.full })}
        />
        <p className="links">{bookNew}</p>
      </div>
    )
  }
  return (
    <div className="stack">
      <ToldNotice told={loaded.told} time={moment.full} office={officeName} sequence={loaded.sequence} />
      <StepHeading title={t('appointments:see.title')} />
      {loaded.present ? <PresentCard {...loaded.present} /> : null}
      <BoardingPass {...loaded.pass} />
      <ConsentNotice people={loaded.people} changePath={loaded.change?.guardians} isBooked />
      <FactList
        facts={[
          { name: t('people:facts.people'), value: <PeopleFacts people={loaded.people} /> },
          ...(hasGuardians(loaded.people)
            ? [{ name: t('people:facts.guardians'), value: <GuardianFacts people={loaded.people} /> }]
            : []),
          { name: t('passport:review.fee'), value: <FeeSumFact sum={loaded.fee} /> },
          ...(loaded.said ? [{ name: t('guide:said.title'), value: <SaidList said={loaded.said} /> }] : []),
        ]}
      />
      <section className="stack-small">
        <h2 className="ds-heading" data-size="sm">
          {t('passport:bring.title')}
        </h2>
        <BringList people={loaded.people} />
        <Paragraph>{t('appointments:late', { minutes: loaded.lateMinutes })}</Paragraph>
      </section>
      <ul className="links no-print">
        <li>
          <Link href={`/${language}/appointments/${secret}/calendar.ics`}>
            {t('appointments:receipt.calendar')}
          </Link>
        </li>
      </ul>
      {loaded.change ? (
        <section className="stack-small no-print">
          <h2 className="ds-heading" data-size="sm">
            {t('people:change.title')}
          </h2>
          <ul className="links">
            <li>
              <Link href={loaded.change.time}>{t('people:change.time')}</Link>
            </li>
            <li>
              <Link href={loaded.change.office}>{t('people:change.office')}</Link>
            </li>
            <li>
              <Link href={loaded.change.people}>{t('people:change.people')}</Link>
            </li>
            <li>
              <Link href={`/${language}/appointments/${secret}/cancel`}>{t('appointments:see.cancel')}</Link>
            </li>
          </ul>
          {loaded.reminders ? (
            <form method="post" action={`/${language}/appointments/${secret}/reminders`}>
              {loaded.reminders === 'off' ? <input type="hidden" name="then" value="resume" /> : null}
              <Button type="submit" variant="tertiary" data-size="sm">
                {t(`appointments:see.${loaded.reminders === 'off' ? 'resumeReminders' : 'stopReminders'}`)}
              </Button>
            </form>
          ) : null}
        </section>
      ) : null}
    </div>
  )
}
