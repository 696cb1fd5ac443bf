import { Button, Heading, Paragraph } from '@digdir/designsystemet-react'
import type { FormErrors } from '#app/components/form/form-error.ts'
import { TextField } from '#app/components/form/text-field.tsx'
import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  officeId: string
  /** What is announced now; 0 for nothing. */
  delayMinutes: number
  minutes: string
  errors: FormErrors | undefined
  /** What is about to be announced, to be looked over; null before that. */
  review: { minutes: number; reach: number } | null
}

/** Announces a delay in two steps – what it says and whom it reaches first –, or withdraws it. */
export function DelayForm({ officeId, delayMinutes, minutes, errors, review }: Props) {
  const { t, language } = useTexts()
  const hidden = <input type="hidden" name="office" value={officeId} />
  return (
    <section className="stack-small">
      <Heading level={2} data-size="sm" id="delay">
        {t('queue-office:delay.title')}
      </Heading>
      <Paragraph>{t('queue-office:delay.lead')}</Paragraph>
      {delayMinutes > 0 ? (
        <form method="post" className="stack-small">
          {hidden}
          <Paragraph>{t('queue-office:delay.isOn', { minutes: delayMinutes })}</Paragraph>
          <div className="actions">
            <Button type="submit" name="then" value="withdraw" variant="secondary">
              {t('queue-office:delay.withdraw')}
            </Button>
          </div>
        </form>
      ) : null}
      {review ? (
        <form method="post" className="stack-small">
          {hidden}
          <input type="hidden" name="minutes" value={review.minutes} />
          <Paragraph>
            <strong>{t('queue-office:delay.sure', { minutes: review.minutes })}</strong>
          </Paragraph>
          <Paragraph>{t('queue-office:delay.reach', { count: review.reach })}</Paragraph>
          <div className="actions">
            <Button type="submit" name="then" value="announce">
              {t('queue-office:delay.announce')}
            </Button>
            <a className="ds-link" href={`/${language}/staff/queue/overview?office=${officeId}#delay`}>
              {t('queue-office:delay.change')}
            </a>
          </div>
        </form>
      ) : (
        <form method="post" className="stack-small" noValidate>
          {hidden}
          <TextField
            id="minutes"
            label={t('queue-office:delay.minutes')}
            hint={t('queue-office:delay.hint')}
            value={minutes}
            error={errors?.minutes}
            inputMode="numeric"
            autoComplete="off"
            short
          />
          <div className="actions">
            <Button type="submit" name="then" value="review" variant="secondary">
              {t('queue-office:delay.review')}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
