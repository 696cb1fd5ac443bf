import { Heading, Link, List, Paragraph } from '@digdir/designsystemet-react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'

export const handle = {
  title: 'appointments:lost.title',
  service: 'appointments:service',
} satisfies PageHandle

/** For someone who has lost the link; messages that could send it again come later. */
export default function LostLink() {
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <StepHeading
        title={t('appointments:lost.title')}
        lead={t('appointments:lost.lead')}
        back={`/${language}`}
      />
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('appointments:lost.how')}
        </Heading>
        <List.Unordered>
          <List.Item>{t('appointments:lost.history')}</List.Item>
          <List.Item>{t('appointments:lost.call')}</List.Item>
          <List.Item>{t('appointments:lost.come')}</List.Item>
        </List.Unordered>
        <Paragraph>{t('appointments:lost.later')}</Paragraph>
      </section>
      <ul className="links">
        <li>
          <Link href="tel:02800">{t('appointments:lost.ring')}</Link>
        </li>
        <li>
          <Link href={`/${language}/passport/book/who`}>{t('appointments:lost.book')}</Link>
        </li>
      </ul>
    </div>
  )
}
