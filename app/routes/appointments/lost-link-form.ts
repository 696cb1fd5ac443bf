import { z } from 'zod'
import { Email, Mobile } from '../passport/contact-form.ts'

/** What is typed to get a lost link; messages are text keys. Answers what was typed: a browser often fills in both. */
export const LostLinkForm = z
  .object({ email: Email, mobile: Mobile })
  .refine(({ email, mobile }) => email !== '' || mobile !== '', {
    path: ['email'],
    error: 'validation:lost.required',
  })
  .transform(({ email, mobile }) => [email, mobile].filter((one) => one !== ''))

/** What was posted, as it was typed. */
export function lostLinkValues(posted: FormData): { email: string; mobile: string } {
  const text = (name: string) => String(posted.get(name) ?? '').trim()
  return { email: text('email'), mobile: text('mobile') }
}
