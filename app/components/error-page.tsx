import { Heading, Link, Paragraph } from '@digdir/designsystemet-react'
import { useContext } from 'react'
import { CallText } from '#app/components/call-text.tsx'
import { RequestState } from '#app/components/request-state.ts'
import { useTexts } from '#app/components/use-texts.ts'

export type ErrorKind =
  'tooMany' | 'notFound' | 'unknownAppointment' | 'unknownTicket' | 'noAccess' | 'unexpected' | 'outage'

/** A page that says what went wrong, that it is not the person's fault, and where to go. `wait`: how long, in words. */
export function ErrorPage({ kind, wait }: { kind: ErrorKind; wait?: string | undefined }) {
  const { t, language } = useTexts()
  const { reference } = useContext(RequestState)
  return (
    <div className="stack">
      <Heading level={1} data-size="lg">
        {t(`errors:${kind}.title`)}
      </Heading>
      <Paragraph>{t(`errors:${kind}.body`)}</Paragraph>
      {wait ? <Paragraph>{t('errors:wait', { wait })}</Paragraph> : null}
      <Paragraph>
        <CallText text={t('errors:callInstead')} />
      </Paragraph>
      <Paragraph>
        <strong>
          <CallText text={t('errors:emergency')} />
        </strong>
      </Paragraph>
      <Paragraph className="links">
        <Link href={`/${language}`}>{t('errors:toFront')}</Link>
      </Paragraph>
      {/* What the server wrote stays, also where the page wakes up in the browser, which does not know it. */}
      <p suppressHydrationWarning>{reference ? t('errors:reference', { reference }) : ''}</p>
    </div>
  )
}
