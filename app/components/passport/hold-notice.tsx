import { Paragraph } from '@digdir/designsystemet-react'
import type { ReactNode } from 'react'
import { useTexts } from '#app/components/use-texts.ts'
import { Notice } from '#app/components/notice.tsx'

type Props = {
  hold: { living: boolean; until: string; canBeLonger: boolean; secondsLeft: number }
  /** More time was just given: that is read first. */
  isLonger: boolean
  /** The button for more time, where it does not stand elsewhere on the page. */
  children?: ReactNode
}

/** Says until what o'clock the time is held; each page that has it offers more time (WCAG 2.2.1). */
export function HoldNotice({ hold, isLonger, children }: Props) {
  const { t } = useTexts()
  if (!hold.living) {
    return (
      <Notice color="warning">
        <Paragraph>
          <strong>{`${t('passport:hold.expired')}.`}</strong>
          {` ${t('passport:hold.expiredBody')}`}
        </Paragraph>
      </Notice>
    )
  }
  const until = `${t('passport:hold.until', { time: hold.until })}.`
  return (
    <div className="hold">
      {isLonger ? (
        <Notice color="success" takesFocus>
          <Paragraph>
            <strong>{t('passport:hold.longer')}</strong>
            {` ${until}`}
          </Paragraph>
        </Notice>
      ) : (
        <p>
          <strong>{until}</strong>
        </p>
      )}
      {hold.canBeLonger ? children : <p>{t('passport:hold.longest', { time: hold.until })}</p>}
      <p
        id="hold-countdown"
        role="status"
        className="status"
        data-seconds={hold.secondsLeft}
        data-soon={t(hold.canBeLonger ? 'passport:hold.soon' : 'passport:hold.soonLast')}
      />
    </div>
  )
}
