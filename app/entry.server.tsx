import { PassThrough } from 'node:stream'
import {
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from '@remix-run/node'
import type { AppLoadContext } from '@remix-run/node'
import { RemixServer, isRouteErrorResponse } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { RequestState } from '#app/components/request-state.ts'
import { isDatabaseUnavailable } from '#db/errors.ts'

const RENDER_MILLISECONDS = 5_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const databaseAway = loadContext.databaseAway === true
  if (databaseAway) headers.set('Retry-After', '30')
  const { retryAfterSeconds } = loadContext
  if (retryAfterSeconds !== undefined) headers.set('Retry-After', String(retryAfterSeconds))
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const answers = Object.values(remixContext.staticHandlerContext.actionData ?? {})
  const { id: reference, nonce } = loadContext.visit
  const state = { formFailed: answers.some(hasErrors), databaseAway, reference, nonce }

  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <RequestState.Provider value={state}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </RequestState.Provider>,
      {
        nonce,
        // The whole page at once: citizen pages have no script that could fill in the rest.
        onAllReady() {
          const body = new PassThrough()
          resolve(
            new Response(createReadableStreamFromReadable(body), {
              headers,
              status: databaseAway ? 503 : status,
            }),
          )
          pipe(body)
        },
        onShellError: reject,
        onError: (error) => loadContext.log.error('A page could not be drawn', error, { id: reference }),
      },
    )
    setTimeout(abort, RENDER_MILLISECONDS).unref()
  })
}

/** Called for what loaders and actions throw, before the error page is drawn. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // A page that does not exist and a form that nobody expects are the visitor's, not ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  if (isDatabaseUnavailable(error)) context.databaseAway = true
  context.log.error('A page failed', error, { id: context.visit.id })
}

function hasErrors(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'errors' in answer && answer.errors !== undefined
}
