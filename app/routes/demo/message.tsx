import { Link } from '@digdir/designsystemet-react'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FactList } from '#app/components/fact-list.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { describeInstant } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { todayOf } from '#app/use-cases/portal.server.ts'
import { languageOf } from '../request-language.ts'
import { shownMessage } from './demo-outbox.ts'

export const handle = { title: 'messages:demo.one' } satisfies PageHandle

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = languageOf(params)
  const message = await shownMessage(context, params.number)
  const { number, channel, to, subject, text, language: lang } = message
  const today = todayOf(context.portal.clock)
  const kept = describeInstant(Temporal.Instant.from(message.keptAt), today, language, translator(language))
  return { number, channel, to, subject, text, lang, kept: kept.full, hasCalendar: message.calendar !== null }
}

/** One message as the person would read it; its link works. */
export default function DemoMessage() {
  const { number, channel, to, subject, text, lang, kept, hasCalendar } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  const path = `/${language}/demo/messages`
  return (
    <div className="stack">
      <StepHeading title={t('messages:demo.one')} back={path} />
      <FactList
        facts={[
          { name: t('messages:demo.to'), value: `${to} (${t(`messages:demo.${channel}`)})` },
          { name: t('messages:demo.kept'), value: kept },
        ]}
      />
      <section className="card stack-small" lang={lang} aria-labelledby="message-subject">
        <h2 className="ds-heading" data-size="sm" id="message-subject" lang={subject ? lang : language}>
          {subject ?? t('messages:demo.text')}
        </h2>
        <div className="message-text">
          {text.split(/(https?:\/\/\S+)/).map((part, index) =>
            index % 2 === 1 ? (
              <a key={index} href={part}>
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </div>
      </section>
      <ul className="links">
        {hasCalendar ? (
          <li>
            <Link href={`${path}/${number}/calendar.ics`}>{t('messages:demo.calendar')}</Link>
          </li>
        ) : null}
        {channel === 'letter' ? (
          <li>
            <Link href={`${path}/${number}/letter.pdf`}>{t('messages:demo.letterFile')}</Link>
          </li>
        ) : null}
        <li>
          <Link href={path}>{t('messages:demo.back')}</Link>
        </li>
      </ul>
    </div>
  )
}
