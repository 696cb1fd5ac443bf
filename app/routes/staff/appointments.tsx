import { Button, Heading, Link, Paragraph, Table } from '@digdir/designsystemet-react'
import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SelectField } from '#app/components/form/select-field.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { describeTick, formatDay, inGroups } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { officeDayAppointments, officesWithin } from '#app/use-cases/office-day.server.ts'
import { todayOf } from '#app/use-cases/portal.server.ts'
import { languageOf } from '../request-language.ts'
import { staffOf } from '../logged-in.ts'

export const handle = { title: 'staff:appointments.title', service: 'staff:service' } satisfies PageHandle

/** An office's day. Who the people are is not said here: that is read one by one, with a reason. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await staffOf(args, 'see-appointments')
  const { portal } = args.context
  const language = languageOf(args.params)
  const { searchParams } = new URL(args.request.url)
  const reference = (searchParams.get('reference') ?? '').replace(/[^A-Za-z0-9]/g, '').toUpperCase()
  if (reference) throw redirect(`/${language}/staff/appointments/${reference}`)
  const offices = officesWithin(portal, scope)
  const today = todayOf(portal.clock)
  const day = dayOf(searchParams.get('day')) ?? today
  const officeId = searchParams.get('office') ?? offices[0]?.id ?? ''
  const rows = await officeDayAppointments(portal, { scope, officeId, day })
  const t = translator(language)
  return {
    offices: offices.map(({ id, name }) => ({ value: id, label: name })),
    officeId,
    office: portal.catalogue.offices.get(officeId)?.name ?? '',
    day: day.toString(),
    dayInWords: formatDay(day, today, language),
    rows: rows.map(({ startTick, reference: number, status, people }) => ({
      time: describeTick(startTick, today, language, t).time,
      reference: number ?? '',
      isCancelled: status === 'cancelled',
      people: people.length,
    })),
  }
}

function dayOf(text: string | null): Temporal.PlainDate | null {
  return text && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)
    ? Temporal.PlainDate.from(text, { overflow: 'constrain' })
    : null
}

export default function OfficeDayPage() {
  const { offices, officeId, office, day, dayInWords, rows } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <StepHeading title={t('staff:appointments.title')} back={`/${language}/staff`} />
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
      <form className="stack-small">
        <TextField
          id="reference"
          label={t('staff:appointments.reference')}
          hint={t('staff:appointments.referenceHint')}
          value=""
          error={undefined}
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
          {t('staff:appointments.of', { office, day: dayInWords })}
        </Heading>
        {rows.length === 0 ? (
          <Paragraph>{t('staff:appointments.none')}</Paragraph>
        ) : (
          <Table>
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell scope="col">{t('staff:appointments.time')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('staff:appointments.reference')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('staff:appointments.people')}</Table.HeaderCell>
                <Table.HeaderCell scope="col">{t('staff:appointments.status')}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {rows.map(({ time, reference, isCancelled, people }, index) => (
                <Table.Row key={index}>
                  <Table.Cell>{time}</Table.Cell>
                  <Table.Cell>
                    {reference ? (
                      <Link href={`/${language}/staff/appointments/${reference}`}>{inGroups(reference)}</Link>
                    ) : (
                      t('staff:appointments.seeded')
                    )}
                  </Table.Cell>
                  <Table.Cell>{people}</Table.Cell>
                  <Table.Cell>
                    {t(isCancelled ? 'me:appointments.cancelled' : 'me:appointments.coming')}
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        )}
      </section>
    </div>
  )
}
