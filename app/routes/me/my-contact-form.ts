import { z } from 'zod'
import { MESSAGE_LANGUAGES } from '#app/domain/scheduling/appointment.ts'
import { Email, Mobile } from '../passport/contact-form.ts'

/** How somebody wants to be reached; one of e-mail and mobile, since there is nobody at a counter to tell otherwise. */
export const MyContactForm = z
  .object({
    email: Email,
    mobile: Mobile,
    messageLanguage: z.enum(MESSAGE_LANGUAGES, 'validation:language.required'),
  })
  .refine(({ email, mobile }) => email !== '' || mobile !== '', {
    path: ['email'],
    error: 'validation:contact.required',
    when: () => true,
  })

/** What was posted, as it was typed. */
export function myContactValues(posted: FormData) {
  const text = (name: string) => String(posted.get(name) ?? '')
  return { email: text('email').trim(), mobile: text('mobile'), messageLanguage: text('messageLanguage') }
}
