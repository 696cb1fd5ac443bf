import { Button, Link, Paragraph } from '@digdir/designsystemet-react'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import type { FormErrors } from '#app/components/form/form-error.ts'
import { SelectField } from '#app/components/form/select-field.tsx'
import { Notice } from '#app/components/notice.tsx'
import type { PageHandle } from '#app/components/page-handle.ts'
import type { CheckInRefusedData } from '#app/components/queue/check-in-refused.tsx'
import { queuePath } from '#app/components/queue/queue-path.ts'
import { TicketSlip } from '#app/components/queue/ticket-slip.tsx'
import { ArriveForms } from '#app/components/staff/arrive-forms.tsx'
import { StepHeading } from '#app/components/step-heading.tsx'
import { useTexts } from '#app/components/use-texts.ts'
import { translator } from '#app/i18n/i18n.ts'
import { waitRangeWords } from '#app/i18n/wait-range-words.ts'
import { checkInFor, takeTicketFor } from '#app/use-cases/arrive-for.server.ts'
import { ticketOfOffice } from '#app/use-cases/given-ticket.server.ts'
import { officesWithCounters } from '#app/use-cases/office-day.server.ts'
import { staffOf } from '../logged-in.ts'
import { bookingPath } from '../passport/booking-answers.ts'
import { formErrors } from '../passport/form-errors.ts'
import { refusedData } from '../queue/refused-data.ts'
import { openingInWords } from '../queue/queue-page.ts'
import { servicesOf } from '../queue/services-of.ts'
import { TicketForm, ticketFormValues } from '../queue/ticket-form.ts'
import { ticketSlipData } from '../queue/ticket-slip-data.ts'
import { languageOf } from '../request-language.ts'

export const handle = {
  title: 'queue:arrive.title',
  service: 'staff:service',
  enhancements: ['print-page'],
} satisfies PageHandle

/** Who came from the screen of their counter goes back there. */
const FROM_DESK = 'desk'

/** The office that is chosen, of those where somebody works; the first when none is. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await staffOf(args, 'serve-queue')
  const { params, request, context } = args
  const { portal } = context
  const language = languageOf(params)
  const { searchParams } = new URL(request.url)
  const offices = officesWithCounters(portal, scope)
  const office = offices.find(({ id }) => id === searchParams.get('office')) ?? offices[0]
  if (!office) throw new Response(null, { status: 404 })
  const given = Number(searchParams.get('given'))
  const handed = Number.isSafeInteger(given)
    ? await ticketOfOffice(portal, { officeId: office.id, id: given })
    : null
  return {
    isFromDesk: searchParams.get('from') === FROM_DESK,
    offices: offices.map(({ id, name }) => ({ value: id, label: name })),
    officeId: office.id,
    isOpen: openingInWords(portal, office.id, language).isOpen,
    services: servicesOf(office),
    slip: handed && ticketSlipData(context, handed, handed.ticket.language),
    wait: handed?.wait ? waitRangeWords(handed.wait, translator(language)) : null,
    formKey: Buffer.from(portal.randomBytes(18)).toString('base64url'),
    bookPath: bookingPath(language, 'who', { officeId: office.id }),
  }
}

type Failure = {
  errors: FormErrors | undefined
  refused: CheckInRefusedData | null
  isClosed: boolean
  typed: string
}

export async function action(args: ActionFunctionArgs) {
  const posted = await args.request.clone().formData()
  const acting = await staffOf(args, 'serve-queue')
  const { portal } = args.context
  const language = languageOf(args.params)
  const officeId = String(posted.get('office') ?? '')
  const typed = String(posted.get('code') ?? '').slice(0, 40)
  const failed = (failure: Partial<Failure>, status: number) =>
    data<Failure>({ errors: undefined, refused: null, isClosed: false, typed, ...failure }, { status })
  const from = new URL(args.request.url).searchParams.get('from')
  const given = (id: number) =>
    redirect(
      `/${language}/staff/queue/arrive?${new URLSearchParams({
        ...{ office: officeId, given: String(id) },
        ...(from === FROM_DESK ? { from } : {}),
      })}`,
    )

  if (posted.get('then') === 'ticket') {
    const form = TicketForm.safeParse(ticketFormValues(posted))
    if (!form.success) return failed({ errors: formErrors(form.error) }, 400)
    const answer = await takeTicketFor(portal, acting, {
      ...{ ...form.data, officeId, language: form.data.language ?? language },
    })
    if (answer.ok) return given(answer.ticketId)
    if (answer.reason === 'unknown-office') throw new Response(null, { status: 404 })
    return failed({ isClosed: true }, 409)
  }
  if (typed.trim() === '') return failed({ errors: { code: 'validation:codeOrReference.required' } }, 400)
  const answer = await checkInFor(portal, acting, { officeId, typed })
  if (answer.ok) return given(answer.ticketId)
  if (answer.reason === 'unknown-code')
    return failed({ errors: { code: 'validation:codeOrReference.unknown' } }, 400)
  const { ok: _ok, ...refusal } = answer
  return failed({ refused: refusedData(portal, refusal, language) }, 409)
}

/** For somebody at the counter or on the phone: check in, give a ticket, book. */
export default function ArrivePage() {
  const loaded = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t, language } = useTexts()
  const { offices, officeId, slip, wait, isFromDesk } = loaded
  return (
    <div className="stack">
      <ErrorSummary errors={failed?.errors} />
      {failed?.refused || failed?.isClosed ? (
        <Notice color="warning" takesFocus>
          <Paragraph>
            {failed.refused
              ? t(`queue:arrive.refused.${failed.refused.words}`, { ...failed.refused })
              : t('queue:arrive.closed')}
          </Paragraph>
        </Notice>
      ) : null}
      {slip && !failed ? (
        <Notice color="success" takesFocus>
          <Paragraph>{t('queue:arrive.given', { label: slip.label })}</Paragraph>
          {wait ? <Paragraph>{t('queue:arrive.wait', { wait })}</Paragraph> : null}
        </Notice>
      ) : null}
      <StepHeading
        title={t('queue:arrive.title')}
        lead={t('queue:arrive.lead')}
        back={`/${language}/staff${isFromDesk ? '/queue' : ''}`}
      />
      {slip && !failed ? (
        <>
          <div className="actions no-print">
            <Button type="button" id="print" variant="secondary" hidden>
              {t('queue:arrive.print')}
            </Button>
          </div>
          <div className="print-only">
            <TicketSlip {...slip} level={2} />
          </div>
        </>
      ) : null}
      {offices.length > 1 ? (
        <form role="search" className="stack-small">
          {isFromDesk ? <input type="hidden" name="from" value={FROM_DESK} /> : null}
          <SelectField id="office" label={t('queue:arrive.office')} choices={offices} value={officeId} />
          <div className="actions">
            <Button type="submit" variant="secondary">
              {t('queue:arrive.choose')}
            </Button>
          </div>
        </form>
      ) : null}
      <ArriveForms
        {...loaded}
        takesFocus={isFromDesk && !slip && !failed}
        typed={failed?.typed ?? ''}
        errors={failed?.errors}
      />
      <ul className="links no-print">
        <li>
          <Link href={loaded.bookPath}>{t('queue:arrive.book')}</Link>
        </li>
        <li>
          <Link href={queuePath({ language, officeId, screen: 'wall' })}>{t('queue:arrive.kiosk')}</Link>
        </li>
      </ul>
    </div>
  )
}
