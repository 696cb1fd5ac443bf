import { Button } from '@digdir/designsystemet-react'
import { Form } from '@remix-run/react'
import { RequiredNote } from '#app/components/form/required-note.tsx'
import { TimeChoices, type TimeChoice } from '#app/components/passport/time-choices.tsx'
import type { FormError } from '#app/components/form/form-error.ts'
import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  office: string
  /** How many people the times are for. */
  size: number
  /** Made for this page; pressing the button twice then holds one time, not two. */
  idempotencyKey: string
  /** The time that is held for the person already. */
  held: TimeChoice | null
  /** The time that was chosen already and could not be held yet. */
  chosen?: number | undefined
  /** The nearest times to one that was lost or is to be changed; they come first. */
  closest: readonly TimeChoice[]
  closestHeading: string
  days: readonly { day: string; name: string; times: readonly TimeChoice[]; total: number }[]
  /** The page with all times of a day. */
  dayPath: (day: string) => string
  error: FormError | undefined
}

/** All times of a page in one form: what is held, what is near what was lost, then day by day. */
export function TimePicker({
  office,
  size,
  idempotencyKey,
  held,
  chosen,
  closest,
  closestHeading,
  days,
  dayPath,
  error,
}: Props) {
  const { t } = useTexts()
  const groups = [
    {
      id: 'held',
      heading: t('passport:when.held'),
      times: held ? [held] : [],
      withDay: true,
      more: undefined,
    },
    { id: 'closest', heading: closestHeading, times: closest, withDay: true, more: undefined },
    ...days.map(({ day, name, times, total }) => ({
      id: `day-${day}`,
      heading: name,
      times,
      withDay: false,
      more:
        total > times.length
          ? { href: dayPath(day), text: t('passport:when.allOfDay', { count: total, day: name }) }
          : undefined,
    })),
  ].filter(({ times }) => times.length > 0)

  return (
    <Form method="post" noValidate className="stack">
      <input type="hidden" name="key" value={idempotencyKey} />
      <RequiredNote text={t('passport:when.required')} />
      {groups.map((group, index) => (
        <TimeChoices
          {...group}
          key={group.id}
          office={office}
          size={size}
          chosen={chosen ?? held?.tick}
          isFirst={index === 0}
          error={index === 0 ? error : undefined}
        />
      ))}
      <div className="actions sticky">
        <Button type="submit">{t('passport:when.submit')}</Button>
      </div>
    </Form>
  )
}
