import { isRouteErrorResponse } from '@remix-run/react'
import { z } from 'zod'

const LoggedOut = z.object({
  kind: z.literal('logged-out'),
  /** Where one logs in. */
  path: z.string(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
})

/** A form that came when its person was no longer logged in: it is shown again, ready to be sent once more. */
export type LoggedOutFormData = z.infer<typeof LoggedOut>

/** What an action threw when its person was no longer logged in; null for every other error. */
export function loggedOutFormOf(error: unknown): LoggedOutFormData | null {
  return isRouteErrorResponse(error) && error.status === 401
    ? (LoggedOut.safeParse(error.data).data ?? null)
    : null
}
