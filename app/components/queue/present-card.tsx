import { Button, Heading, Link, Paragraph } from '@digdir/designsystemet-react'
import { useTexts } from '#app/components/use-texts.ts'

export type PresentCardData =
  { at: 'later'; time: string } | { at: 'now'; path: string; code: string } | { at: 'done'; path: string }

/** On the day of an appointment: "I am here", from when on it can be said, or the way to the queue. */
export function PresentCard(data: PresentCardData) {
  const { t } = useTexts()
  return (
    <section className="card stack-small no-print" aria-labelledby="present">
      <Heading level={2} data-size="sm" id="present">
        {t('queue:present.title')}
      </Heading>
      {data.at === 'later' ? <Paragraph>{t('queue:present.later', { time: data.time })}</Paragraph> : null}
      {data.at === 'now' ? (
        <>
          <Paragraph>{t('queue:present.now')}</Paragraph>
          <form method="post" action={data.path} className="actions">
            <input type="hidden" name="code" value={data.code} />
            <Button type="submit">{t('queue:checkIn.submit')}</Button>
          </form>
        </>
      ) : null}
      {data.at === 'done' ? (
        <>
          <Paragraph>{t('queue:present.done')}</Paragraph>
          <p className="links">
            <Link href={data.path}>{t('queue:present.follow')}</Link>
          </p>
        </>
      ) : null}
    </section>
  )
}
