import { Link } from '@digdir/designsystemet-react'
import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/components/page-handle.ts'
import { CheckInRefused } from '#app/components/queue/check-in-refused.tsx'
import { QueuePage } from '#app/components/queue/queue-page.tsx'
import { queuePath } from '#app/components/queue/queue-path.ts'
import { TicketSlip } from '#app/components/queue/ticket-slip.tsx'
import { TimeInstead } from '#app/components/queue/time-instead.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { ticketOfSecret } from '#app/use-cases/given-ticket.server.ts'
import { languageOf } from '../request-language.ts'
import { queuePageData } from './queue-page.ts'
import { refusedData } from './refused-data.ts'
import { readShown } from './shown-answer.ts'
import { ticketSlipData } from './ticket-slip-data.ts'
import { timeInsteadData } from './time-instead-data.ts'

export const handle = {
  title: 'queue:answer.title',
  service: 'queue:title',
  enhancements: ['kiosk-reset', 'scan-code', 'print-page'],
} satisfies PageHandle

/** What was answered to the form before; its address says nothing, so that "back" shows nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args
  const { portal } = context
  const language = languageOf(params)
  const page = queuePageData(args)
  const shown = readShown(request, page.at.officeId)
  if (shown?.kind === 'refused') {
    const refused = refusedData(portal, shown.refusal, language)
    return {
      ...page,
      kind: 'refused' as const,
      titleKey: `queue:refused.${refused.words}.title` as const,
      refused,
      instead: refused.offersTime ? await timeInsteadData(context, { ...page, language }) : null,
    }
  }
  const handed = shown && (await ticketOfSecret(portal, shown.secret))
  if (!handed) throw redirect(queuePath(page.at, '', { told: 'gone' }))
  const slip = ticketSlipData(context, handed, language)
  return {
    ...page,
    kind: 'ticket' as const,
    titleOptions: { label: slip.label },
    slip,
    isPrinting: new URL(request.url).searchParams.has('print'),
  }
}

export default function QueueAnswer() {
  const loaded = useLoaderData<typeof loader>()
  const { t } = useTexts()
  const { at, isWall, resetSeconds, warningSeconds } = loaded
  const over = (
    <Link className="ds-button" data-variant="primary" href={queuePath(at)}>
      {t(loaded.kind === 'ticket' ? 'queue:answer.done' : 'queue:start.over')}
    </Link>
  )
  return (
    <QueuePage at={at} isWall={isWall} resetSeconds={resetSeconds} warningSeconds={warningSeconds}>
      {loaded.kind === 'refused' ? (
        <>
          <CheckInRefused {...loaded.refused} ticketPath={queuePath(at, 'ticket')} />
          {loaded.instead ? <TimeInstead {...loaded.instead} /> : null}
          <div className="actions">{over}</div>
        </>
      ) : (
        <>
          <TicketSlip {...loaded.slip} />
          {loaded.isPrinting ? (
            <p id="print-now" className="no-print">
              {t('queue:answer.printing')}
            </p>
          ) : null}
          <div className="actions no-print">
            {over}
            <Link
              className="ds-button"
              data-variant="secondary"
              href={queuePath(at, 'answer', { print: '1' })}
            >
              {t('queue:answer.print')}
            </Link>
          </div>
        </>
      )}
    </QueuePage>
  )
}
