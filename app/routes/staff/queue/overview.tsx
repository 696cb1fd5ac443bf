import { Heading, Link, Paragraph, Table } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { CounterTable } from '#app/components/staff/counter-table.tsx'
import { DelayForm } from '#app/components/staff/delay-form.tsx'
import { HitRates } from '#app/components/staff/hit-rates.tsx'
import { OfficeForm } from '#app/components/staff/office-form.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { describeInstant, formatDay } from '#app/i18n/format.ts'
import { minutesWords } from '#app/i18n/minutes-words.ts'
import { translator } from '#app/i18n/i18n.ts'
import { announceDelay, delayReach } from '#app/use-cases/announce-delay.server.ts'
import { managedOffice } from '#app/use-cases/office-overview.server.ts'
import { todayOf } from '#app/use-cases/portal.server.ts'
import { formErrors } from '../../passport/form-errors.ts'
import { languageOf } from '../../request-language.ts'
import { staffOf } from '../../logged-in.ts'
import { DelayAnnouncement } from './delay-announcement.ts'
import { chosenOffice, textOf } from './managed-office.ts'
import { hitRow } from './hit-row.ts'

export const handle = {
  ...{ title: 'queue-office:overview.title', service: 'staff:service' },
  enhancements: ['overview-live'],
} satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await staffOf(args, 'manage-queue')
  const { portal } = args.context
  const language = languageOf(args.params)
  const { searchParams } = new URL(args.request.url)
  const { offices, office, hasOthers } = chosenOffice(portal, scope, searchParams.get('office'))
  const today = todayOf(portal.clock)
  const day = office && (await managedOffice(portal, office.id))
  return {
    ...{ offices, office, hasOthers },
    told: searchParams.get('told'),
    reached: Number(searchParams.get('reached')) || 0,
    time: describeInstant(portal.clock.now(), today, language, translator(language)).time,
    day: day && {
      ...day,
      hits: day.hits.map((week) => {
        return hitRow(week, formatDay(Temporal.PlainDate.from(week.monday), today, language))
      }),
    },
  }
}

/** Announces a delay, after it was looked over, or withdraws it. */
export async function action(args: ActionFunctionArgs) {
  const posted = await args.request.clone().formData()
  const { scope } = await staffOf(args, 'manage-queue')
  const { portal } = args.context
  const { office } = chosenOffice(portal, scope, textOf(posted, 'office'))
  if (!office) throw new Response('not-found', { status: 404 })
  const officeId = office.id
  const done = (told: string, reached: number | null) =>
    redirect(
      `/${languageOf(args.params)}/staff/queue/overview?office=${officeId}&told=${told}&reached=${reached ?? 0}`,
    )
  const then = posted.get('then')
  if (then === 'withdraw') {
    return done('withdrawn', await announceDelay(portal, { scope }, { officeId, minutes: 0 }))
  }
  const typed = String(posted.get('minutes') ?? '').trim()
  const form = DelayAnnouncement.safeParse({ minutes: typed })
  if (!form.success) return data({ errors: formErrors(form.error), typed, review: null }, { status: 400 })
  const { minutes } = form.data
  if (then === 'announce') {
    return done('announced', await announceDelay(portal, { scope }, { officeId, minutes }))
  }
  const review = { minutes, reach: await delayReach(portal, officeId) }
  return data({ errors: undefined, typed, review })
}

/** How an office's day goes, for who manages it. */
export default function OverviewPage() {
  const { offices, office, hasOthers, day, time, told, reached } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <ErrorSummary errors={answer?.errors} />
      {(told === 'announced' || told === 'withdrawn') && !answer ? (
        <Notice color="success" takesFocus>
          <Paragraph>{t(`queue-office:delay.${told}`, { count: reached })}</Paragraph>
        </Notice>
      ) : null}
      <StepHeading title={t('queue-office:overview.title')} back={`/${language}/staff`} />
      {/* What changes by itself: app/enhancements/overview-live.ts. */}
      <p data-live-part="time">{t('queue-office:overview.lead', { time })}</p>
      <OfficeForm offices={offices} officeId={office?.id ?? ''} hasOthers={hasOthers} />
      {office && day ? (
        <>
          <section className="stack-small">
            <Heading level={2} data-size="sm">
              {office.name}
            </Heading>
            <p>
              <Link href={`/${language}/staff/queue/overview?office=${office.id}`}>
                {t('queue-office:overview.refresh')}
              </Link>
            </p>
            {day.isOpen ? null : <Paragraph>{t('queue-office:overview.closed')}</Paragraph>}
            <div data-live-part="calls" role="status">
              <CallsForHelp day={day} />
            </div>
            <div data-live-part="figures">
              <Figures day={day} />
            </div>
          </section>
          <div data-live-part="counters">
            <CounterTable counters={day.counters} />
          </div>
          <div data-live-part="waiting">
            <Waiting waiting={day.waiting} />
          </div>
          <DelayForm
            officeId={office.id}
            delayMinutes={day.delayMinutes}
            minutes={answer?.typed ?? ''}
            errors={answer?.errors}
            review={answer?.review ?? null}
          />
          <HitRates weeks={day.hits} />
          <p>
            <Link href={`/${language}/staff/queue/order?office=${office.id}`}>
              {t('queue-office:overview.toOrder')}
            </Link>
          </p>
        </>
      ) : (
        <Paragraph>{t('queue-office:overview.none')}</Paragraph>
      )}
    </div>
  )
}

type Day = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['day']>

function Figures({ day }: { day: Day }) {
  const { t } = useTexts()
  const nobodyWaits = t('queue-office:overview.nobodyWaits')
  const figures = [
    {
      name: t('queue-office:overview.waiting'),
      value: day.waiting.reduce((sum, { people }) => sum + people, 0),
    },
    {
      name: t('queue-office:overview.longest'),
      value: day.longest === null ? nobodyWaits : minutesWords(day.longest, t),
    },
    { name: t('queue-office:overview.served'), value: day.served },
    { name: t('queue-office:overview.coming'), value: day.coming },
    { name: t('queue-office:overview.missed'), value: day.missed },
    { name: t('queue-office:overview.notHere'), value: day.notHere },
    { name: t('queue-office:overview.left'), value: day.left },
  ]
  return (
    <dl className="tiles">
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function CallsForHelp({ day: { asking, counters } }: { day: Day }) {
  const { t } = useTexts()
  const calling = counters.filter(({ callsForHelp }) => callsForHelp)
  if (asking.length + calling.length === 0) return null
  return (
    <Notice color="warning">
      {asking.length > 0 ? (
        <Paragraph>{t('queue-office:overview.asking', { labels: asking.join(', ') })}</Paragraph>
      ) : null}
      {calling.length > 0 ? (
        <Paragraph>
          {t('queue-office:overview.counterAsks', {
            counters: calling.map(({ number }) => t('queue-office:counters.one', { number })).join(', '),
          })}
        </Paragraph>
      ) : null}
    </Notice>
  )
}

function Waiting({ waiting }: Pick<Day, 'waiting'>) {
  const { t } = useTexts()
  if (waiting.length === 0) return null
  return (
    <section className="stack-small">
      <Heading level={2} data-size="sm">
        {t('queue-office:services.title')}
      </Heading>
      <Table>
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('queue-office:services.service')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('queue-office:services.people')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('queue-office:services.longest')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {waiting.map(({ service, people, longest }) => (
            <Table.Row key={service}>
              <Table.HeaderCell scope="row">{t(`queue:service.${service}`)}</Table.HeaderCell>
              <Table.Cell>{people}</Table.Cell>
              <Table.Cell>{minutesWords(longest, t)}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </section>
  )
}
