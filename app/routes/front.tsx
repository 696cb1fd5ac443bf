import { Heading, Link, List, Paragraph } from '@digdir/designsystemet-react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { useTexts } from '#app/components/use-texts.ts'
import { Pause } from '#app/components/pause.tsx'

export const handle = { title: 'front:title' } satisfies PageHandle

/** "Hva gjelder det?": what works, and honest lines for what does not yet. */
export default function Front() {
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <div className="step-heading">
        <Heading level={1} data-size="xl">
          {t('front:title')}
        </Heading>
        <Paragraph data-size="lg">{t('front:lead')}</Paragraph>
      </div>

      <section className="emergency" aria-labelledby="emergency">
        <Heading level={2} data-size="xs" id="emergency">
          {t('front:emergency.title')}
        </Heading>
        <a className="ds-button" data-color="danger" data-variant="primary" href="tel:112">
          {t('front:emergency.call')}
        </a>
        <Paragraph data-size="sm">{t('front:emergency.deaf')}</Paragraph>
      </section>

      <ul className="rows">
        <li>
          <a className="row-link" href={`/${language}/passport`}>
            <span className="row-title">{t('front:passport.title')}</span>
            <Pause />
            <span>{t('front:passport.body')}</span>
          </a>
        </li>
        <li>
          <a className="row-link" href={`/${language}/appointments`}>
            <span className="row-title">{t('front:appointment.title')}</span>
            <Pause />
            <span>{t('front:appointment.body')}</span>
          </a>
        </li>
      </ul>

      <section className="stack-small" aria-labelledby="coming">
        <Heading level={2} data-size="sm" id="coming">
          {t('front:coming.title')}
        </Heading>
        <Paragraph>{t('front:coming.body')}</Paragraph>
        <List.Unordered>
          <List.Item>{t('front:coming.report')}</List.Item>
          <List.Item>{t('front:coming.specialist')}</List.Item>
          <List.Item>{t('front:coming.case')}</List.Item>
          <List.Item>{t('front:coming.tip')}</List.Item>
          <List.Item>{t('front:coming.lost')}</List.Item>
        </List.Unordered>
        <Paragraph className="links">
          <Link href="tel:02800">{t('front:coming.call')}</Link>
        </Paragraph>
      </section>
    </div>
  )
}
