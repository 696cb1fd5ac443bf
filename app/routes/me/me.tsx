import { Button, Details, Heading, Link, Paragraph } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FactList } from '#app/components/fact-list.tsx'
import { MyAppointmentList } from '#app/components/me/my-appointment-list.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import {
  countMySessions,
  lookerOf,
  myAppointments,
  myMessages,
} from '#app/use-cases/my-appointments.server.ts'
import { keptDays } from '#app/use-cases/my-data.server.ts'
import { isAtLevel } from '#app/use-cases/session.server.ts'
import { languageOf } from '../request-language.ts'
import { citizenOf } from '../logged-in.ts'
import { describeMine, describeMyMessage, describeRegister } from './my-page-data.ts'

export const handle = { title: 'me:title' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  const { portal, identity } = args.context
  const citizen = await citizenOf(args)
  const language = languageOf(args.params)
  const mine = await myAppointments(portal, lookerOf(identity, citizen))
  const rows = mine.map((one) => describeMine(portal, one, language))
  const { searchParams } = new URL(args.request.url)
  const told = (['change', 'erase'] as const).find((known) => searchParams.has(known)) ?? null
  return {
    coming: rows.filter(({ state }) => state === 'held' || state === 'coming'),
    earlier: rows.filter(({ state }) => state === 'past' || state === 'cancelled').reverse(),
    register: describeRegister(portal, citizen.person, language),
    messages: (await myMessages(portal, mine)).map((one) => describeMyMessage(portal, one, language)),
    keptDays: keptDays(portal),
    sessions: await countMySessions(identity, citizen.session),
    // Without a number: an address can say any.
    told: told && { what: told, isDone: searchParams.get(told) === 'done' },
    mayChangeContact: mine.some(({ state, isOwnBooking }) => state === 'coming' && isOwnBooking),
    // Only to who may take it: the address alone says nothing.
    isFileReady: searchParams.get('data') === 'ready' && isAtLevel(citizen.session, 'high'),
    waiting: Number(searchParams.get('waiting')) || 0,
  }
}

export default function MePage() {
  const {
    coming,
    earlier,
    register,
    messages,
    keptDays,
    sessions,
    told,
    waiting,
    isFileReady,
    mayChangeContact,
  } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  // Nothing is done yet, but there is something: to say "nothing" as well would contradict it.
  const onlyWaits = told?.isDone === false && waiting > 0
  return (
    <div className="stack">
      {told ? (
        <Notice color={onlyWaits ? 'info' : 'success'} takesFocus>
          {onlyWaits ? null : (
            <Paragraph>{t(`me:${told.what}.${told.isDone ? 'done' : 'nothing'}`)}</Paragraph>
          )}
          {waiting > 0 ? <Paragraph>{t('me:erase.waiting', { count: waiting })}</Paragraph> : null}
        </Notice>
      ) : null}
      {isFileReady ? (
        <Notice color="success" takesFocus>
          <Paragraph>{t('me:stored.ready')}</Paragraph>
          <p className="links">
            <Link href={`/${language}/me/data.json`}>{t('me:stored.take')}</Link>
          </p>
        </Notice>
      ) : null}
      <StepHeading title={t('me:title')} lead={t('me:lead')} />
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('me:appointments.title')}
        </Heading>
        {coming.length > 0 ? (
          <MyAppointmentList rows={coming} />
        ) : (
          <Paragraph>{t('me:appointments.none')}</Paragraph>
        )}
        {earlier.length > 0 ? (
          <Details>
            <Details.Summary>{t('me:appointments.earlier', { count: earlier.length })}</Details.Summary>
            <Details.Content>
              <MyAppointmentList rows={earlier} />
            </Details.Content>
          </Details>
        ) : null}
        <ul className="links">
          <li>
            <Link href={`/${language}/passport/book/who`}>{t('me:appointments.book')}</Link>
          </li>
          <li>
            <Link href={`/${language}/appointments`}>{t('me:appointments.lost')}</Link>
          </li>
        </ul>
      </section>
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('me:messages.title')}
        </Heading>
        {messages.length === 0 ? <Paragraph>{t('me:messages.none')}</Paragraph> : null}
        <ul className="rows">
          {messages.map(({ id, kind, state, when }) => (
            <li key={id}>
              <div>
                <p>{t(`staff:message.${kind}`)}</p>
                <p className="hint">{t(`me:messages.${state}`, { time: when })}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('me:contact.title')}
        </Heading>
        {register ? (
          <>
            <FactList
              facts={[
                { name: t('me:contact.email'), value: register.email ?? t('me:contact.none') },
                { name: t('me:contact.mobile'), value: register.mobile ?? t('me:contact.none') },
                { name: t('me:contact.language'), value: register.language ?? t('me:contact.none') },
              ]}
            />
            {register.isReserved ? <Paragraph>{t('me:contact.reserved')}</Paragraph> : null}
            <Paragraph>
              {[
                register.updated ? `${t('me:contact.updated', { day: register.updated })}.` : '',
                t('me:contact.where'),
              ]
                .join(' ')
                .trim()}
            </Paragraph>
          </>
        ) : (
          <Paragraph>{t('me:contact.unknown')}</Paragraph>
        )}
        {mayChangeContact ? (
          <p className="links">
            <Link href={`/${language}/me/contact`}>{t('me:contact.change')}</Link>
          </p>
        ) : null}
      </section>
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('me:stored.title')}
        </Heading>
        <Paragraph>{t('me:stored.body', { days: keptDays })}</Paragraph>
        <Paragraph>{t('me:stored.needsHigh')}</Paragraph>
        <ul className="links">
          <li>
            <Link href={`/${language}/me/data.json`}>{t('me:stored.download')}</Link>
          </li>
          <li>
            <Link href={`/${language}/me/erase`}>{t('me:stored.erase')}</Link>
          </li>
        </ul>
      </section>
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('me:sessions.title')}
        </Heading>
        <Paragraph>{t('me:sessions.count', { count: sessions })}</Paragraph>
        <form method="post" action={`/${language}/logout`} className="actions">
          <Button type="submit" variant="secondary" name="everywhere" value="yes">
            {t('me:sessions.logOut')}
          </Button>
        </form>
      </section>
    </div>
  )
}
