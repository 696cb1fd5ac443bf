import { Heading, Link, Paragraph, Table } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { ScrollBox } from '#app/components/scroll-box.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { formatLongDate } from '#app/i18n/format-words.ts'
import { sourceWords } from '#app/i18n/source-words.ts'
import { contentReview, type PageToReview } from '#app/use-cases/content-review.server.ts'
import { languageOf } from '../request-language.ts'
import { staffOf } from '../logged-in.ts'

export const handle = { title: 'staff:content.title', service: 'staff:service' } satisfies PageHandle

export async function loader(args: LoaderFunctionArgs) {
  await staffOf(args, 'see-content')
  return contentReview(args.context.portal, languageOf(args.params))
}

/** The pages about services and the advice: which are to be looked at again, and where their facts are from. */
export default function ContentPage() {
  const { late, inTime } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  return (
    <div className="stack">
      <StepHeading
        title={t('staff:content.title')}
        lead={t('staff:content.lead')}
        back={`/${language}/staff`}
      />
      <section className="stack-small">
        <Heading level={2} data-size="sm">
          {t('staff:content.late')}
        </Heading>
        {late.length > 0 ? (
          <PageTable caption={t('staff:content.late')} pages={late} />
        ) : (
          <Paragraph>{t('staff:content.noneLate')}</Paragraph>
        )}
      </section>
      {inTime.length > 0 ? (
        <section className="stack-small">
          <Heading level={2} data-size="sm">
            {t('staff:content.inTime')}
          </Heading>
          <PageTable caption={t('staff:content.inTime')} pages={inTime} />
        </section>
      ) : null}
    </div>
  )
}

function PageTable({ caption, pages }: { caption: string; pages: readonly PageToReview[] }) {
  const { t, language } = useTexts()
  return (
    <ScrollBox label={caption}>
      <Table data-size="sm">
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t('staff:content.page')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('staff:content.reviewBy')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('staff:content.version')}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t('staff:content.sources')}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {pages.map(({ path, title, reviewBy, version, sources }) => (
            <Table.Row key={path}>
              <Table.HeaderCell scope="row">
                <Link href={path}>{title}</Link>
              </Table.HeaderCell>
              <Table.Cell>
                <time dateTime={reviewBy}>{formatLongDate(Temporal.PlainDate.from(reviewBy), language)}</time>
              </Table.Cell>
              <Table.Cell>{version}</Table.Cell>
              <Table.Cell>{sources.map((source) => sourceWords(source, t)).join('; ')}</Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  )
}
