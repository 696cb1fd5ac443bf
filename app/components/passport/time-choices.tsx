import { Heading, Input, Label } from '@digdir/designsystemet-react'
import { allOf } from '#app/components/passport/all-of.ts'
import { FieldError } from '#app/components/form/field-error.tsx'
import type { FormError } from '#app/components/form/form-error.ts'
import { useTexts } from '#app/components/use-texts.ts'
import type { Moment } from '#app/i18n/format.ts'

/** `group`: for several people, when the last is finished and at how many counters they are served. */
export type TimeChoice = Moment & { tick: number; group: { until: string; counters: number } | null }

/** The id that an error of the whole choice links to: the first time on the page. */
const FIRST_ID = 'start'

type Props = {
  id: string
  heading: string
  office: string
  size: number
  times: readonly TimeChoice[]
  /** Shows the day in each choice, for times of several days. */
  withDay?: boolean
  /** The first group has the id that an error links to. */
  isFirst?: boolean
  error?: FormError | undefined
  /** The time that is chosen already. */
  chosen?: number | undefined
  more?: { href: string; text: string } | undefined
}

/**
 * The times of a day as radio buttons; each one's name reads alone: "09.30, alle fire, ferdige ca. 10.10, Sandvika,
 * tirsdag 24. november".
 */
export function TimeChoices({
  id,
  heading,
  office,
  size,
  times,
  withDay,
  isFirst,
  error,
  chosen,
  more,
}: Props) {
  const { t } = useTexts()
  return (
    <fieldset className="ds-fieldset times" aria-describedby={error ? 'start-error' : undefined}>
      <legend>
        <Heading level={2} data-size="xs">
          {heading}
        </Heading>
      </legend>
      {error ? <FieldError id="start-error" message={error} /> : null}
      <div className={`time-grid${withDay ? ' with-day' : ''}${size > 1 ? ' of-group' : ''}`}>
        {times.map(({ tick, time, day, full, group }, index) => {
          const isStart = isFirst && index === 0
          const inputId = isStart ? FIRST_ID : `${id}-${tick}`
          return (
            <div key={tick} className="time-choice">
              <Input
                type="radio"
                name="start"
                id={inputId}
                value={tick}
                defaultChecked={tick === chosen}
                aria-describedby={error && isStart ? 'start-error' : undefined}
                aria-invalid={error ? true : undefined}
              />
              <Label htmlFor={inputId} data-weight="medium">
                {withDay ? full : time}
                {group ? (
                  <span className="time-group">
                    <span className="ds-sr-only">, {allOf(size, t)}, </span>
                    {t('people:times.until', { until: group.until })}
                    {group.counters > 1 ? `, ${t('people:times.counters', { count: group.counters })}` : null}
                  </span>
                ) : null}
                <span className="ds-sr-only">
                  , {withDay ? office : t('passport:when.timeLabel', { office, day })}
                </span>
              </Label>
            </div>
          )
        })}
      </div>
      {more ? (
        <p>
          <a className="ds-link" href={more.href}>
            {more.text}
          </a>
        </p>
      ) : null}
    </fieldset>
  )
}
