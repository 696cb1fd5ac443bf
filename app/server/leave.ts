import type { Request, RequestHandler, Response } from 'express'

/**
 * Leaves the portal at once: takes the cookies with it, tells the browser to forget the rest, and leads to a site that
 * gives nothing away. It asks neither the database nor how busy it is, and is written into no log.
 */
export function createLeave({
  to,
  cookies,
}: {
  to: string
  cookies: () => readonly string[]
}): RequestHandler {
  return (request: Request, response: Response) => {
    // A picture on another site must not log anybody out.
    const destination = request.headers['sec-fetch-dest']
    if (destination !== undefined && destination !== 'document') {
      response.status(403).end()
      return
    }
    response.set({
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'Clear-Site-Data': '"cache", "cookies", "storage"',
    })
    for (const cookie of cookies()) response.append('Set-Cookie', cookie)
    response.redirect(302, to)
  }
}
