import { Link } from '@digdir/designsystemet-react'
import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { inGroups } from '#app/i18n/format.ts'
import { ActButton } from './act-button.tsx'
import type { AppointmentData, AwayData, EndedData } from './desk-data.ts'
import { useSteadyRows } from './use-steady-rows.ts'

/** What comes later is folded away: the day of an office has two hundred. */
const MOST_SHOWN = 8

/** The appointments of the day and how far each has come; those that are over are folded away. */
export function AppointmentList({ appointments }: { appointments: readonly AppointmentData[] }) {
  const { t } = useTexts()
  const coming = appointments.filter(({ isPast }) => !isPast)
  const past = appointments.filter(({ isPast }) => isPast)
  const { rows, hold } = useSteadyRows(coming.slice(0, MOST_SHOWN))
  return (
    <section aria-labelledby="appointments-heading">
      <h2 className="ds-heading" id="appointments-heading" data-size="2xs">
        {t('staff-queue:appointments.title', { count: appointments.length })}
      </h2>
      <Folded title={t('staff-queue:appointments.past', { count: past.length })} rows={past} />
      {rows.length === 0 ? <p className="hint">{t('staff-queue:appointments.none')}</p> : null}
      <ol className="plain">
        {rows.map((shown, place) =>
          shown ? (
            <li key={shown.row.id} {...hold(shown.row.id)}>
              <AppointmentRow {...shown.row} />
            </li>
          ) : (
            <li key={`empty ${place}`} className="desk-empty" aria-hidden="true" />
          ),
        )}
      </ol>
      <Folded
        title={t('staff-queue:appointments.later', { count: coming.length - MOST_SHOWN })}
        rows={coming.slice(MOST_SHOWN)}
      />
    </section>
  )
}

function Folded({ title, rows }: { title: string; rows: readonly AppointmentData[] }) {
  if (rows.length === 0) return null
  return (
    <details className="desk-details">
      <summary>{title}</summary>
      <ol className="plain">
        {rows.map((one) => (
          <li key={one.id}>
            <AppointmentRow {...one} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function AppointmentRow({ time, people, reference, progress }: AppointmentData) {
  const { t, language } = useTexts()
  return (
    <span className="desk-appointment" data-progress={progress}>
      {reference ? (
        <Link
          className="desk-minutes"
          href={`/${language}/staff/appointments/${reference}`}
          aria-label={`${time}, ${inGroups(reference)}`}
        >
          {time}
        </Link>
      ) : (
        <span className="desk-minutes">{time}</span>
      )}
      <Pause />
      <span>
        {t(`staff-queue:progress.${progress}`)}
        {people > 1 ? `, ${t('staff-queue:people', { count: people })}` : null}
      </span>
    </span>
  )
}

/** Who waits for something else first, and who is done or gone: both may be taken up by hand. */
export function AwayList({
  away,
  ended,
  isFree,
}: {
  away: readonly AwayData[]
  ended: readonly EndedData[]
  isFree: boolean
}) {
  const { t } = useTexts()
  return (
    <>
      {away.length > 0 ? (
        <section aria-labelledby="away-heading">
          <h2 className="ds-heading" id="away-heading" data-size="2xs">
            {t('staff-queue:away.title', { count: away.length })}
          </h2>
          <ul className="plain">
            {away.map(({ id, label, why, until }) => (
              <li key={id} className="desk-row">
                <span>
                  <strong>{label}</strong>{' '}
                  {why === 'late' ? t('staff-queue:away.late') : t(`queue:park.${why}`)}
                  {until === null ? null : `, ${t('staff-queue:away.until', { time: until })}`}
                </span>
                <ActButton
                  command="call"
                  fields={{ ticketId: id }}
                  variant="tertiary"
                  isOff={!isFree}
                  label={t('staff-queue:waiting.callOne', { label })}
                >
                  {t('staff-queue:waiting.call')}
                </ActButton>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {ended.length > 0 ? (
        <details className="desk-details">
          <summary>{t('staff-queue:ended.title')}</summary>
          <ul className="plain">
            {ended.map(({ id, label, status, at }) => (
              <li key={id} className="desk-row">
                <span>
                  <strong>{label}</strong> {`${t(`staff-queue:ended.${status}`)} ${at}`}
                </span>
                <ActButton
                  command="take-up"
                  fields={{ ticketId: id }}
                  variant="tertiary"
                  label={t('staff-queue:ended.takeUpOne', { label })}
                >
                  {t('staff-queue:ended.takeUp')}
                </ActButton>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
