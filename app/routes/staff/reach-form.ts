import { z } from 'zod'
import { Email, Mobile } from '../passport/contact-form.ts'

/** How somebody is to be reached from now on: one way at least. */
export const ReachForm = z
  .object({ email: Email, mobile: Mobile })
  .refine(({ email, mobile }) => email !== '' || mobile !== '', {
    path: ['email'],
    error: 'validation:lost.required',
    when: () => true,
  })
  .transform(({ email, mobile }) => ({ email: email || null, mobile: mobile || null }))

/** What was posted, as it was typed. */
export function reachValues(posted: FormData) {
  return { email: String(posted.get('email') ?? '').trim(), mobile: String(posted.get('mobile') ?? '') }
}
