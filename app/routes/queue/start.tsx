import { Heading, Paragraph } from '@digdir/designsystemet-react'
import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { Pause } from '#app/components/pause.tsx'
import { ClosedNotice } from '#app/components/queue/closed-notice.tsx'
import { QueuePage } from '#app/components/queue/queue-page.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { translator } from '#app/i18n/i18n.ts'
import { LANGUAGES } from '#app/i18n/languages.ts'
import { languageOf } from '../request-language.ts'
import { openingInWords, queuePageData } from './queue-page.ts'
import { queuePath } from '#app/components/queue/queue-path.ts'
import { forgetShown } from './shown-answer.ts'

export const handle = {
  title: 'queue:start.title',
  enhancements: ['kiosk-reset', 'scan-code'],
} satisfies PageHandle

/** The first page: whatever was answered to the one before is forgotten. */
export function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args
  const page = queuePageData(args)
  return data(
    {
      ...page,
      titleOptions: { office: page.officeName },
      opening: openingInWords(context.portal, page.at.officeId, languageOf(params)),
      isGone: new URL(request.url).searchParams.get('told') === 'gone',
    },
    { headers: forgetShown(request, context.settings) },
  )
}

/** Two choices, as large as a hand. */
export default function QueueStart() {
  const { at, isWall, officeName, opening, isGone, ...reset } = useLoaderData<typeof loader>()
  const { t, language } = useTexts()
  const choices = [
    {
      path: queuePath(at, 'check-in'),
      title: t('queue:start.booked'),
      hints: [t('queue:start.bookedHint'), ...(isWall ? [t('queue:start.bookedScan')] : [])],
    },
    { path: queuePath(at, 'ticket'), title: t('queue:start.walkIn'), hints: [t('queue:start.walkInHint')] },
  ]
  return (
    <QueuePage {...reset} at={at} isWall={isWall}>
      {isGone ? (
        <Notice color="info" takesFocus>
          <Paragraph>{t('queue:start.gone')}</Paragraph>
        </Notice>
      ) : null}
      <div className="step-heading">
        <Heading level={1} data-size="lg">
          {t('queue:start.title', { office: officeName })}
        </Heading>
        {opening.isOpen ? (
          <Paragraph>
            {t('queue:start.open', { time: opening.until })}
            {opening.again ? ` ${t('queue:start.again', opening.again)}` : null}
          </Paragraph>
        ) : null}
      </div>
      {opening.isOpen ? null : <ClosedNotice opens={opening.opens} />}
      <ul className="rows">
        {choices.map(({ path, title, hints }) => (
          <li key={path}>
            <a className="row-link queue-choice" href={path}>
              <span className="row-title">{title}</span>
              <Pause />
              <span className="row-facts">{hints.join(' ')}</span>
            </a>
          </li>
        ))}
      </ul>
      {isWall ? (
        // Once more where a hand reaches, also from a wheelchair: the menu is at the top of a tall screen.
        <ul className="queue-languages">
          {LANGUAGES.map((other) => (
            <li key={other}>
              <a
                className="ds-button"
                data-variant={other === language ? 'primary' : 'secondary'}
                aria-current={other === language ? 'true' : undefined}
                lang={other}
                hrefLang={other}
                href={queuePath({ ...at, language: other })}
              >
                {translator(other)('common:languageName')}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="links">
          <a className="ds-link" href={`/${language}/queue`}>
            {t('queue:start.otherOffice')}
          </a>
        </p>
      )}
    </QueuePage>
  )
}
