import { Heading, Link, Paragraph } from '@digdir/designsystemet-react'
import { QrCode } from '#app/components/qr-code.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import type { Moment } from '#app/i18n/format.ts'

type Time = { officeName: string; distance: string; moment: Moment; path: string }

export type TimeInsteadData = {
  here: Time | null
  nearby: Time | null
  /** On a screen that many use: the booking is opened on a phone. */
  qr: number[][] | null
}

/** A time that could be booked instead of waiting, here or nearby. */
export function TimeInstead({ here, nearby, qr }: TimeInsteadData) {
  const { t } = useTexts()
  return (
    <section className="stack-small" aria-labelledby="instead">
      <Heading level={2} data-size="sm" id="instead">
        {t('queue:instead.title')}
      </Heading>
      <ul className="plain">
        {here ? <li>{t('queue:instead.here', { time: here.moment.words })}</li> : null}
        {nearby ? (
          <li>
            {t('queue:instead.nearby', {
              ...{ office: nearby.officeName, distance: nearby.distance, time: nearby.moment.words },
            })}
          </li>
        ) : null}
      </ul>
      {qr ? (
        <div className="queue-phone">
          <QrCode modules={qr} label={t('queue:instead.qr')} />
          <Paragraph>{t('queue:instead.scan')}</Paragraph>
        </div>
      ) : (
        <ul className="links">
          {here ? (
            <li>
              <Link href={here.path}>{t('queue:instead.bookHere')}</Link>
            </li>
          ) : null}
          {nearby ? (
            <li>
              <Link href={nearby.path}>{t('queue:instead.bookAt', { office: nearby.officeName })}</Link>
            </li>
          ) : null}
        </ul>
      )}
    </section>
  )
}
