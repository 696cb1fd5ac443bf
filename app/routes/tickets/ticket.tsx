import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorSummary } from '#app/components/form/error-summary.tsx'
import type { FormErrors } from '#app/components/form/form-error.ts'
import type { PageHandle } from '#app/components/page-handle.ts'
import { RefreshLinks } from '#app/components/queue/refresh-links.tsx'
import { TicketActions } from '#app/components/queue/ticket-actions.tsx'
import { TicketStatus } from '#app/components/queue/ticket-status.tsx'
import { TicketTold, TOLD_OF_TICKET } from '#app/components/queue/ticket-told.tsx'
import { describeTick } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/i18n.ts'
import { changeOwnTicket } from '#app/use-cases/change-own-ticket.server.ts'
import { findTicket } from '#app/use-cases/find-ticket.server.ts'
import { readQueuePicture, ticketIn } from '#app/use-cases/queue-picture.server.ts'
import { todayOf, type Portal } from '#app/use-cases/portal.server.ts'
import { languageOf } from '../request-language.ts'
import { isRefreshing, refreshHeaders } from './refresh.ts'
import { TicketForm, ticketFormValues } from './ticket-form.ts'
import { ticketView, TICKET_HANDLE } from './ticket-view.ts'

export const handle = { ...TICKET_HANDLE, enhancements: ['ticket-live'] } satisfies PageHandle

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** A place in a queue: where one stands, why, and how long it takes. */
export async function loader({ request, params, context: { portal } }: LoaderFunctionArgs) {
  const language = languageOf(params)
  const { ticket, secret } = await ticketOf(portal, params)
  const picture = await readQueuePicture(portal, ticket.officeId, [ticket.id])
  const facts = ticketIn(picture, ticket.id)
  if (!facts) throw unknownTicket()
  const { state, delayMinutes } = picture
  const { head, ...view } = ticketView(facts, { now: state.now, delayMinutes }, language)
  const { label, service, startTick, late, needs, asksForHelp, mayComeBack } = facts
  const url = new URL(request.url)
  const today = todayOf(portal.clock)
  return data(
    {
      ...head,
      ...{ view, label, service, late, needs, asksForHelp, mayComeBack },
      officeName: portal.catalogue.offices.get(ticket.officeId)?.name ?? '',
      appointment: startTick === null ? null : describeTick(startTick, today, language, translator(language)),
      path: `/${language}/tickets/${secret}`,
      isRefreshing: isRefreshing(url),
      told: TOLD_OF_TICKET.find((known) => known === url.searchParams.get('told')) ?? null,
    },
    { headers: refreshHeaders(url) },
  )
}

/** Late, gone, back, or in need of help. */
export async function action({ request, params, context: { portal } }: ActionFunctionArgs) {
  const { secret } = await ticketOf(portal, params)
  const posted = TicketForm.safeParse(ticketFormValues(await request.formData()))
  if (!posted.success) throw new Response(null, { status: 400 })
  const wanted = posted.data
  if (wanted.then === 'help' && wanted.needs.length === 0) {
    return data({ errors: { need: 'validation:helpNeeds.required' } satisfies FormErrors }, { status: 400 })
  }
  const done = await changeOwnTicket(
    portal,
    secret,
    wanted.then === 'no-help' ? { then: 'help', needs: [] } : wanted,
  )
  if (!done.ok && done.reason === 'unknown-ticket') throw unknownTicket()
  // Who has left is told so by the page itself.
  const told = done.ok ? (wanted.then === 'leave' ? '' : `?told=${wanted.then}`) : '?told=not-possible'
  return redirect(`/${languageOf(params)}/tickets/${secret}${told}`)
}

/** @throws {Response} 404 for a link that opens nothing; whether it ever did is not said */
async function ticketOf(portal: Portal, params: { secret?: string }) {
  const secret = secretOf(params)
  const ticket = await findTicket(portal, secret)
  if (!ticket) throw unknownTicket()
  return { ticket, secret }
}

/** What cannot be a secret may hold anything, and must not get into the address of a redirect. */
function secretOf({ secret = '' }: { secret?: string }): string {
  if (!/^[\w-]{22}$/.test(secret)) throw unknownTicket()
  return secret
}

function unknownTicket(): Response {
  return new Response('unknown-ticket', { status: 404 })
}

export default function TicketPage() {
  const { view, told, isRefreshing: refreshing, ...ticket } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack" id="ticket" data-live={`${ticket.path}/live`}>
      <ErrorSummary errors={answer?.errors} />
      {answer ? null : <TicketTold told={told} />}
      <TicketStatus view={view} {...ticket} />
      <RefreshLinks path={ticket.path} isRefreshing={refreshing} />
      <TicketActions {...ticket} state={view.state} help={view.help} errors={answer?.errors} />
    </div>
  )
}
