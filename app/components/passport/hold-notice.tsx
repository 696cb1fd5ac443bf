import { Button, Paragraph } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'
import { Notice } from '#app/components/notice.tsx'

type Props = {
  hold: { living: boolean; until: string; canBeLonger: boolean; secondsLeft: number }
  /** Where "more time" is asked for. */
  moreTimePath: string
  /** The page to come back to. */
  page: 'contact' | 'review'
}

/** Says until what o'clock the time is held, with a plain way to more time (WCAG 2.2.1). */
export function HoldNotice({ hold, moreTimePath, page }: Props) {
  const { t } = useTexts()
  if (!hold.living) {
    return (
      <Notice color="warning">
        <Paragraph>
          <strong>{t('passport:hold.expired')}.</strong> {t('passport:hold.expiredBody')}
        </Paragraph>
      </Notice>
    )
  }
  return (
    <form method="post" action={moreTimePath} className="hold">
      <input type="hidden" name="page" value={page} />
      <p>
        <strong>{t('passport:hold.until', { time: hold.until })}</strong>
      </p>
      {hold.canBeLonger ? (
        <Button type="submit" variant="secondary" data-size="sm">
          {t('passport:hold.more')}
        </Button>
      ) : (
        <p>{t('passport:hold.longest', { time: hold.until })}</p>
      )}
      <p
        id="hold-countdown"
        role="status"
        className="status"
        data-seconds={hold.secondsLeft}
        data-soon={t('passport:hold.soon')}
      />
    </form>
  )
}
