import { Button, Paragraph } from '@digdir/designsystemet-react'
import type { FormErrors } from '#app/components/form/form-error.ts'
import { ReachFields } from '#app/components/form/reach-fields.tsx'
import { useTexts } from '#app/components/use-texts.ts'

type Props = {
  /** Said once for all that is done here. */
  reason: string
  may: { arrive: boolean; correct: boolean; cancel: boolean; restore: boolean }
  /** What is asked before it is done. */
  asks: 'cancel' | 'contact' | null
  reach: { email: string; mobile: string }
  errors: FormErrors | undefined
}

/** What can be done for the person of an opened appointment; nothing is cancelled without being asked once. */
export function AppointmentActions({ reason, may, asks, reach, errors }: Props) {
  const { t } = useTexts()
  const given = <input type="hidden" name="reason" value={reason} />
  if (asks === 'cancel' && may.cancel) {
    return (
      <form method="post" className="stack-small">
        {given}
        <Paragraph>{t('staff:appointment.sure')}</Paragraph>
        <div className="actions">
          <Button type="submit" name="then" value="cancel" data-color="danger">
            {t('staff:appointment.cancelSure')}
          </Button>
          <Button type="submit" name="then" value="see" variant="secondary">
            {t('staff:appointment.keep')}
          </Button>
        </div>
      </form>
    )
  }
  if (asks === 'contact' && may.correct) {
    return (
      <form method="post" className="stack-small" noValidate>
        {given}
        <ReachFields
          values={reach}
          errors={errors}
          isOwn={false}
          mobileHint={t('passport:contact.mobileHint')}
        />
        <div className="actions">
          <Button type="submit" name="then" value="contact">
            {t('staff:appointment.saveContact')}
          </Button>
          <Button type="submit" name="then" value="see" variant="secondary">
            {t('staff:appointment.keepContact')}
          </Button>
        </div>
      </form>
    )
  }
  return (
    <form method="post" className="actions">
      {given}
      {may.arrive ? (
        <Button type="submit" name="then" value="arrived">
          {t('staff:appointments.arrived')}
        </Button>
      ) : null}
      {may.correct ? (
        <Button type="submit" name="then" value="ask-contact" variant="secondary">
          {t('staff:appointment.contact')}
        </Button>
      ) : null}
      {may.cancel ? (
        <Button type="submit" name="then" value="ask-cancel" variant="secondary" data-color="danger">
          {t('staff:appointment.cancel')}
        </Button>
      ) : null}
      {may.restore ? (
        <Button type="submit" name="then" value="restore" variant="secondary">
          {t('staff:appointment.restore')}
        </Button>
      ) : null}
    </form>
  )
}
