import { z } from 'zod'
import { Email, Mobile } from '../passport/contact-form.ts'

/** What is typed to get a lost link; messages are text keys. Answers the one contact that was typed. */
export const LostLinkForm = z
  .object({ email: Email, mobile: Mobile })
  .refine(({ email, mobile }) => email !== '' || mobile !== '', {
    path: ['email'],
    error: 'validation:lost.required',
  })
  .refine(({ email, mobile }) => email === '' || mobile === '', {
    path: ['mobile'],
    error: 'validation:lost.one',
  })
  .transform(({ email, mobile }) => email || mobile)

/** What was posted, as it was typed. */
export function lostLinkValues(posted: FormData): { email: string; mobile: string } {
  const text = (name: string) => String(posted.get(name) ?? '').trim()
  return { email: text('email'), mobile: text('mobile') }
}
