import type { ErrorRequestHandler } from 'express'
import type { Log } from './log.ts'
import { refuse } from './refuse.ts'
import { visitOf } from './visits.ts'

/** What went wrong outside of the pages: told in the log, and answered with a plain page. */
export function answerFailure(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const status = statusOf(error)
    if (status >= 500) log.error('A request failed', error, { id: visitOf(request).id })
    if (response.headersSent) return void response.destroy()
    const page = status >= 500 ? 'unexpected' : 'badRequest'
    refuse(request, response, { status, page, reason: status >= 500 ? 'failure' : 'broken' })
  }
}

/** Express says with its errors what is the visitor's. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  return status >= 400 && status < 500 ? status : 500
}
