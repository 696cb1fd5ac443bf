import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { allOf } from '#app/components/passport/all-of.ts'
import { useTexts } from '#app/components/use-texts.ts'
import type { Fullness } from '#app/domain/scheduling/day-fill.ts'
import { formatWeekday } from '#app/i18n/format-words.ts'

export type PictureDay = {
  /** 'YYYY-MM-DD' */
  day: string
  /** "tirsdag 24. november" */
  name: string
  dayOfMonth: number
  /** 1 = Monday */
  weekday: number
  times: number
  free: number
  fullness: Fullness
  /** The times of the day; null when none of them fits. */
  href: string | null
}

type Props = {
  /** How many come. */
  people: number
  days: readonly PictureDay[]
  /** The day that the page shows alone. */
  chosen: string | null
}

const DAYS_OF_WEEK = 7
/** The drawing of one day, in units of its own. */
const BAR = { width: 28, height: 48, line: 2 }

/** How full each of the next days is, as a bar; each says the same in words to those who do not see it. */
export function DayPicture({ people, days, chosen }: Props) {
  const { t, language } = useTexts()
  const canChoose = days.some(({ href }) => href !== null)
  const howToChoose =
    people > 1
      ? t(canChoose ? 'see:fill.chooseGroup' : 'see:fill.noneGroup', { all: allOf(people, t) })
      : canChoose
        ? t('see:fill.choose')
        : ''
  return (
    <section className="stack-small" aria-labelledby="day-picture">
      <Heading level={2} data-size="xs" id="day-picture">
        {t('see:fill.title')}
      </Heading>
      <Paragraph>
        {[t(people > 1 ? 'see:fill.leadGroup' : 'see:fill.lead'), howToChoose].join(' ').trim()}
      </Paragraph>
      <div className="day-picture">
        <div className="day-names" aria-hidden="true">
          {days.slice(0, DAYS_OF_WEEK).map(({ day, weekday }) => (
            <span key={day}>{formatWeekday(weekday, language, 'shortest')}</span>
          ))}
        </div>
        <ol className="day-bars">
          {days.map((day) => (
            <li key={day.day}>
              {day.href ? (
                <a href={day.href} aria-current={day.day === chosen ? 'date' : undefined}>
                  <DayBar {...day} />
                </a>
              ) : (
                <span className="day-without">
                  <DayBar {...day} />
                </span>
              )}
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

function DayBar({ name, dayOfMonth, times, free, fullness }: PictureDay) {
  const { t } = useTexts()
  const word = t(`see:fill.${fullness}`)
  const hasBar = fullness !== 'closed' && fullness !== 'over'
  return (
    <>
      <span aria-hidden="true" className="day-number">
        {dayOfMonth}.
      </span>
      {hasBar ? <Bar taken={1 - free / times} /> : <NoBar />}
      <span aria-hidden="true" className={free > 0 ? 'day-free' : 'day-word'}>
        {free > 0 ? free : word}
      </span>
      <span className="ds-sr-only">
        {hasBar
          ? t('see:fill.day', { day: name, count: free, times, fullness: word })
          : t('see:fill.dayWithout', { day: name, fullness: word })}
      </span>
    </>
  )
}

function Bar({ taken }: { taken: number }) {
  const { width, height, line } = BAR
  const inside = height - 2 * line
  // A bar with one time left is not drawn as full, nor one with one time taken as empty.
  const filled =
    taken === 0 || taken === 1 ? taken * inside : Math.min(inside - 2, Math.max(2, taken * inside))
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      <rect className="bar-room" x={1} y={1} width={width - 2} height={height - 2} rx={3} />
      <rect
        className="bar-taken"
        x={line}
        y={Math.round(height - line - filled)}
        width={width - 2 * line}
        height={Math.round(filled)}
        rx={1.5}
      />
    </svg>
  )
}

/** A flat line where there is no bar: a shape of its own, so that closed is not taken for empty. */
function NoBar() {
  const { width, height } = BAR
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      <path className="bar-none" d={`M4 ${height - 3}H${width - 4}`} />
    </svg>
  )
}
