import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

export type DayHoursData = {
  day: string
  /** "fredag 27. november" */
  name: string
  isToday: boolean
  /** "08.00–15.30", or why nobody is there. */
  words: string
}

type Props = {
  title: string
  days: readonly DayHoursData[]
  note: string | null
}

/** The hours of a week, day by day. */
export function OfficeHours({ title, days, note }: Props) {
  const { t } = useTexts()
  return (
    <section className="stack-small" aria-labelledby="hours">
      <Heading level={2} data-size="sm" id="hours">
        {title}
      </Heading>
      {note ? <Paragraph>{note}</Paragraph> : null}
      <dl className="hours">
        {days.map(({ day, name, isToday, words }) => (
          <div key={day} className={isToday ? 'today' : undefined}>
            <dt className="sentence">{isToday ? t('offices:hours.today', { day: name }) : name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
