import { Heading, Link, List, Paragraph } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { ScrollBox } from '#app/components/scroll-box.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { rateLimits } from '#app/use-cases/rate-limits.server.ts'
import { openDataExamples } from './api/open-data-examples.server.ts'

export const handle = { title: 'openData:title' } satisfies PageHandle

export async function loader({ context: { portal } }: LoaderFunctionArgs) {
  return {
    examples: await openDataExamples(portal),
    limit: rateLimits(portal)['open-data'].address,
  }
}

/** The open data for people: what there is, how one asks, and what comes back now. */
export default function OpenData() {
  const { examples, limit } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <StepHeading title={t('openData:title')} lead={t('openData:lead')} />
      <section className="stack-small" aria-labelledby="how">
        <Heading level={2} data-size="sm" id="how">
          {t('openData:how.title')}
        </Heading>
        <List.Unordered>
          <List.Item>{t('openData:how.read')}</List.Item>
          <List.Item>{t('openData:how.keep')}</List.Item>
          <List.Item>{t('openData:how.limit', { count: limit.most, seconds: limit.seconds })}</List.Item>
          <List.Item>{t('openData:how.wrong')}</List.Item>
          <List.Item>{t('openData:how.personal')}</List.Item>
          <List.Item>{t('openData:how.unknown')}</List.Item>
        </List.Unordered>
        <ul className="links">
          <li>
            <Link href="/api/v1/openapi.json">{t('openData:document')}</Link>
          </li>
          <li>
            <Link href={`/${language}/about-data`}>{t('openData:about')}</Link>
          </li>
        </ul>
      </section>
      <section className="stack" aria-labelledby="examples">
        <div className="stack-small">
          <Heading level={2} data-size="sm" id="examples">
            {t('openData:examples.title')}
          </Heading>
          <Paragraph>{t('openData:examples.lead')}</Paragraph>
        </div>
        {examples.map(({ name, address, answer }) => (
          <div key={address} className="stack-small">
            <Heading level={3} data-size="xs">
              {t(`openData:resource.${name}`)}
            </Heading>
            <p className="links">
              <Link href={address}>
                <code>{address}</code>
              </Link>
            </p>
            <ScrollBox label={t('openData:examples.answer', { what: t(`openData:resource.${name}`) })}>
              <pre className="example" lang="en">
                <code>{answer}</code>
              </pre>
            </ScrollBox>
          </div>
        ))}
      </section>
    </div>
  )
}
