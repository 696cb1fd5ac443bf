import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import { SelectField } from '#app/components/form/select-field.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { DayTable, type DayRowData } from '#app/components/staff/day-table.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { describeTick, formatDay } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { scopeOfStaff } from '#app/use-cases/find-staff-member.server.ts'
import { officeOfReference, officesWithin } from '#app/use-cases/office-day.server.ts'
import { officeDayProgress } from '#app/use-cases/office-day-progress.server.ts'
import { todayOf } from '#app/use-cases/portal.server.ts'
import { languageOf } from '../request-language.ts'
import { staffOf } from '../logged-in.ts'
import { checkInByReference } from './check-in-by-reference.server.ts'

export const handle = { title: 'staff:appointments.title', service: 'staff:service' } satisfies PageHandle

const COMING: readonly DayRowData['status'][] = ['booked', 'checked-in', 'being-served']

/** An office's day. Who the people are is not said here: that is read one by one, with a reason. */
export async function loader(args: LoaderFunctionArgs) {
  const staff = await staffOf(args, 'see-appointments')
  const { scope } = staff
  const { portal } = args.context
  const language = languageOf(args.params)
  const { searchParams } = new URL(args.request.url)
  const offices = officesWithin(portal, scope)
  const today = todayOf(portal.clock)
  const day = dayOf(searchParams.get('day')) ?? today
  const wanted = searchParams.get('office')
  const office = offices.find(({ id }) => id === wanted) ?? offices[0]
  const officeId = office?.id ?? ''
  const mayCheckIn = scopeOfStaff(staff, 'serve-queue') !== null
  const t = translator(language)
  const isBefore = Temporal.PlainDate.compare(day, today) < 0
  const rows = (await officeDayProgress(portal, { scope, officeId, day })).map(
    ({ appointment: { id, startTick, people, ...one }, progress, mayArrive }): DayRowData => ({
      ...{ id, people, reference: one.reference, mayArrive: mayCheckIn && mayArrive },
      time: describeTick(startTick, today, language, t).time,
      status: isBefore && progress === 'booked' ? 'over' : progress,
    }),
  )
  const isToday = day.equals(today)
  return {
    offices: offices.map(({ id, name }) => ({ value: id, label: name })),
    officeId,
    office: office?.name ?? '',
    /** Another one was asked for; whether there is one like that is not told. */
    isNotTheirs: wanted !== null && wanted !== officeId,
    day: day.toString(),
    dayInWords: formatDay(day, today, language),
    rows: isToday ? rows.filter(({ status }) => COMING.includes(status)) : rows,
    over: isToday ? rows.filter(({ status }) => !COMING.includes(status)) : [],
    isToday,
  }
}

/** Finds one by its reference, or checks in whoever has come for one of the list. */
export async function action(args: ActionFunctionArgs) {
  const posted = await args.request.clone().formData()
  const reference = posted.get('arrived')
  if (typeof reference !== 'string') return find(args, String(posted.get('reference') ?? '').slice(0, 40))
  const acting = await staffOf(args, 'serve-queue')
  const language = languageOf(args.params)
  const arrived = await checkInByReference(args.context.portal, acting, { reference, language })
  return arrived.ok ? redirect(arrived.path) : data({ refused: arrived.refused }, { status: 409 })
}

/** An unknown reference is told before a reason is asked for; one from elsewhere is as unknown as one from nowhere. */
async function find(args: ActionFunctionArgs, typed: string) {
  const acting = await staffOf(args, 'see-appointments')
  const reference = typed.replace(/[^A-Za-z0-9]/g, '').toUpperCase()
  if (reference && (await officeOfReference(args.context.portal, acting, reference)) !== null) {
    return redirect(`/${languageOf(args.params)}/staff/appointments/${reference}`)
  }
  const error = reference ? 'validation:reference.unknown' : 'validation:reference.required'
  return data({ errors: { reference: error } as const, typed }, { status: 400 })
}

function dayOf(text: string | null): Temporal.PlainDate | null {
  return text && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)
    ? Temporal.PlainDate.from(text, { overflow: 'constrain' })
    : null
}

export default function OfficeDayPage() {
  const { offices, officeId, office, isNotTheirs, day, dayInWords, rows, over, isToday } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, language } = useTexts()
  const failed = answer && 'errors' in answer ? answer : undefined
  const refused = answer && 'refused' in answer ? answer.refused : undefined
  const label = t('staff:appointments.of', { office, day: dayInWords })
  return (
    <div className="stack">
      <ErrorSummary errors={failed?.errors} />
      {refused ? (
        <Notice color="warning" takesFocus>
          <Paragraph>{t(`queue:arrive.refused.${refused.words}`, { ...refused })}</Paragraph>
        </Notice>
      ) : null}
      <StepHeading title={t('staff:appointments.title')} back={`/${language}/staff`} />
      {isNotTheirs ? (
        <Notice color="info">
          <Paragraph>{t('staff:appointments.notTheirs', { office })}</Paragraph>
        </Notice>
      ) : null}
      <form className="stack-small">
        <SelectField id="office" label={t('staff:appointments.office')} choices={offices} value={officeId} />
        <div className="ds-field field">
          <label className="ds-label" htmlFor="day">
            {t('staff:appointments.day')}
          </label>
          <input className="ds-input short" type="date" id="day" name="day" defaultValue={day} />
        </div>
        <div className="actions">
          <Button type="submit">{t('staff:appointments.show')}</Button>
        </div>
      </form>
      <form method="post" className="stack-small" noValidate>
        <TextField
          id="reference"
          label={t('staff:appointments.reference')}
          hint={t('staff:appointments.referenceHint')}
          value={failed?.typed ?? ''}
          error={failed?.errors.reference}
          autoComplete="off"
          autoCapitalize="characters"
          short
        />
        <div className="actions">
          <Button type="submit" variant="secondary">
            {t('staff:appointments.find')}
          </Button>
        </div>
      </form>
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {label}
        </Heading>
        {over.length > 0 ? (
          <details className="desk-details">
            <summary>{t('staff:appointments.over', { count: over.length })}</summary>
            <DayTable label={t('staff:appointments.over', { count: over.length })} rows={over} />
          </details>
        ) : null}
        {rows.length === 0 ? (
          <Paragraph>
            {t(isToday && over.length > 0 ? 'staff:appointments.noMore' : 'staff:appointments.none')}
          </Paragraph>
        ) : (
          <DayTable label={label} rows={rows} />
        )}
      </section>
    </div>
  )
}
