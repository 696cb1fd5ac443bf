import { Heading, Link, List, Paragraph } from '@digdir/designsystemet-react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { useTexts } from '#app/components/use-texts.ts'

export const handle = { title: 'statements:accessibility.title' } satisfies PageHandle

/** What was tested and what was not; it must stay true of the tests that run. */
export default function Accessibility() {
  const { t } = useTexts()
  return (
    <div className="stack">
      <Heading level={1} data-size="lg">
        {t('statements:accessibility.title')}
      </Heading>
      <Paragraph data-size="lg">{t('statements:accessibility.lead')}</Paragraph>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:accessibility.goal.title')}
        </Heading>
        <Paragraph>{t('statements:accessibility.goal.body')}</Paragraph>
      </section>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:accessibility.tested.title')}
        </Heading>
        <Paragraph>{t('statements:accessibility.tested.lead')}</Paragraph>
        <List.Unordered>
          <List.Item>{t('statements:accessibility.tested.axe')}</List.Item>
          <List.Item>{t('statements:accessibility.tested.keyboard')}</List.Item>
          <List.Item>{t('statements:accessibility.tested.served')}</List.Item>
          <List.Item>{t('statements:accessibility.tested.screenReader')}</List.Item>
        </List.Unordered>
      </section>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:accessibility.untested.title')}
        </Heading>
        <List.Unordered>
          <List.Item>{t('statements:accessibility.untested.screenReaders')}</List.Item>
          <List.Item>{t('statements:accessibility.untested.tools')}</List.Item>
          <List.Item>{t('statements:accessibility.untested.people')}</List.Item>
        </List.Unordered>
        <Paragraph>{t('statements:accessibility.untested.so')}</Paragraph>
      </section>

      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('statements:accessibility.tell.title')}
        </Heading>
        <Paragraph>{t('statements:accessibility.tell.body')}</Paragraph>
        <Paragraph>{t('statements:accessibility.tell.police')}</Paragraph>
        <Paragraph className="links">
          <Link href="tel:02800">{t('statements:accessibility.tell.call')}</Link>
        </Paragraph>
      </section>
    </div>
  )
}
