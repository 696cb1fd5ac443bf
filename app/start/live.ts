import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { isWithin } from '#app/domain/identity/permission.ts'
import { isLanguage, type Language } from '#app/i18n/languages.ts'
import { displayView } from '#app/routes/display/display-view.ts'
import { ticketView } from '#app/routes/tickets/ticket-view.ts'
import {
  createLiveStreams,
  liveMessage,
  type LiveMessage,
  type LiveSource,
} from '#app/server/live-streams.ts'
import type { BuiltRoute } from '#app/server/route-table.ts'
import type { Cookies } from '#app/server/session-cookie.ts'
import { visitOf } from '#app/server/visits.ts'
import { findTicket } from '#app/use-cases/find-ticket.server.ts'
import { followQueues, type FollowedQueues } from '#app/use-cases/follow-queues.server.ts'
import type { Identity } from '#app/use-cases/identity.server.ts'
import { peekScope } from '#app/use-cases/peek-staff.server.ts'
import type { Portal } from '#app/use-cases/portal.server.ts'
import { displayOf, ticketIn, type QueuePicture } from '#app/use-cases/queue-picture.server.ts'
import { rateLimits } from '#app/use-cases/rate-limits.server.ts'

/** The addresses of the streams, for the table of routes: the framework does not know them. */
export const LIVE_ROUTES: readonly BuiltRoute[] = [
  { id: 'live-ticket', path: ':language/tickets/:secret/live' },
  { id: 'live-display', path: ':language/display/:office/live' },
  { id: 'live-staff-queue', path: ':language/staff/queue/live' },
]

type Parts = {
  portal: () => Portal | null
  identity: () => Identity | null
  cookies: Cookies
  onFailure: (error: unknown) => void
}

type Opened = { portal: Portal; queues: FollowedQueues }
type Found = { source: LiveSource } | { status: 401 | 403 | 404 }

/**
 * The pages that are told at once when a queue changes. They go past the framework, which is made for answers that end,
 * and past the limit of how many may be inside at once: who waits is not being worked on.
 */
export function createLive({ portal, identity, cookies, onFailure }: Parts) {
  const streams = createLiveStreams({
    most: () => {
      const open = portal()
      return open && rateLimits(open).live
    },
  })
  let opened: Opened | null = null

  function queuesOf(open: Portal): FollowedQueues {
    if (opened?.portal !== open) opened = { portal: open, queues: followQueues(open, onFailure) }
    return opened.queues
  }

  async function find(request: Request, open: Portal): Promise<Found> {
    const { route } = visitOf(request)
    const { language, secret = '', office = '' } = route?.params ?? {}
    if (!isLanguage(language)) return { status: 404 }
    const pattern: string = route?.pattern ?? ''
    switch (pattern) {
      case '/:language/tickets/:secret/live':
        return ticketSource(open, secret, language)
      case '/:language/display/:office/live':
        return open.catalogue.offices.has(office)
          ? { source: displaySource(office, language) }
          : { status: 404 }
      case '/:language/staff/queue/live':
        return staffSource(request, open)
      default:
        return { status: 404 }
    }

    async function ticketSource(portal: Portal, secret: string, language: Language): Promise<Found> {
      const ticket = /^[\w-]{22}$/.test(secret) ? await findTicket(portal, secret) : null
      if (!ticket) return { status: 404 }
      return {
        source: sourceOf(ticket.officeId, ticket.id, (picture) =>
          ticketMessage(picture, ticket.id, language),
        ),
      }
    }
  }

  function sourceOf(
    officeId: string,
    ticketId: number | null,
    messageOf: (picture: QueuePicture) => LiveMessage | null,
  ): LiveSource {
    const open = portal()
    if (!open) throw new Error('Nobody is let in before the portal is open')
    const queues = queuesOf(open)
    return {
      isSure: () => queues.isSure(officeId),
      follow(send) {
        const show = (picture: QueuePicture) => {
          const message = messageOf(picture)
          if (message) send(message)
        }
        return queues.follow(officeId, { ticketId, show })
      },
    }
  }

  function displaySource(officeId: string, language: Language): LiveSource {
    return sourceOf(officeId, null, (picture) => displayMessage(picture, language))
  }

  async function staffSource(request: Request, open: Portal): Promise<Found> {
    const who = identity()
    const secret = cookies.read(request.headers.cookie ?? null, 'staff')
    const officeId = new URLSearchParams(request.url.split('?')[1]).get('office') ?? ''
    const office = open.catalogue.offices.get(officeId)
    if (!who || !secret) return { status: 401 }
    const may = async (): Promise<401 | 403 | null> => {
      const scope = await peekScope(who, secret, 'serve-queue')
      if (!scope) return 403
      return office && isWithin(scope, office) ? null : 403
    }
    const refused = await may()
    if (refused) return { status: refused }
    return {
      source: {
        ...sourceOf(officeId, null, staffMessage),
        mayStay: async () => (await may()) === null,
      },
    }
  }

  async function answer(request: Request, response: Response, next: NextFunction): Promise<void> {
    const open = portal()
    if (!open) return next()
    if (request.method !== 'GET') return end(response.set('Allow', 'GET'), 405)
    const found = await find(request, open)
    if ('status' in found) end(response, found.status)
    // Who has gone meanwhile must not be followed for ever.
    else if (!response.closed) streams.open(request, response, found.source)
  }

  const handler: RequestHandler = (request, response, next) => {
    answer(request, response, next).catch(next)
  }
  return { handler, isLive, count: streams.count, close: streams.close }
}

/** Whether a request is for one of the streams. */
function isLive(request: Request): boolean {
  const pattern = visitOf(request).route?.pattern ?? ''
  return pattern.endsWith('/live') && !request.path.endsWith('.data')
}

function end(response: Response, status: number): void {
  response.status(status).type('text').set('Cache-Control', 'no-store').end()
}

const displayMessages = new WeakMap<QueuePicture, Map<Language, LiveMessage>>()

/** Written once for each picture and language, however many screens there are. */
function displayMessage(picture: QueuePicture, language: Language): LiveMessage {
  const known = displayMessages.get(picture) ?? new Map<Language, LiveMessage>()
  displayMessages.set(picture, known)
  const message =
    known.get(language) ??
    liveMessage(JSON.stringify(displayView(displayOf(picture), picture, language)), idOf(picture))
  known.set(language, message)
  return message
}

function ticketMessage(picture: QueuePicture, ticketId: number, language: Language): LiveMessage | null {
  const facts = ticketIn(picture, ticketId)
  if (!facts) return null
  const { state, delayMinutes } = picture
  const { head: _head, ...view } = ticketView(facts, { now: state.now, delayMinutes }, language)
  return liveMessage(JSON.stringify(view), idOf(picture))
}

/** The staff's screen reads for itself what it shows: it is told that there is something new. */
function staffMessage(picture: QueuePicture): LiveMessage {
  const { day, version } = picture
  return liveMessage(JSON.stringify({ day, version }), { ...idOf(picture), event: 'queue' })
}

function idOf({ day, version }: QueuePicture): { id: string } {
  return { id: `${day}-${version}` }
}
