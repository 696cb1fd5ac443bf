import { Link, Paragraph } from '@digdir/designsystemet-react'
import { redirect, type ActionFunctionArgs, type HeadersArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import { ChangeNotice } from '#app/components/passport/change-notice.tsx'
import { allOf } from '#app/components/passport/all-of.ts'
import { EarlierElsewhere } from '#app/components/passport/earlier-elsewhere.tsx'
import { HoldLimitNotice } from '#app/components/passport/hold-limit-notice.tsx'
import { LostTimeNotice } from '#app/components/passport/lost-time-notice.tsx'
import { NoTimes } from '#app/components/passport/no-times.tsx'
import type { TimeChoice } from '#app/components/passport/time-choices.tsx'
import { TimePicker } from '#app/components/passport/time-picker.tsx'
import { TooManyHoldsNotice } from '#app/components/passport/too-many-holds-notice.tsx'
import { TimeSurvey } from '#app/components/passport/time-survey.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { describeTick, formatDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { findAppointment } from '#app/use-cases/find-appointment.server.ts'
import { holdState } from '#app/use-cases/hold-state.server.ts'
import { hashOfSecret, randomSecret } from '#app/use-cases/session.server.ts'
import { holdTime } from '#app/use-cases/hold-time.server.ts'
import {
  nearestTimes,
  officeTimes,
  spanOfSeats,
  type OfferedTime,
} from '#app/use-cases/office-times.server.ts'
import { passportRules, todayOf } from '#app/use-cases/portal.server.ts'
import { needOf } from '#app/use-cases/stay.server.ts'
import { bookerIn } from '../logged-in.ts'
import { languageOf } from '../request-language.ts'
import { changedAppointment, describeChange } from './appointment-change.ts'
import { bookingPath, heldPath, searchFrom, type BookingAnswers } from './booking-answers.ts'
import { afterHoldRefusal, holdErrors } from './after-hold-refusal.ts'
import { bookedOffice, isAlike, isSameGroup } from './booked-office.server.ts'
import { stepOf } from './booking-steps.server.ts'
import { officeRowsIn } from './office-row-data.ts'
import { readTimeSearch } from './time-search.ts'
import { timeSurveyOf } from './time-survey-data.ts'

export const handle = {
  title: 'passport:when.pageTitle',
  service: 'passport:service',
} satisfies PageHandle

export async function loader({ request, params, context: { portal } }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const language = languageOf(params)
  const t = translator(language)
  const { answers, office } = bookedOffice(portal, url, language)
  const { change } = answers
  const changed = await changedAppointment(portal, change, language)
  const search = readTimeSearch(url)
  const rules = passportRules(portal)
  const need = needOf(portal, answers.people)
  const own = changed?.officeId === office.id ? changed.people : []
  // The same people at the same time would be no change.
  const except = changed && own.length > 0 && isAlike(own, answers.people) ? changed.startTick : null
  const today = todayOf(portal.clock)
  const near = searchFrom(answers.at, portal.catalogue.places)?.point ?? null
  const { filter } = answers
  const times = await officeTimes(portal, {
    ...{ office, need, own, filter, near, except },
    from: search.from,
    onlyDay: search.day,
  })
  const isFull = search.day !== null && times.days.length > 0 && times.days[0]?.day !== search.day
  const wanted = { officeId: office.id, need, own, filter, except }
  const isGroup = answers.people.length > 1
  const choice = ({ tick, endTick, counters }: OfferedTime): TimeChoice => ({
    tick,
    ...describeTick(tick, today, language, t),
    group: isGroup ? { until: describeTick(endTick, today, language, t).time, counters } : null,
  })
  const held = answers.hold ? await findAppointment(portal, answers.hold) : null

  // The first page begins near what was lost, or near what is to be changed; the others go on by day.
  const isFirst = search.from === null && search.day === null
  const closeTo = search.lost?.tick ?? (isFirst && own.length > 0 ? (changed?.startTick ?? null) : null)

  return {
    titleKey: search.lost ? ('passport:when.lost.pageTitle' as const) : ('passport:when.pageTitle' as const),
    step: stepOf('time', answers.people),
    answers,
    change: changed && change ? describeChange(portal, changed, { secret: change, language }) : null,
    officeName: office.name,
    isBus: office.kind === 'bus-stop',
    survey: timeSurveyOf(portal, { office, wanted, answers, language }),
    holdMinutes: rules.holdMinutes,
    windowDays: rules.bookingWindowDays,
    idempotencyKey: Buffer.from(portal.randomBytes(18)).toString('base64url'),
    days: times.days.map(({ day, times: some, total }) => ({
      day,
      name: formatDay(Temporal.PlainDate.from(day), today, language),
      times: some.map(choice),
      total,
    })),
    onlyDay: isFull ? null : search.day,
    fullDay: isFull && search.day ? formatDay(Temporal.PlainDate.from(search.day), today, language) : null,
    previousFrom: times.previousFrom,
    nextFrom: times.nextFrom,
    elsewhere: times.earlierElsewhere.map(officeRowsIn(portal, language, need)),
    lost: search.lost && {
      why: search.lost.why,
      time: describeTick(search.lost.tick, today, language, t).full,
    },
    closest: closeTo === null ? [] : nearestTimes(portal, wanted, closeTo).map(choice),
    held:
      held?.status === 'held' &&
      holdState(portal, held).living &&
      held.officeId === office.id &&
      isSameGroup(held.people, need)
        ? choice({ tick: held.startTick, ...spanOfSeats(held.people) })
        : null,
  }
}

/** How long to wait after too many holds, for whom no person is waiting to read it. */
export function headers({ actionHeaders }: HeadersArgs) {
  const wait = actionHeaders.get('Retry-After')
  return wait === null ? new Headers() : new Headers({ 'Retry-After': wait })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { portal, visit, cookies } = context
  const url = new URL(request.url)
  const language = languageOf(params)
  const { answers, office } = bookedOffice(portal, url, language)
  const posted = await request.formData()
  const startTick = Number(posted.get('start') ?? Number.NaN)
  const idempotencyKey = String(posted.get('key') ?? '')
  if (!Number.isSafeInteger(startTick) || !/^[\w-]{24}$/.test(idempotencyKey)) {
    return holdErrors({ start: 'validation:start.required' })
  }
  const before = await findAppointment(portal, answers.hold ?? answers.change ?? '')
  const browser = cookies.read(request.headers.get('Cookie'), 'visitor') ?? randomSecret(portal)
  const answer = await holdTime(portal, {
    personKey: bookerIn(context)?.session.owner ?? null,
    idempotencyKey,
    replaces: answers.hold ?? textOf(posted.get('replaces')),
    changes: answers.change,
    officeId: office.id,
    startTick,
    people: answers.people,
    said: answers.said,
    visitor: visit.visitor,
    holder: hashOfSecret(browser),
  })
  if (answer.ok) {
    const held = await findAppointment(portal, answer.secret)
    // When several people are others than before, their names are a guess: they are looked at again.
    const isOne = answers.people.length === 1 && before?.people.length === 1
    const isSame = isOne || (before !== null && isAlike(before.people, answers.people))
    const isKnown = isSame && held?.contact && held.people.every(({ name }) => name !== null)
    const path = heldPath(language, isKnown ? 'review' : 'contact', { ...answers, secret: answer.secret })
    return redirect(path, {
      headers: { 'Set-Cookie': cookies.set('visitor', browser) },
    })
  }
  return afterHoldRefusal(portal, answer, { language, answers, startTick, idempotencyKey, visit })
}

function textOf(value: FormDataEntryValue | null): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

export default function Time() {
  const loaded = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t, language } = useTexts()
  const { answers, officeName: office, days, lost } = loaded
  const size = answers.people.length
  const isGroup = size > 1
  const holdLead = t('passport:when.lead', { minutes: t('common:minutes', { count: loaded.holdMinutes }) })
  const listAnswers: BookingAnswers = { ...answers, officeId: null }
  const pagePath = (more: Record<string, string>) => bookingPath(language, 'time', answers, more)

  return (
    <div className="stack">
      <ErrorSummary errors={failed?.errors} />
      <ChangeNotice change={loaded.change} hold={answers.hold} />
      <TooManyHoldsNotice wait={failed?.wait ?? undefined} />
      <HoldLimitNotice limit={failed?.limit ?? null} />
      {lost ? <LostTimeNotice why={lost.why} time={lost.time} /> : null}
      <StepHeading
        title={t(loaded.isBus ? 'passport:when.titleBus' : 'passport:when.title', { office })}
        lead={[isGroup ? t('people:times.lead', { all: allOf(size, t) }) : '', holdLead].join(' ').trim()}
        step={loaded.step}
        back={bookingPath(language, 'office', listAnswers)}
      />
      <TimeSurvey
        {...loaded.survey}
        people={answers.people.length}
        filter={answers.filter}
        chosenDay={loaded.onlyDay}
      />
      {loaded.fullDay ? (
        <Notice color="info">
          <Paragraph>{t('passport:when.fullDay', { day: loaded.fullDay })}</Paragraph>
        </Notice>
      ) : null}
      {days.length === 0 && !loaded.held ? (
        <NoTimes
          filter={answers.filter}
          windowDays={loaded.windowDays}
          people={size}
          hasOthers={loaded.elsewhere.length > 0}
        />
      ) : (
        <TimePicker
          office={office}
          size={size}
          idempotencyKey={loaded.idempotencyKey}
          held={lost ? null : loaded.held}
          chosen={failed?.chosen ?? undefined}
          closest={loaded.closest}
          closestHeading={t(lost ? 'passport:when.closest' : 'people:change.closest')}
          days={days}
          dayPath={(day) => pagePath({ day })}
          error={failed?.errors?.start}
        />
      )}
      <ul className="links">
        {loaded.onlyDay ? (
          <li>
            <Link href={pagePath({ from: loaded.onlyDay })}>{t('passport:when.backToDays')}</Link>
          </li>
        ) : null}
        {loaded.previousFrom ? (
          <li>
            <Link href={pagePath({ from: loaded.previousFrom })}>{t('passport:when.earlier')}</Link>
          </li>
        ) : null}
        {loaded.nextFrom ? (
          <li>
            <Link href={pagePath({ from: loaded.nextFrom })}>{t('passport:when.more')}</Link>
          </li>
        ) : null}
        <li>
          <Link href={bookingPath(language, 'office', listAnswers)}>{t('passport:when.toList')}</Link>
        </li>
      </ul>
      <EarlierElsewhere
        rows={loaded.elsewhere}
        windowDays={loaded.windowDays}
        timePath={(officeId) => bookingPath(language, 'time', { ...answers, officeId })}
      />
    </div>
  )
}
