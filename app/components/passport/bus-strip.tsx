import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { Pause } from '#app/components/pause.tsx'
import { useTexts } from '#app/components/use-texts.ts'

export type StripDay = {
  day: string
  /** "tirsdag 24. november" */
  name: string
  stops: { id: string; name: string; hours: string; isHere: boolean; href: string }[]
}

export type BusStripData = {
  thisWeek: StripDay[]
  nextWeek: StripDay[]
  /** When the bus is at this stop, in words; null when it does not come. */
  nextHere: string | null
  /** The days are not those of a real tour. */
  isMadeUp: boolean
}

/** Where the bus of a stop is, day by day, drawn as a line with its stops. */
export function BusStrip({ thisWeek, nextWeek, nextHere, isMadeUp }: BusStripData) {
  const { t } = useTexts()
  const weeks = [
    { id: 'this-week', title: t('see:bus.thisWeek'), days: thisWeek },
    { id: 'next-week', title: t('see:bus.nextWeek'), days: nextWeek },
  ].filter(({ days }) => days.length > 0)
  return (
    <section className="stack-small" aria-labelledby="bus-strip">
      <Heading level={2} data-size="xs" id="bus-strip">
        {t('see:bus.title')}
      </Heading>
      <Paragraph>{nextHere === null ? t('see:bus.never') : t('see:bus.next', { day: nextHere })}</Paragraph>
      <div className="bus-weeks">
        {weeks.map(({ id, title, days }) => (
          <div key={id} className="stack-small">
            <Heading level={3} data-size="2xs" id={id}>
              {title}
            </Heading>
            <ol className="bus-line" aria-labelledby={id}>
              {days.map(({ day, name, stops }) => (
                <li key={day} className={lineClass(stops)}>
                  <span className="bus-day">{name}</span>
                  <Pause />
                  {stops.length === 0 ? <span className="hint">{t('see:bus.still')}</span> : null}
                  {stops.map((stop) => (
                    <span key={stop.id} className="bus-stop">
                      <a className="ds-link" href={stop.href}>
                        {stop.name}
                      </a>
                      <Pause />
                      <span className="hint">{t('see:bus.hours', { hours: stop.hours })}</span>
                      {stop.isHere ? (
                        <>
                          <Pause />
                          <span className="tag">{t('see:bus.here')}</span>
                        </>
                      ) : null}
                    </span>
                  ))}
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
      {isMadeUp ? <p className="hint">{t('see:bus.made')}</p> : null}
    </section>
  )
}

function lineClass(stops: StripDay['stops']): string {
  if (stops.length === 0) return 'still'
  return stops.some(({ isHere }) => isHere) ? 'here' : 'out'
}
