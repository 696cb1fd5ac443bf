import { Button, Link, Paragraph } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import type { FormErrors } from '#app/components/form/form-error.ts'
import { TextField } from '#app/components/form/text-field.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import { QueuePage } from '#app/components/queue/queue-page.tsx'
import { queuePath } from '#app/components/queue/queue-path.ts'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { checkIn } from '#app/use-cases/check-in.server.ts'
import { countAttempt } from '#app/use-cases/count-within.server.ts'
import { scannedCode } from '#app/use-cases/scanned-code.server.ts'
import { languageOf } from '../request-language.ts'
import { queuePageData } from './queue-page.ts'
import { showNext } from './shown-answer.ts'
import { waitOf } from './wait-of.ts'

export const handle = {
  title: 'queue:checkIn.title',
  service: 'queue:title',
  enhancements: ['kiosk-reset', 'scan-code'],
} satisfies PageHandle

/** With a code in the address – the link of a receipt – only "I am here" is left to say; nothing is looked up yet. */
export function loader(args: LoaderFunctionArgs) {
  const page = queuePageData(args)
  const code = scannedCode(new URL(args.request.url).searchParams.get('code'))
  const isAsked = code !== null
  return {
    ...page,
    code,
    titleKey: isAsked ? ('queue:checkIn.here' as const) : ('queue:checkIn.title' as const),
    titleOptions: { office: page.officeName },
  }
}

/** Of what was typed, so much is shown again. */
const MOST_KEPT = 40

type Failure = { errors: FormErrors | undefined; wait: string | null; typed: string }

/**
 * Checks in by the code. A right one is never refused for the wrong ones of a neighbour; but once there were too many,
 * nothing is told of a code that does not check in here and now.
 */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args
  const { portal, settings, visit } = context
  const { at, isWall } = queuePageData(args)
  const language = languageOf(params)
  const posted = (await request.formData()).get('code')
  const code = scannedCode(posted)
  const typed = String(posted ?? '').slice(0, MOST_KEPT)
  const failed = (failure: Partial<Failure>, status: number) =>
    data<Failure>({ errors: undefined, wait: null, typed, ...failure }, { status })
  if (!code) return failed({ errors: { code: 'validation:code.required' } }, 400)

  const answer = await checkIn(portal, { officeId: at.officeId, shown: { code }, language })
  if (answer.ok) {
    if (!isWall) return redirect(`/${language}/tickets/${answer.secret}`)
    const shown = { kind: 'ticket' as const, officeId: at.officeId, secret: answer.secret }
    return redirect(queuePath(at, 'answer'), { headers: { 'Set-Cookie': showNext(shown, settings) } })
  }
  const counted = await countAttempt(portal, { limit: 'wrong-codes', visitor: visit.visitor })
  if (!counted.ok) return failed({ wait: waitOf(context, counted, 'wrong-codes', language) }, 429)
  if (answer.reason === 'unknown-code') return failed({ errors: { code: 'validation:code.unknown' } }, 400)
  const { ok: _ok, ...refusal } = answer
  const shown = { kind: 'refused' as const, officeId: at.officeId, refusal }
  return redirect(queuePath(at, 'answer'), { headers: { 'Set-Cookie': showNext(shown, settings) } })
}

export default function CheckIn() {
  const { code, officeName, ...page } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTexts()
  const isAsked = code !== null && !failed
  return (
    <QueuePage {...page}>
      <ErrorSummary errors={failed?.errors} />
      {failed?.wait ? (
        <Notice color="warning" takesFocus>
          <Paragraph>{t('queue:tooManyCodes', { wait: failed.wait })}</Paragraph>
        </Notice>
      ) : null}
      <StepHeading
        title={isAsked ? t('queue:checkIn.here', { office: officeName }) : t('queue:checkIn.title')}
        lead={t(isAsked ? 'queue:checkIn.hereLead' : 'queue:checkIn.lead')}
        back={queuePath(page.at)}
      />
      <form method="post" action={queuePath(page.at, 'check-in')} noValidate className="stack">
        {isAsked ? (
          <input type="hidden" name="code" value={code} />
        ) : (
          <TextField
            id="code"
            label={t('queue:checkIn.code')}
            hint={t('queue:checkIn.codeHint')}
            value={failed?.typed ?? ''}
            error={failed?.errors?.code}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="go"
            required
            short
          />
        )}
        <div className="actions">
          <Button type="submit">{t('queue:checkIn.submit')}</Button>
        </div>
      </form>
      {isAsked ? null : (
        <div className="stack-small">
          <Paragraph>{t('queue:checkIn.without')}</Paragraph>
          <p className="links">
            <Link href={queuePath(page.at, 'ticket')}>{t('queue:checkIn.takeTicket')}</Link>
          </p>
        </div>
      )}
    </QueuePage>
  )
}
