import { Link } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

export type MyAppointmentRow = {
  secret: string | null
  state: 'held' | 'coming' | 'past' | 'cancelled'
  isOwnBooking: boolean
  when: string
  office: string
  /** Joined, in words. */
  names: string
}

/** Appointments of somebody, each with where it leads on. */
export function MyAppointmentList({ rows }: { rows: readonly MyAppointmentRow[] }) {
  const { t, language } = useTexts()
  return (
    <ul className="rows">
      {rows.map(({ secret, state, isOwnBooking, when, office, names }, index) => (
        <li key={index} className="stack-small">
          <div>
            {secret === null ? (
              t('common:time.at', { time: when, place: office })
            ) : (
              <Link
                href={
                  state === 'held'
                    ? `/${language}/passport/book/${secret}/review`
                    : `/${language}/appointments/${secret}`
                }
              >
                {t('common:time.at', { time: when, place: office })}
              </Link>
            )}
            <p>{t('me:appointments.people', { names })}</p>
            <p className="hint">
              {[t(`me:appointments.${state}`), isOwnBooking ? '' : t('me:appointments.forOthers')]
                .filter(Boolean)
                .join('. ')}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
