import { Heading, Link, Paragraph } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

export type ErrorKind = 'notFound' | 'unknownAppointment' | 'noAccess' | 'unexpected' | 'outage'

/** A page that says what went wrong, that it is not the person's fault, and where to go. */
export function ErrorPage({ kind }: { kind: ErrorKind }) {
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <Heading level={1} data-size="lg">
        {t(`errors:${kind}.title`)}
      </Heading>
      <Paragraph>{t(`errors:${kind}.body`)}</Paragraph>
      <Paragraph>{t('errors:callInstead')}</Paragraph>
      <Paragraph>
        <strong>{t('errors:emergency')}</strong>
      </Paragraph>
      <Paragraph className="links">
        <Link href={`/${language}`}>{t('errors:toFront')}</Link>
      </Paragraph>
    </div>
  )
}
