import { Heading, Link, Paragraph } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { describeInstant } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { todayOf } from '#app/use-cases/portal.server.ts'
import { languageOf } from '../request-language.ts'
import { demoOutbox } from './demo-outbox.ts'

export const handle = { title: 'messages:demo.title' } satisfies PageHandle

const MOST = 30

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = languageOf(params)
  const today = todayOf(context.portal.clock)
  const newest = await demoOutbox(context).newest(MOST)
  return {
    messages: newest.map(({ number, channel, to, subject, language: lang, text, keptAt }) => ({
      ...{ number, channel, to, lang },
      // A text message has no subject: its beginning stands for it.
      subject: subject ?? text.split(/[.:] /)[0] ?? '',
      kept: describeInstant(Temporal.Instant.from(keptAt), today, language, translator(language)),
    })),
  }
}

/** The messages that the demonstration would have sent, the newest first. */
export default function DemoMessages() {
  const { messages } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  const path = `/${language}/demo/messages`
  return (
    <div className="stack">
      <StepHeading title={t('messages:demo.title')} lead={t('messages:demo.lead')} />
      <Paragraph>{t('messages:demo.everybody')}</Paragraph>
      <p className="links">
        <Link href={path}>{t('messages:demo.refresh')}</Link>
      </p>
      {messages.length === 0 ? <Paragraph>{t('messages:demo.empty')}</Paragraph> : null}
      {messages.length > 0 ? (
        <section className="stack-small">
          <Heading level={2} data-size="sm">
            {t('messages:demo.list')}
          </Heading>
          <ul className="people">
            {messages.map(({ number, channel, to, subject, lang, kept }) => (
              <li key={number}>
                <p>
                  <Link href={`${path}/${number}`}>
                    <span lang={lang}>{subject}</span>
                    {` – ${t(`messages:demo.${channel}`)}, ${to}`}
                  </Link>
                </p>
                <p className="hint">
                  <time dateTime={kept.iso}>{kept.words}</time>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
